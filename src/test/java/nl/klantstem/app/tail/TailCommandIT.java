package nl.klantstem.app.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import nl.klantstem.app.Main;
import nl.klantstem.testkit.GivenCluster;
import nl.klantstem.testkit.Schemas;
import nl.klantstem.topic.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees who looks into a topic, on a real broker. */
@Timeout(120)
class TailCommandIT {

    private static final Instant AT = Instant.parse("2026-11-27T09:05:00Z");

    @TempDir
    private Path dir;

    @Test
    void a_topic_is_shown_as_it_is_now_and_followed() throws Exception {
        try (var cluster = GivenCluster.start(dir.resolve("broker"), true)) {
            String alert = Schemas.golden("nps-alerts.key").toString();
            cluster.put(Topic.JOURNEY_NPS, key("return", "FINAL"), value("return", 1, false), AT);
            cluster.put(Topic.JOURNEY_NPS, key("return", "FINAL"), value("return", 2, false), AT.plusSeconds(60));
            cluster.put(Topic.JOURNEY_NPS, key("return", "CURRENT"), value("return", 3, true), AT.plusSeconds(120));
            cluster.put(Topic.JOURNEY_NPS, key("exchange", "FINAL"), value("exchange", 4, false), AT.plusSeconds(180));
            cluster.put(Topic.JOURNEY_NPS, key("gone", "FINAL"), value("gone", 5, false), AT);
            cluster.put(Topic.JOURNEY_NPS, key("gone", "FINAL"), null, AT.plusSeconds(1));
            cluster.put(Topic.NPS_ALERTS, alert, Schemas.golden("nps-alerts").toString(), AT);

            assertThat(cluster.run("tail", "journey-nps")).as(cluster.err()).isZero();
            assertThat(cluster.out().lines()).hasSize(3).noneMatch(line -> line.contains("n=1 "));
            assertThat(cluster.out()).contains("n=2 ", "n=3 ", "n=4 ").doesNotContain("gone");
            assertThat(cluster.run("tail", "voc.journey-nps.v1", "--final", "-n", "1"))
                    .isZero();
            assertThat(cluster.out().lines()).singleElement().asString().contains("  final ", "journeyId=exchange");
            assertThat(cluster.run("tail", "journey-nps", "--scope", "journeyId=return", "--json"))
                    .isZero();
            assertThat(cluster.out().lines()).hasSize(2).allMatch(line -> line.startsWith("{\"key\":{"));
            assertThat(cluster.run("tail", "journey-nps", "--since", "2026-11-27T09:08:00Z"))
                    .isZero();
            assertThat(cluster.out().lines()).hasSize(1);
            assertThat(cluster.run("tail", "nps-alerts", "--scope", "state=OPEN"))
                    .isZero();
            assertThat(cluster.out()).isEmpty();
            assertThat(cluster.run("tail", "survey-health")).isZero();
            thePagesCommands(cluster);
            mistakes(cluster);
            follows(cluster);
        }
    }

    /** Those of docs/subscribe.md, but for going on for ever. */
    private static void thePagesCommands(GivenCluster cluster) throws IOException {
        var commands = Files.readAllLines(Path.of("docs/subscribe.md")).stream()
                .filter(line -> line.startsWith("bin/klantstem "))
                .map(line -> line.replace(" --follow", "").split(" ", -1))
                .toList();
        assertThat(commands).hasSizeGreaterThan(3);
        for (String[] command : commands) {
            assertThat(cluster.run(Arrays.copyOfRange(command, 1, command.length)))
                    .as(String.join(" ", command) + cluster.err())
                    .isZero();
        }
    }

    private static void follows(GivenCluster cluster) throws Exception {
        var screen = new StringWriter();
        var reader = new Thread(() -> Main.commandLine()
                .setOut(new PrintWriter(screen, true))
                .execute("tail", "journey-nps", "-f", "-n", "0", "--bootstrap-servers", cluster.servers()));
        reader.start();
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            cluster.put(Topic.JOURNEY_NPS, key("return", "FINAL"), value("return", 77, false), AT);
            return screen.toString().contains("n=77 ");
        });
        cluster.put(Topic.JOURNEY_NPS, key("exchange", "FINAL"), null, AT);
        await().atMost(Duration.ofSeconds(10)).until(() -> screen.toString().contains("  deleted "));
        reader.interrupt();
        reader.join(10_000);

        assertThat(reader.isAlive()).isFalse();
        assertThat(screen.toString()).as("what was there before").doesNotContain("n=3 ");
    }

    private static void mistakes(GivenCluster cluster) {
        assertThat(cluster.run("tail", "jorney-nps")).isEqualTo(1);
        assertThat(cluster.err()).contains("unknown topic 'jorney-nps', did you mean 'journey-nps'?");
        assertThat(cluster.run("tail", "survey-responses")).isEqualTo(1);
        assertThat(cluster.err()).contains("is no insight topic");
        assertThat(cluster.run("tail", "journey-nps", "--scope", "chanel=CHAT")).isEqualTo(1);
        assertThat(cluster.err()).contains("did you mean 'channel'?");
        assertThat(cluster.run("tail", "journey-nps", "--set", "topics.prefix=elsewhere."))
                .isEqualTo(1);
        assertThat(cluster.err())
                .contains("missing topics: elsewhere.journey-nps.v1", "'klantstem topics apply' makes them");
    }

    @Test
    void without_a_cluster_it_says_so_soon() {
        var err = new StringWriter();
        int code = Main.commandLine()
                .setErr(new PrintWriter(err, true))
                .execute("tail", "journey-nps", "--bootstrap-servers", "127.0.0.1:1");

        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("no Kafka broker answered in time: check the bootstrap servers");
    }

    private static String key(String journey, String state) {
        return """
                {"scope":{"audience":"CUSTOMER","journeyId":"%s","programme":"TRANSACTIONAL"},"type":"ROLLING",\
                "length":"PT24H","state":"%s"}""".formatted(journey, state);
    }

    private static String value(String journey, int n, boolean provisional) {
        return """
                {"scope":{"audience":"CUSTOMER","journeyId":"%s","programme":"TRANSACTIONAL"},\
                "window":{"type":"ROLLING","length":"PT24H","from":"2026-11-26T09:00:00Z","to":"2026-11-27T09:00:00Z"},\
                "n":%d,"reliability":"LOW_N","provisional":%s}""".formatted(journey, n, provisional);
    }
}
