package nl.klantstem.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import nl.klantstem.contract.out.InsightProgress.Records;
import nl.klantstem.ingest.Pseudonyms;
import nl.klantstem.replay.EmbeddedBroker;
import nl.klantstem.replay.ProgressWatch;
import nl.klantstem.testkit.BadInputs;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Topic;
import nl.klantstem.topic.TopicPlan;
import nl.klantstem.topic.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of bad input through the real pipeline, good records around it: refused with its reason, nothing lost. */
@Timeout(180)
class BadInputsIT {

    private static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX);
    private static final int PARTITIONS = 2;

    @TempDir
    private Path dir;

    private final Map<String, BadInputs.Case> refusals = new HashMap<>();
    private int accepted;
    private int test;
    private int sent;
    private Instant last = Instant.EPOCH;

    @Test
    void each_is_refused_under_its_reason_and_all_others_are_counted() throws Exception {
        try (var broker = EmbeddedBroker.start(dir.resolve("broker"), Map.of())) {
            Map<String, Object> connection = Map.of("bootstrap.servers", broker.bootstrapServers());
            try (var admin = Admin.create(connection)) {
                TopicPlan.history(TOPICS, PARTITIONS).apply(admin);
            }
            Path key = Pseudonyms.create(dir.resolve("key"));
            var settings = PipelineSettings.embedded(
                    broker.bootstrapServers(), Topics.DEFAULT_PREFIX, dir.resolve("state"), key, Duration.ofHours(1));
            try (var pipeline = RunningPipeline.start(settings, CatalogueFile.starter());
                    var producer =
                            new KafkaProducer<>(connection, new ByteArraySerializer(), new ByteArraySerializer());
                    var progress = new ProgressWatch(connection, TOPICS)) {
                sendAll(producer);
                Instant end = last.plus(Duration.ofHours(1));
                await().atMost(Duration.ofSeconds(90)).until(() -> {
                    tick(producer, end);
                    progress.poll(Duration.ofMillis(200));
                    return progress.finals()
                            .filter(finals -> !finals.isBefore(end.minusSeconds(60)))
                            .isPresent();
                });
                assertThat(pipeline.failure()).isNull();
                nothingIsLost(progress.inputs().values());
            }
            eachHasItsReason(connection);
        }
    }

    private void sendAll(KafkaProducer<byte[], byte[]> producer) throws Exception {
        Instant good = Instant.parse("2026-03-02T10:00:00Z");
        int number = 0;
        for (BadInputs.Case input : BadInputs.all()) {
            if (send(producer, input)) {
                send(producer, BadInputs.good(number++, good));
            }
        }
        assertThat(refusals).as("enough of them came through the broker").hasSizeGreaterThan(100);
    }

    /** False when a producer or broker does not take it, so that no pipeline ever sees it. */
    private boolean send(KafkaProducer<byte[], byte[]> producer, BadInputs.Case input) throws Exception {
        byte[] key = ("key-" + sent).getBytes(StandardCharsets.UTF_8);
        RecordMetadata at;
        try {
            at = producer.send(new ProducerRecord<>(
                            TOPICS.name(input.stream()),
                            null,
                            input.recordedAt().toEpochMilli(),
                            key,
                            input.value()))
                    .get(20, TimeUnit.SECONDS);
        } catch (ExecutionException | IllegalArgumentException e) {
            System.out.println("not taken by Kafka itself: " + input.name() + " (" + e.getMessage() + ")");
            return false;
        }
        sent++;
        if (input.reason() == null) {
            boolean isTest = input.value() != null
                    && new String(input.value(), StandardCharsets.UTF_8).contains("\"test\":true");
            test += isTest ? 1 : 0;
            accepted += isTest ? 0 : 1;
        } else {
            refusals.put(at.topic() + "|" + at.partition() + "|" + at.offset(), input);
        }
        if (input.recordedAt().isBefore(Instant.parse("2100-01-01T00:00:00Z"))
                && input.recordedAt().isAfter(last)) {
            last = input.recordedAt();
        }
        return true;
    }

    private static void tick(KafkaProducer<byte[], byte[]> producer, Instant at) {
        for (Topic topic : TOPICS.sources()) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                var headers = new RecordHeaders().add(Topics.TICK_HEADER, new byte[0]);
                producer.send(new ProducerRecord<>(
                        TOPICS.name(topic),
                        partition,
                        at.toEpochMilli(),
                        Topics.TICK_KEY.getBytes(StandardCharsets.UTF_8),
                        null,
                        headers));
            }
        }
        producer.flush();
    }

    private void nothingIsLost(Iterable<Records> streams) {
        long read = 0;
        long wasAccepted = 0;
        long duplicates = 0;
        long wasTest = 0;
        long rejected = 0;
        for (Records records : streams) {
            long refused = records.rejected().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            read += records.read();
            wasAccepted += records.accepted();
            duplicates += records.duplicates();
            wasTest += records.test();
            rejected += refused;
        }
        assertThat(read).isEqualTo(sent);
        assertThat(rejected).isEqualTo(refusals.size());
        assertThat(wasTest).isEqualTo(test);
        assertThat(wasAccepted + duplicates).isEqualTo(accepted);
        assertThat(read).isEqualTo(wasAccepted + duplicates + wasTest + rejected);
    }

    private void eachHasItsReason(Map<String, Object> connection) throws Exception {
        Map<String, JsonNode> letters = new HashMap<>();
        var settings = new HashMap<>(connection);
        settings.put("isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all = new ArrayList<>();
            for (int partition = 0; partition < PARTITIONS; partition++) {
                all.add(new TopicPartition(TOPICS.name(Topic.DEAD_LETTERS), partition));
            }
            consumer.assign(all);
            consumer.seekToBeginning(all);
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    JsonNode letter = Json.MAPPER.readTree(record.value());
                    letters.put(
                            letter.get("topic").asText() + "|" + letter.get("partition") + "|" + letter.get("offset"),
                            letter);
                }
                return letters.size() >= refusals.size();
            });
        }
        assertThat(letters.keySet()).isEqualTo(refusals.keySet());
        refusals.forEach((place, input) -> {
            JsonNode letter = letters.get(place);
            assertThat(letter.get("reason").asText()).as(input.name()).isEqualTo(String.valueOf(input.reason()));
            assertThat(letter.path("field").asText(null)).as(input.name()).isEqualTo(input.field());
        });
    }
}
