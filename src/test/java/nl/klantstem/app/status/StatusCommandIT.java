package nl.klantstem.app.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import nl.klantstem.app.Main;
import nl.klantstem.contract.in.RejectReason;
import nl.klantstem.contract.out.DeadLetter;
import nl.klantstem.contract.out.InsightProgress;
import nl.klantstem.contract.out.InsightProgress.Kind;
import nl.klantstem.contract.out.InsightProgress.Records;
import nl.klantstem.contract.out.ProgressKey;
import nl.klantstem.contract.out.RecordKey;
import nl.klantstem.testkit.GivenCluster;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Topic;
import nl.klantstem.topic.TopicPlan;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the one who is called sees, on a real broker. */
@Timeout(300)
class StatusCommandIT {

    @TempDir
    private Path dir;

    @Test
    void each_thing_that_can_be_the_matter_is_named_with_what_to_type_next() throws Exception {
        try (var cluster = GivenCluster.start(dir.resolve("broker"), false)) {
            assertThat(cluster.run("status")).isEqualTo(4);
            assertThat(cluster.out())
                    .startsWith("DOWN: missing topics: voc.survey-responses.v1")
                    .contains("topics apply");

            cluster.makeTopics(TopicPlan.Mode.LIVE);
            assertThat(cluster.run("status")).isEqualTo(4);
            assertThat(cluster.out())
                    .startsWith("DOWN: no pipeline runs: the group voc.klantstem has no members (no such group)")
                    .contains("next: start an instance", "topics       as they must be");

            try (var instance = instance(cluster)) {
                instance.subscribe(cluster.topics().read().stream()
                        .map(cluster.topics()::name)
                        .toList());
                await().atMost(Duration.ofSeconds(30)).until(() -> {
                    instance.poll(Duration.ofMillis(100));
                    return !instance.assignment().isEmpty();
                });
                allWell(cluster, instance);
                heldBack(cluster, instance);
                refused(cluster, instance);
            }
        }
    }

    private static void allWell(GivenCluster cluster, KafkaConsumer<?, ?> instance) throws Exception {
        var now = Instant.now();
        published(cluster, now, now.minusSeconds(30));
        assertThat(run(cluster, instance, "status"))
                .as(cluster.out() + cluster.err())
                .isZero();
        assertThat(cluster.out())
                .startsWith("OK: results are out up to now, every record is accounted for")
                .contains("group voc.klantstem Stable, 1 members", "not accounted for: 0", "restarts     not known");
        assertThat(run(cluster, instance, "status", "--json")).isZero();
        JsonNode json = Json.MAPPER.readTree(cluster.out());
        assertThat(json.get("verdict").asText()).isEqualTo("OK");
        assertThat(json.at("/seen/members/members").asInt()).isEqualTo(1);
        assertThat(json.at("/seen/lag").size())
                .isEqualTo(cluster.topics().read().size());
    }

    private static void heldBack(GivenCluster cluster, KafkaConsumer<?, ?> instance) throws Exception {
        var now = Instant.now();
        published(cluster, now, now.minusSeconds(600));
        input(cluster, Topic.CONTACT_EVENTS, 1, now.minusSeconds(600));
        assertThat(run(cluster, instance, "status")).isEqualTo(3);
        assertThat(cluster.out())
                .startsWith("DEGRADED: results are 10 min behind, and stand still: all wait for contact-events"
                        + " partition 1, which stands at ")
                .contains("next: klantstem tail insight-progress --scope stream=contact-events");
    }

    private static void refused(GivenCluster cluster, KafkaConsumer<?, ?> instance) throws Exception {
        var now = Instant.now();
        published(cluster, now, now);
        for (int i = 0; i < 25; i++) {
            cluster.put(
                    Topic.DEAD_LETTERS,
                    new RecordKey("voc.survey-responses.v1", 0, i),
                    new DeadLetter(
                            "survey-responses",
                            RejectReason.NOT_JSON,
                            null,
                            "voc.survey-responses.v1",
                            0,
                            i,
                            now,
                            "00",
                            1,
                            null,
                            1),
                    now);
        }
        assertThat(run(cluster, instance, "status")).isEqualTo(3);
        assertThat(cluster.out())
                .startsWith(
                        "DEGRADED: 25 of about 25 records of survey-responses were refused in the last hour: {NOT_JSON=25}")
                .contains("last hour: survey-responses {NOT_JSON=25}", "in all: SCORE_RANGE");
    }

    @Test
    void without_a_cluster_it_is_down_and_said_within_seconds() {
        var out = new StringWriter();
        long begin = System.nanoTime();
        int code = Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .execute("status", "--bootstrap-servers", "127.0.0.1:1");

        assertThat(code).isEqualTo(4);
        assertThat(out.toString())
                .startsWith("DOWN: no broker answers at 127.0.0.1:1")
                .contains("look at the brokers");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void a_pipeline_that_runs_is_ok_and_once_it_is_stopped_it_is_down() throws Exception {
        try (var cluster = GivenCluster.start(dir.resolve("broker"), true)) {
            Process pipeline = pipeline(cluster);
            try {
                cluster.put(Topic.SURVEY_RESPONSES, "c1", answer(Instant.now()), Instant.now());
                cluster.put(Topic.SURVEY_RESPONSES, "c1", "no answer", Instant.now());
                await().atMost(Duration.ofSeconds(200))
                        .pollInterval(Duration.ofSeconds(5))
                        .untilAsserted(() -> {
                            int code = cluster.run("status");
                            assertThat(code).as(cluster.out()).isZero();
                        });
                assertThat(cluster.out()).contains("1 accepted", "1 refused", "not accounted for: 0", "NOT_JSON 1");
            } finally {
                pipeline.destroy();
                assertThat(pipeline.waitFor(40, TimeUnit.SECONDS)).isTrue();
            }
            await().atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofSeconds(2))
                    .until(() -> cluster.run("status") == 4);
            assertThat(cluster.out()).startsWith("DOWN: no pipeline runs: the group voc.klantstem has no members");
        }
    }

    private Process pipeline(GivenCluster cluster) throws Exception {
        Path key = Files.writeString(dir.resolve("pseudonym.key"), "00112233445566778899aabbccddeeff".repeat(2));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = List.of(
                java,
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "pipeline",
                "--bootstrap-servers",
                cluster.servers(),
                "--set",
                "topics.partitions=" + GivenCluster.PARTITIONS,
                "--set",
                "topics.replication=1",
                "--set",
                "pipeline.pseudonymKey=" + key,
                "--set",
                "pipeline.stateDir=" + dir.resolve("state"),
                "--set",
                "pipeline.allowance=PT1M",
                "--set",
                "pipeline.port=0");
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("pipeline.log").toFile())
                .start();
    }

    /** A member of the pipeline's group, that reads and does nothing. */
    private static KafkaConsumer<byte[], byte[]> instance(GivenCluster cluster) {
        var settings = new HashMap<>(cluster.connection());
        settings.put("group.id", "voc.klantstem");
        settings.put("auto.offset.reset", "earliest");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Runs a command while the instance keeps its place in the group. */
    private static int run(GivenCluster cluster, KafkaConsumer<?, ?> instance, String... command) {
        instance.poll(Duration.ofMillis(100));
        instance.commitSync();
        return cluster.run(command);
    }

    private static void published(GivenCluster cluster, Instant inputs, Instant finals) {
        for (int partition = 0; partition < GivenCluster.PARTITIONS; partition++) {
            progress(cluster, new ProgressKey(Kind.FINALS, null, partition), finals, null);
            for (Topic source : cluster.topics().sources()) {
                input(cluster, source, partition, inputs);
            }
        }
        progress(cluster, new ProgressKey(Kind.ALERTS, null, 0), finals, null);
    }

    private static void input(GivenCluster cluster, Topic source, int partition, Instant asOf) {
        var rejected = new TreeMap<String, Long>();
        rejected.put("SCORE_RANGE", 2L);
        progress(
                cluster,
                new ProgressKey(Kind.INPUT, source.shortName(), partition),
                asOf,
                new Records(12, 8, 2, 0, 0, 0, 0, 0, 0, rejected));
    }

    private static void progress(GivenCluster cluster, ProgressKey key, Instant asOf, @Nullable Records records) {
        cluster.put(
                Topic.INSIGHT_PROGRESS,
                key,
                new InsightProgress(
                        key.kind(), key.stream(), key.partition(), GivenCluster.PARTITIONS, asOf, records, null, 1),
                asOf);
    }

    private static String answer(Instant at) {
        return new String("""
                {"eventId":"e1","occurredAt":"%s","source":"t","audience":"CUSTOMER","responseId":"r1","revision":0,\
                "status":"COMPLETE","programme":"TRANSACTIONAL","customerKey":"c1","journeyId":"return","nps":9}""".formatted(at).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
