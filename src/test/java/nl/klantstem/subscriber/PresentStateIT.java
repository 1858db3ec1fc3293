package nl.klantstem.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import nl.klantstem.testkit.GivenCluster;
import nl.klantstem.topic.Topic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The sample that docs/subscribe.md shows keeps what it promises, on a real broker. */
@Timeout(120)
class PresentStateIT {

    private static final Instant AT = Instant.parse("2026-11-27T09:05:00Z");

    @TempDir
    private Path dir;

    @Test
    void who_comes_late_has_the_present_state_and_a_restart_goes_on_where_it_stopped() throws Exception {
        try (var cluster = GivenCluster.start(dir.resolve("broker"), true)) {
            put(cluster, "return", "{\"nps\":1}");
            put(cluster, "exchange", "{\"nps\":5}");
            put(cluster, "return", "{\"nps\":2}");
            put(cluster, "gone", "{\"nps\":9}");
            put(cluster, "gone", null);
            try (var late = subscriber(cluster)) {
                assertThat(readAll(late)).as("records read from the beginning").isEqualTo(5);
                assertThat(late.state()).containsOnlyKeys("return", "exchange");
                assertThat(late.state().get("return").get("nps").asInt()).isEqualTo(2);

                put(cluster, "return", "{\"nps\":3}");
                assertThat(readAll(late)).isEqualTo(1);
                assertThat(late.state().get("return").get("nps").asInt())
                        .as("a correction")
                        .isEqualTo(3);
            }
            put(cluster, "exchange", null);
            put(cluster, "warranty", "{\"nps\":7}");
            try (var again = subscriber(cluster)) {
                assertThat(again.state()).as("kept in the file").containsOnlyKeys("return", "exchange");
                assertThat(readAll(again)).as("only what came since").isEqualTo(2);
                assertThat(again.state()).containsOnlyKeys("return", "warranty");
            }
            Files.delete(dir.resolve("state.json"));
            try (var anew = subscriber(cluster)) {
                readAll(anew);
                assertThat(anew.state()).as("without its file it begins anew").containsOnlyKeys("return", "warranty");
            }
        }
    }

    @Test
    void what_was_never_committed_is_not_read() throws Exception {
        try (var cluster = GivenCluster.start(dir.resolve("broker"), true)) {
            put(cluster, "return", "{\"nps\":1}");
            var settings = new HashMap<>(cluster.connection());
            settings.put("transactional.id", "it");
            try (var pipeline = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
                pipeline.initTransactions();
                pipeline.beginTransaction();
                pipeline.send(new ProducerRecord<>(name(cluster), "return", "{\"nps\":-100}"));
                pipeline.flush();
                pipeline.abortTransaction();
            }
            try (var subscriber = subscriber(cluster)) {
                assertThat(readAll(subscriber)).isEqualTo(1);
                assertThat(subscriber.state().get("return").get("nps").asInt()).isEqualTo(1);
            }
        }
    }

    @Test
    void it_knows_nothing_of_our_code() throws Exception {
        String source = Files.readString(Path.of("src/test/java/nl/klantstem/subscriber/PresentState.java"));
        List<String> ours = source.lines()
                .filter(line -> line.startsWith("import") && line.contains("klantstem"))
                .toList();

        assertThat(ours).isEmpty();
    }

    private static int readAll(PresentState subscriber) throws Exception {
        int records = 0;
        for (int i = 0; i < 10; i++) {
            records += subscriber.poll(Duration.ofMillis(300));
        }
        return records;
    }

    private PresentState subscriber(GivenCluster cluster) throws Exception {
        return new PresentState(cluster.servers(), name(cluster), "another-team", dir.resolve("state.json"));
    }

    private static String name(GivenCluster cluster) {
        return cluster.topics().name(Topic.JOURNEY_NPS);
    }

    private static void put(GivenCluster cluster, String key, @Nullable String value) {
        cluster.put(Topic.JOURNEY_NPS, key, value, AT);
    }
}
