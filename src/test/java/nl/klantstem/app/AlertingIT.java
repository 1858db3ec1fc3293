package nl.klantstem.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.expose.Exporter;
import nl.klantstem.expose.ExporterSettings;
import nl.klantstem.expose.HttpSettings;
import nl.klantstem.ingest.Pseudonyms;
import nl.klantstem.replay.EmbeddedBroker;
import nl.klantstem.replay.Imported;
import nl.klantstem.replay.Inputs;
import nl.klantstem.replay.Merger;
import nl.klantstem.replay.ProgressWatch;
import nl.klantstem.replay.shop.ShopDelivery;
import nl.klantstem.replay.shop.ShopRecord;
import nl.klantstem.testkit.AlertmanagerProcess;
import nl.klantstem.testkit.PrometheusProcess;
import nl.klantstem.testkit.Promtool;
import nl.klantstem.testkit.ShippedAlerting;
import nl.klantstem.testkit.Webhook;
import nl.klantstem.topic.TopicPlan;
import nl.klantstem.topic.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The product runs, a real Prometheus scrapes it with the rules that ship, and a real Alertmanager sends on with the routes that
 * ship: a score that drops reaches the owner of its journey, in words, and so does its end.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class AlertingIT {

    private static final Topics TOPICS = new Topics("voc.");
    private static final Catalogue CATALOGUE = CatalogueFile.starter();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration EVERY = Duration.ofDays(1);
    private static final Merger.Limits LIMITS = new Merger.Limits(300, Duration.ofDays(2), Duration.ofMinutes(2));
    private static final Duration RECOVERY = Duration.ofDays(4);
    private static final String DROP = "voc_nps_alert_active{direction=\"DROP\",journey=\"return\"} == 1";

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
    private final DropAndRecovery answers = new DropAndRecovery(now);

    @TempDir
    private Path dir;

    private EmbeddedBroker broker;

    @BeforeEach
    void startBroker() throws Exception {
        PrometheusProcess.assumeInstalled();
        AlertmanagerProcess.assumeInstalled();
        broker = EmbeddedBroker.start(dir.resolve("broker"), Map.of());
        try (var admin = Admin.create(connection())) {
            TopicPlan.history(TOPICS, 2).apply(admin);
        }
    }

    @AfterEach
    void stopBroker() {
        if (broker != null) {
            broker.close();
        }
    }

    @Test
    void a_drop_reaches_the_owner_in_words_and_so_does_its_end_and_a_second_exporter_changes_no_number()
            throws Exception {
        Path key = Pseudonyms.create(dir.resolve("pseudonym.key"));
        var settings =
                PipelineSettings.embedded(broker.bootstrapServers(), TOPICS.prefix(), dir.resolve("state"), key, EVERY);
        try (var pipeline = RunningPipeline.start(settings, CATALOGUE);
                var health = new PipelineHealth(pipeline, "127.0.0.1", 0);
                var webhook = Webhook.open();
                var first = exporter(0)) {
            load(answers.drop(dir.resolve("drop")), now.plusSeconds(360), pipeline);
            int second = freePort();
            var shipped = new ShippedAlerting(dir);
            try (var alertmanager = AlertmanagerProcess.start(shipped.alertmanager(webhook.address()), dir);
                    var prometheus = PrometheusProcess.start(
                            shipped.prometheus(
                                    List.of(first.port(), second),
                                    URI.create(health.address()),
                                    alertmanager.address()),
                            dir)) {
                await().atMost(PATIENCE).until(() -> !prometheus.query(DROP).isEmpty());
                await().atMost(PATIENCE).untilAsserted(() -> assertThat(chats(webhook))
                        .as(() -> "messages; alerts " + prometheus.alerts() + alertmanager.alerts() + webhook.posts())
                        .isNotEmpty());
                assertToldInWords(chats(webhook).get(0), prometheus);
                assertThat(Promtool.run(asThePageAsks(alertmanager.address())))
                        .contains("alertname=\"NpsDrop\"", "journey=\"return\"");
                await().atMost(PATIENCE).until(() -> webhook.posts().stream()
                        .anyMatch(post -> post.path().equals("/heartbeat")));
                assertHealthy(prometheus);
                assertThatASecondExporterChangesNoNumber(prometheus, second);

                recover();
                await().atMost(PATIENCE).untilAsserted(() -> assertThat(chats(webhook))
                        .as(() -> "messages; alerts " + prometheus.alerts() + alertmanager.alerts())
                        .anyMatch(chat -> title(chat).startsWith("Voorbij: NPS van Retour daalde ")));
            }
        }
    }

    private static void assertToldInWords(JsonNode chat, PrometheusProcess prometheus) {
        String text = chat.path("attachments").path(0).path("text").asText();
        System.out.println(text);
        double size = prometheus
                .query("abs(one:voc_nps_alert_points{journey=\"return\",direction=\"DROP\",bound=\"value\"})")
                .path(0)
                .path("value")
                .path(1)
                .asDouble();
        assertThat(size).isGreaterThan(20);
        assertThat(chat.path("channel").asText()).isEqualTo("after-sales-journeys");
        assertThat(title(chat)).isEqualTo("NPS van Retour daalde %.1f punten".formatted(size));
        assertThat(text)
                .containsPattern("Sinds ongeveer 20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC ligt de NPS van Retour")
                .contains("(return, CUSTOMER) %.1f punten van wat gewoon is (95%%: -".formatted(size))
                .containsPattern("op \\d+ antwoorden, waar \\d+\\.\\d gewoon is")
                .containsPattern("minder dan eens in \\d+\\.\\d jaar voor")
                .containsPattern(
                        "wat ze met de score doen: returns/refund \\(-\\d+\\.\\d\\), \\S+ \\([+-]\\d+\\.\\d\\), \\S+ ")
                .contains("/d/klantstem-journey?var-journey=return", "/NpsDrop.md");
    }

    private static String[] asThePageAsks(URI alertmanager) throws IOException {
        return Files.readString(Path.of("docs/alerting.md"))
                .lines()
                .filter(line -> line.startsWith("amtool --alertmanager.url="))
                .findFirst()
                .orElseThrow()
                .replaceFirst("--alertmanager.url=\\S+", "--alertmanager.url=" + alertmanager)
                .split(" ");
    }

    /** Every rule can be evaluated, and all that is there is scraped. */
    private static void assertHealthy(PrometheusProcess prometheus) {
        assertThat(prometheus.rules()).isNotEmpty().allSatisfy(group -> assertThat(group.path("rules"))
                .allSatisfy(rule -> assertThat(rule.path("lastError").asText())
                        .as(rule.path("name").asText())
                        .isEmpty()));
        assertThat(prometheus.values("sum by (job) (up)"))
                .containsEntry(Map.of("job", "klantstem-exporter"), 1.0)
                .containsEntry(Map.of("job", "klantstem-pipeline"), 1.0);
        assertThat(prometheus.query("kafka_stream_failed_stream_threads_total")).isNotEmpty();
    }

    private void assertThatASecondExporterChangesNoNumber(PrometheusProcess prometheus, int port) {
        String all =
                "sum by (__name__) ({__name__=~\"one:voc_.*\"}) or count by (__name__) ({__name__=~\"one:voc_.*\"})";
        String alerts =
                "count by (alertname, journey, driver) (ALERTS{alertstate=\"firing\",signal=~\"nps|contacts|service\"})";
        var numbers = prometheus.values(all);
        var firing = prometheus.values(alerts);
        try (var other = exporter(port)) {
            await().atMost(PATIENCE).until(() -> other.notReady().isEmpty());
            await().atMost(PATIENCE)
                    .until(() ->
                            !prometheus.query("sum(voc_exporter_ready) == 2").isEmpty());
            await().pollDelay(Duration.ofSeconds(4)).until(() -> true);

            assertThat(numbers).hasSizeGreaterThan(50);
            assertThat(prometheus.values(all)).isEqualTo(numbers);
            assertThat(prometheus.values(alerts)).isEqualTo(firing);
            assertThat(prometheus.query("ALERTS{alertname=\"ReplicasDisagree\"}"))
                    .isEmpty();
        }
    }

    /** As it happens: what is recorded after now cannot be read from a file. */
    private void recover() {
        try (var delivery = new ShopDelivery(broker.bootstrapServers(), TOPICS)) {
            for (ShopRecord each : answers.recovery(RECOVERY)) {
                delivery.send(each);
                delivery.tick(each.recordedAt());
            }
            delivery.tick(now.plus(RECOVERY).toEpochMilli());
            delivery.flush();
        }
    }

    private void load(List<Path> files, Instant upTo, RunningPipeline pipeline) {
        try (var imported = Imported.read(
                        Inputs.resolve(files, List.of()),
                        Instant.now(),
                        dir.resolve("sorted-" + upTo.getEpochSecond()),
                        n -> {});
                var progress = new ProgressWatch(connection(), TOPICS);
                var merger = new Merger(connection(), TOPICS, LIMITS, progress, pipeline::failure)) {
            merger.run(imported, new Merger.Finish(upTo, upTo.minusSeconds(60)), (n, t) -> {});
        }
    }

    private Exporter exporter(int port) {
        return Exporter.start(
                ExporterSettings.of(
                        connection(),
                        TOPICS.prefix(),
                        new HttpSettings("exporter under test", "127.0.0.1", port, Set.of()),
                        Duration.ofMinutes(10)),
                CATALOGUE);
    }

    private Map<String, Object> connection() {
        return Map.of("bootstrap.servers", broker.bootstrapServers());
    }

    private static List<JsonNode> chats(Webhook webhook) {
        return webhook.posts().stream()
                .filter(post -> post.path().equals("/chat"))
                .map(Webhook.Post::body)
                .filter(chat -> title(chat).contains("Retour"))
                .toList();
    }

    private static String title(JsonNode chat) {
        return chat.path("attachments").path(0).path("title").asText();
    }

    private static int freePort() {
        return PrometheusProcess.freePort();
    }
}
