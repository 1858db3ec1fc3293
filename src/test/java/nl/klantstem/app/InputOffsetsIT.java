package nl.klantstem.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.contract.out.InsightProgress.Records;
import nl.klantstem.ingest.Pseudonyms;
import nl.klantstem.replay.EmbeddedBroker;
import nl.klantstem.replay.ProgressWatch;
import nl.klantstem.topic.Topic;
import nl.klantstem.topic.TopicPlan;
import nl.klantstem.topic.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A pipeline that lost its place in the input says so and does not start, until somebody decides. */
@Timeout(180)
class InputOffsetsIT {

    private static final Topics TOPICS = new Topics("place.");
    private static final String GROUP = StreamsProperties.applicationId(TOPICS.prefix());
    private static final TopicPartition INPUT = new TopicPartition(TOPICS.name(Topic.SURVEY_RESPONSES), 0);

    @TempDir
    private Path dir;

    private EmbeddedBroker broker;
    private Admin admin;

    @BeforeEach
    void start() {
        broker = EmbeddedBroker.start(dir.resolve("broker"), Map.of());
        admin = Admin.create(connection());
        TopicPlan.history(TOPICS, 2).apply(admin);
        Pseudonyms.create(dir.resolve("pseudonym.key"));
    }

    @AfterEach
    void stop() {
        admin.close();
        broker.close();
    }

    @Test
    void offsets_that_were_lost_are_told_and_what_is_read_again_is_a_duplicate() throws Exception {
        send(1);
        assertThat(runUntilRead(1).duplicates()).isZero();
        send(2);
        assertThat(runUntilRead(2).duplicates()).isZero();

        admin.deleteConsumerGroups(List.of(GROUP)).all().get();

        assertThatThrownBy(this::pipeline)
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining(
                        "group " + GROUP + " has read its 18 input partitions before, and has no offset of any")
                .hasMessageContaining("klantstem pipeline --accept-gaps");

        new InputOffsets(admin, TOPICS.prefix()).settleAcceptingGaps();

        assertThat(runUntilRead(4).duplicates()).isEqualTo(2);
    }

    @Test
    void records_that_were_deleted_unread_are_told_with_their_number() throws Exception {
        send(1);
        runUntilRead(1);
        send(2);
        send(3);
        send(4);
        long end = 4;
        admin.deleteRecords(Map.of(INPUT, RecordsToDelete.beforeOffset(end - 1)))
                .all()
                .get();

        assertThatThrownBy(this::pipeline)
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining(INPUT
                        + ": read up to offset 1, but the topic begins at 3: what lay between was deleted unread");
        assertThatThrownBy(this::pipeline).as("still").isInstanceOf(UserMistake.class);

        new InputOffsets(admin, TOPICS.prefix()).settleAcceptingGaps();

        assertThat(runUntilRead(2).duplicates()).isZero();
    }

    @Test
    void a_topic_that_the_pipeline_did_not_read_before_begins_at_its_first_record() throws Exception {
        send(1);
        runUntilRead(1);
        admin.deleteConsumerGroupOffsets(
                        GROUP,
                        Set.of(
                                new TopicPartition(TOPICS.name(Topic.PLAN), 0),
                                new TopicPartition(TOPICS.name(Topic.PLAN), 1)))
                .all()
                .get();

        assertThat(runUntilRead(1).duplicates()).isZero();
    }

    @Test
    void offsets_are_not_set_while_the_group_has_members() throws Exception {
        Map<String, Object> member = new HashMap<>(connection());
        member.put("group.id", GROUP);
        try (var older = new KafkaConsumer<>(member, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            older.subscribe(List.of(INPUT.topic()));
            await().until(() -> {
                older.poll(Duration.ofMillis(100));
                return !older.assignment().isEmpty();
            });

            assertThatThrownBy(this::pipeline)
                    .isInstanceOf(UserMistake.class)
                    .hasMessageContaining("stop all instances of the pipeline, then start one");
        }
    }

    private Records runUntilRead(long number) {
        try (var pipeline = pipeline();
                var progress = new ProgressWatch(connection(), TOPICS)) {
            long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (System.nanoTime() < end) {
                assertThat(pipeline.failure()).isNull();
                progress.poll(Duration.ofMillis(100));
                Records records = progress.inputs().get(Topic.SURVEY_RESPONSES.shortName());
                if (records != null && records.read() >= number) {
                    assertThat(records.read()).isEqualTo(number);
                    return records;
                }
            }
            throw new AssertionError("not read within a minute: " + number + "; " + progress.inputs());
        }
    }

    private RunningPipeline pipeline() {
        return RunningPipeline.start(
                PipelineSettings.embedded(
                        broker.bootstrapServers(),
                        TOPICS.prefix(),
                        dir.resolve("state"),
                        dir.resolve("pseudonym.key"),
                        null),
                CatalogueFile.starter());
    }

    private void send(int id) throws Exception {
        var at = Instant.parse("2026-11-01T12:00:00Z").plusSeconds(60L * id);
        String answer = """
                {"eventId":"e%1$d","occurredAt":"%2$s","source":"t","audience":"CUSTOMER","responseId":"r%1$d",\
                "revision":0,"status":"COMPLETE","programme":"TRANSACTIONAL","customerKey":"c-1",\
                "journeyId":"return","nps":9}""".formatted(id, at);
        try (var producer = new KafkaProducer<>(connection(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            INPUT.topic(),
                            INPUT.partition(),
                            at.toEpochMilli(),
                            "c-1".getBytes(UTF_8),
                            answer.getBytes(UTF_8)))
                    .get();
        }
    }

    private Map<String, Object> connection() {
        return Map.of("bootstrap.servers", broker.bootstrapServers());
    }
}
