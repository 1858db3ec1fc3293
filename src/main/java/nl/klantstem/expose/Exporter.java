package nl.klantstem.expose;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.expose.board.BoardInsights;
import nl.klantstem.expose.board.Boards;
import nl.klantstem.expose.page.LivePage;
import nl.klantstem.topic.Topics;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the insight topics as any subscriber does and serves them as a live page and as Prometheus metrics; several show the same. */
public final class Exporter implements AutoCloseable {

    private static final long RECONNECT_MILLIS = 500;
    private static final long RECONNECT_MAX_MILLIS = 10_000;

    private final InsightReader reader;
    private final LivePage page;
    private final MetricsServer server;
    private final JvmMetrics jvm;

    private Exporter(InsightReader reader, LivePage page, MetricsServer server, JvmMetrics jvm) {
        this.reader = reader;
        this.page = page;
        this.server = server;
        this.jvm = jvm;
    }

    /** Listens at once and reads from then on; throws UserMistake when the settings do not allow either. */
    public static Exporter start(ExporterSettings settings, Catalogue catalogue) {
        var labels = new CatalogueLabels(catalogue, settings.journeyCap(), settings.driverCap());
        var kept = new KeptInsights(labels, settings.programme());
        var topics = new Topics(settings.prefix());
        var board = new BoardInsights(topics, settings.programme(), Clock.systemUTC());
        var reader = new InsightReader(consumer(settings), topics, kept, board);
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        var prometheus = registry.getPrometheusRegistry();
        BuildInfo.register(prometheus);
        prometheus.register(new InsightCollector(
                kept,
                reader,
                catalogue,
                labels,
                new InsightCollector.ScrapeClock(Clock.systemUTC(), settings.maxAge())));
        var terms =
                new Boards.Terms(settings.http().title(), settings.programme(), settings.maxAge(), Clock.systemUTC());
        var page = new LivePage(new Boards(board, reader::state, catalogue, terms)::make, Clock.systemUTC());
        var server = serve(settings.http(), registry, reader, page);
        reader.start();
        return new Exporter(reader, page, server, JvmMetrics.bindTo(registry));
    }

    /** The port that is listened on. */
    public int port() {
        return server.port();
    }

    /** Where the pages are. */
    public URI uri() {
        return server.uri();
    }

    /** What is still waited for, as a sentence; nothing once it is ready. */
    public Optional<String> notReady() {
        return reader.waitingFor();
    }

    /** Why it stopped reading by itself, as a sentence. */
    public Optional<String> failure() {
        return reader.failure();
    }

    @Override
    public void close() {
        page.close();
        server.close();
        reader.close();
        jvm.close();
    }

    private static MetricsServer serve(
            HttpSettings http, PrometheusMeterRegistry registry, InsightReader reader, LivePage page) {
        try {
            return MetricsServer.start(http, registry, health(reader), page);
        } catch (RuntimeException e) {
            page.close();
            reader.close();
            throw e;
        }
    }

    private static Consumer<byte[], byte[]> consumer(ExporterSettings settings) {
        Map<String, Object> config = new HashMap<>(settings.connection());
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.putIfAbsent(ConsumerConfig.CLIENT_ID_CONFIG, settings.prefix() + "exporter");
        // While the brokers are away the client warns at each attempt.
        config.putIfAbsent(ConsumerConfig.RECONNECT_BACKOFF_MS_CONFIG, RECONNECT_MILLIS);
        config.putIfAbsent(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, RECONNECT_MAX_MILLIS);
        try {
            return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        } catch (KafkaException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            throw new UserMistake("no connection to Kafka can be made: " + cause.getMessage(), e);
        }
    }

    private static Health health(InsightReader reader) {
        return new Health() {
            @Override
            public Optional<String> notLive() {
                return reader.failure();
            }

            @Override
            public Optional<String> notReady() {
                return reader.waitingFor();
            }
        };
    }
}
