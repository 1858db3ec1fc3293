package nl.klantstem.exact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import nl.klantstem.app.CatalogueFile;
import nl.klantstem.app.PipelineSettings;
import nl.klantstem.app.RunningPipeline;
import nl.klantstem.contract.out.InsightProgress.Records;
import nl.klantstem.ingest.Pseudonyms;
import nl.klantstem.replay.EmbeddedBroker;
import nl.klantstem.replay.ProgressWatch;
import nl.klantstem.topic.Topic;
import nl.klantstem.topic.TopicPlan;
import nl.klantstem.topic.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An owner with all the events that are kept of one is a record that a broker takes, and is there again after a restart. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LargeTimelineIT {

    private static final Instant RECORDED = Instant.parse("2026-03-02T09:00:30Z");
    private static final long SEED = 4;
    /** Of a quarter of a mebibyte each. */
    private static final int KEPT = 17;

    private static final int REFUSED = 5;
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    @TempDir
    Path dir;

    private final Topics topics = new Topics("large.");
    private final Map<String, Object> connection = new HashMap<>();
    private Path key;

    @BeforeEach
    void makeKey() {
        key = Pseudonyms.create(dir.resolve("pseudonym.key"));
    }

    @Test
    void a_full_timeline_is_stored_and_restored() throws Exception {
        try (var broker = EmbeddedBroker.start(dir.resolve("broker"), Map.of())) {
            connection.put("bootstrap.servers", broker.bootstrapServers());
            try (var admin = Admin.create(connection)) {
                TopicPlan.history(topics, 1).apply(admin);
            }
            send(KEPT + REFUSED);
            Records first = run("first", KEPT + REFUSED);
            assertThat(first.accepted()).isEqualTo(KEPT);
            assertThat(first.rejected()).containsOnly(Map.entry("TOO_MANY", (long) REFUSED));
            assertThat(largestTimeline()).isBetween(MOST_BYTES, MOST_BYTES + 256 * 1024);

            send(1);
            Records second = run("second", KEPT + REFUSED + 1);
            assertThat(second.duplicates()).as("known from the changelog alone").isOne();
        }
    }

    /** On an empty folder, until so many records were counted. */
    private Records run(String folder, long read) {
        var settings = PipelineSettings.embedded(
                connection.get("bootstrap.servers").toString(),
                topics.prefix(),
                dir.resolve(folder),
                key,
                Duration.ofHours(1));
        try (var pipeline = RunningPipeline.start(settings, CatalogueFile.starter());
                var progress = new ProgressWatch(connection, topics)) {
            return await().atMost(Duration.ofMinutes(1))
                    .until(
                            () -> {
                                assertThat(pipeline.failure()).isNull();
                                progress.poll(Duration.ofMillis(200));
                                return progress.inputs().get(Topic.CONTACT_EVENTS.shortName());
                            },
                            records -> records != null && records.read() == read);
        }
    }

    /** Events of a contact whose customer is not known are kept as they are; what is random nothing makes smaller. */
    private void send(int events) throws Exception {
        var random = new Random(SEED);
        Map<String, Object> producing = new HashMap<>(connection);
        try (var producer = new KafkaProducer<>(producing, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int seq = 0; seq < events; seq++) {
                var value = """
                        {"eventId":"k1/%1$d","occurredAt":"%2$s","source":"t","audience":"CUSTOMER","contactId":"k1",\
                        "seq":%1$d,"type":"ANSWERED","occasion":"%3$s","stepId":"%4$s","owningDepartment":"%5$s",\
                        "journeyId":"%6$s"}""".formatted(seq, RECORDED, noise(random), noise(random), noise(random), noise(random));
                producer.send(new ProducerRecord<>(
                                topics.name(Topic.CONTACT_EVENTS),
                                0,
                                RECORDED.toEpochMilli(),
                                "k1".getBytes(UTF_8),
                                value.getBytes(UTF_8)))
                        .get(30, TimeUnit.SECONDS);
            }
        }
    }

    private static String noise(Random random) {
        byte[] bytes = new byte[63 * 512];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private int largestTimeline() {
        var partition = new TopicPartition(topics.prefix() + "klantstem-timelines-changelog", 0);
        int largest = 0;
        try (var consumer = new KafkaConsumer<>(connection, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            for (int polls = 0; polls < 100 && consumer.position(partition) < end; polls++) {
                for (var stored : consumer.poll(Duration.ofMillis(200))) {
                    largest = Math.max(largest, stored.serializedValueSize());
                }
            }
        }
        return largest;
    }
}
