package nl.klantstem.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import nl.klantstem.ingest.Pseudonyms;
import nl.klantstem.replay.EmbeddedBroker;
import nl.klantstem.topic.Json;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** History first, then life: the windows hold the past from the first live minute, and empty when nobody answers. */
@Timeout(420)
class GoingLiveIT {

    private static final int PARTITIONS = 2;

    @TempDir
    private Path dir;

    private final List<JsonNode> published = new ArrayList<>();

    @Test
    void windows_hold_the_past_from_the_first_live_minute_and_empty_in_silence() throws Exception {
        try (var cluster = EmbeddedBroker.start(dir.resolve("broker"), Map.of())) {
            Path config = config(cluster);
            Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            Path history = Files.writeString(
                    dir.resolve("survey-responses-past.jsonl"),
                    answer(1, now.minus(Duration.ofHours(3))) + "\n" + answer(2, now.minus(Duration.ofHours(2)))
                            + "\n");

            assertThat(Main.run(
                            "replay", "--config", config.toString(), "--catalogue", catalogue(), history.toString()))
                    .isZero();
            assertThat(Main.run("topics", "apply", "--live", "--config", config.toString()))
                    .isZero();
            var pipeline = pipeline(config);
            try (var consumer = consumer(cluster)) {
                send(cluster, answer(3, Instant.now()));

                await().atMost(Duration.ofSeconds(60)).until(() -> seen(consumer, v -> length(v, "P7D") && n(v) == 3));
                await().atMost(Duration.ofSeconds(60)).until(() -> seen(consumer, v -> length(v, "PT1M") && n(v) == 1));
                await().atMost(Duration.ofSeconds(240))
                        .until(() -> seen(
                                consumer,
                                v -> isFinal(v)
                                        && length(v, "PT1M")
                                        && n(v) == 0
                                        && !v.has("nps")
                                        && Instant.parse(v.at("/window/to").asText())
                                                .isAfter(now)));
                assertThat(published.stream().filter(v -> isFinal(v) && length(v, "PT1M") && n(v) == 1))
                        .as("the live answer was in one final minute, after the two of the past")
                        .hasSize(3);
            } finally {
                pipeline.destroy();
                assertThat(pipeline.waitFor(40, TimeUnit.SECONDS))
                        .as("it stops")
                        .isTrue();
            }
            assertThat(Files.readString(dir.resolve("pipeline.log"))).contains("stopped");
        }
    }

    private Path config(EmbeddedBroker cluster) throws IOException {
        Path key = Pseudonyms.create(dir.resolve("pseudonym.key"));
        return Files.writeString(dir.resolve("cluster.yaml"), """
                kafka: {bootstrapServers: "%s"}
                topics: {replication: 1, partitions: %d, prefix: live.}
                pipeline:
                  {pseudonymKey: %s, stateDir: %s, catalogue: %s, allowance: PT1M, suppress: false, port: 0}
                """.formatted(
                        cluster.bootstrapServers(), PARTITIONS, key, dir.resolve("state"), catalogue()));
    }

    /** The starter catalogue with windows that a test can wait for. */
    private String catalogue() throws IOException {
        String starter = Files.readString(Path.of("src/main/resources/catalogue/starter.yaml"));
        Path file = dir.resolve("catalogue.yaml");
        if (!Files.exists(file)) {
            Files.writeString(
                    file,
                    starter.replace(
                            "{type: ROLLING, length: PT1H, slide: PT1M}",
                            "{type: ROLLING, length: PT1M, slide: PT1M}"));
        }
        return file.toString();
    }

    private Process pipeline(Path config) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "pipeline",
                        "--config",
                        config.toString())
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("pipeline.log").toFile())
                .start();
    }

    private boolean seen(KafkaConsumer<byte[], byte[]> consumer, Predicate<JsonNode> wanted) throws IOException {
        for (var record : consumer.poll(Duration.ofMillis(200))) {
            JsonNode value = Json.MAPPER.readTree(record.value());
            if (value.at("/scope/journeyId").asText().equals("return")
                    && value.at("/scope").size() == 3) {
                published.add(value);
            }
        }
        return published.stream().anyMatch(wanted);
    }

    private static KafkaConsumer<byte[], byte[]> consumer(EmbeddedBroker cluster) {
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", cluster.bootstrapServers(), "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        var all = List.of(new TopicPartition("live.journey-nps.v1", 0), new TopicPartition("live.journey-nps.v1", 1));
        consumer.assign(all);
        consumer.seekToBeginning(all);
        return consumer;
    }

    private static void send(EmbeddedBroker cluster, String answer) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", cluster.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>("live.survey-responses.v1", "c3", answer))
                    .get(20, TimeUnit.SECONDS);
        }
    }

    private static String answer(int i, Instant at) {
        return new String("""
                {"eventId":"e%1$d","occurredAt":"%2$s","source":"t","audience":"CUSTOMER","responseId":"r%1$d",\
                "revision":0,"status":"COMPLETE","programme":"TRANSACTIONAL","customerKey":"c%1$d",\
                "journeyId":"return","nps":9}""".formatted(i, at).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static boolean length(JsonNode value, String length) {
        return value.at("/window/length").asText().equals(length);
    }

    private static long n(JsonNode value) {
        return value.get("n").asLong();
    }

    private static boolean isFinal(JsonNode value) {
        return !value.get("provisional").asBoolean();
    }
}
