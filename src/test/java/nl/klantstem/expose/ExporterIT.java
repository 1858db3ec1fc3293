package nl.klantstem.expose;

import static nl.klantstem.expose.GivenInsights.TEN_SCORES;
import static nl.klantstem.expose.GivenInsights.catalogue;
import static nl.klantstem.expose.GivenInsights.currentHour;
import static nl.klantstem.expose.GivenInsights.gone;
import static nl.klantstem.expose.GivenInsights.nps;
import static nl.klantstem.expose.GivenInsights.npsScope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.klantstem.expose.GivenInsights.Insight;
import nl.klantstem.replay.EmbeddedBroker;
import nl.klantstem.topic.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ExporterIT {

    private static final Topics TOPICS = new Topics("voc.");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path dir;

    private EmbeddedBroker broker;

    @BeforeEach
    void startBroker() {
        broker = EmbeddedBroker.start(dir, Map.of());
    }

    @AfterEach
    void stopBroker() {
        broker.close();
    }

    @Test
    void what_is_committed_is_shown_by_every_exporter_and_what_is_not_by_none() throws Exception {
        createTopics();
        publish(true, InsightCollectorTest.someInsights());
        publish(false, List.of(nps(npsScope("return", "EMAIL"), currentHour(), TEN_SCORES)));
        try (var one = exporter();
                var other = exporter()) {
            await().atMost(PATIENCE).until(() -> status(one) == 200 && status(other) == 200);

            assertThat(insights(one))
                    .isEqualTo(insights(other))
                    .contains("channel=\"CHAT\",journey=\"return\"} 5.0")
                    .doesNotContainPattern("channel=\"EMAIL\",journey=\"return\"} [1-9]");
            assertThat(get(one, "metrics").body())
                    .contains("voc_exporter_topic_lag_records{topic=\"journey-nps\"} 0.0", "voc_build_info");
            assertThat(get(one, "").body()).contains("<html lang=", "data-list=\"journeys\"");
            assertThat(get(one, "api/v1/progress").body()).contains("\"phase\":\"FOLLOWING\"");
        }
    }

    @Test
    void what_is_published_or_withdrawn_later_is_seen_within_seconds() throws Exception {
        createTopics();
        var chat = npsScope("return", "CHAT");
        try (var exporter = exporter()) {
            await().atMost(PATIENCE).until(() -> status(exporter) == 200);
            assertThat(insights(exporter)).doesNotContain(" 5.0");

            publish(true, List.of(nps(chat, currentHour(), TEN_SCORES)));
            await().atMost(PATIENCE).until(() -> insights(exporter).contains(" 5.0"));
            publish(true, List.of(gone(chat, currentHour())));
            await().atMost(PATIENCE).until(() -> !insights(exporter).contains(" 5.0"));
        }
    }

    @Test
    void topics_that_are_not_there_yet_are_waited_for_by_name() throws Exception {
        try (var exporter = exporter()) {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                            get(exporter, "health/ready").body())
                    .contains("topic voc.journey-nps.v1 is not there"));
            assertThat(get(exporter, "health/ready").statusCode()).isEqualTo(503);
            assertThat(get(exporter, "health/live").statusCode()).isEqualTo(200);
            assertThat(get(exporter, "metrics").body())
                    .contains("voc_exporter_ready 0.0")
                    .doesNotContain("voc_survey");

            createTopics();

            await().atMost(PATIENCE).until(() -> status(exporter) == 200);
        }
    }

    private Exporter exporter() {
        return Exporter.start(
                ExporterSettings.of(
                        Map.of("bootstrap.servers", broker.bootstrapServers()),
                        TOPICS.prefix(),
                        new HttpSettings("exporter under test", "127.0.0.1", 0, Set.of()),
                        null),
                catalogue());
    }

    private void createTopics() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(InsightReader.TOPICS.stream()
                            .map(topic -> new NewTopic(TOPICS.name(topic), 3, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }

    /** In one transaction, which is committed or aborted. */
    private void publish(boolean commit, List<Insight> insights) {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                broker.bootstrapServers(),
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                "pipeline");
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            insights.forEach(insight -> producer.send(new ProducerRecord<>(
                    TOPICS.name(insight.topic()),
                    null,
                    insight.timestamp().toEpochMilli(),
                    insight.key(),
                    insight.value())));
            producer.flush();
            if (commit) {
                producer.commitTransaction();
            } else {
                producer.abortTransaction();
            }
        }
    }

    /** What comes from the insights: all but the exporter's own health and its JVM. */
    private String insights(Exporter exporter) throws IOException, InterruptedException {
        return get(exporter, "metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("voc_") && !line.startsWith("voc_exporter_"))
                .reduce("", (text, line) -> text + line + "\n");
    }

    private int status(Exporter exporter) throws IOException, InterruptedException {
        return get(exporter, "health/ready").statusCode();
    }

    private HttpResponse<String> get(Exporter exporter, String page) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + exporter.port() + "/" + page))
                .timeout(PATIENCE)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
