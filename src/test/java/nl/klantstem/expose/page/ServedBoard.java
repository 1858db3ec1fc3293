package nl.klantstem.expose.page;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import nl.klantstem.expose.Health;
import nl.klantstem.expose.HttpSettings;
import nl.klantstem.expose.MetricsServer;
import nl.klantstem.expose.board.Board;

/** A page on a free port, as the exporter serves it. */
final class ServedBoard implements AutoCloseable {

    private final LivePage page;
    private final MetricsServer server;

    ServedBoard(Supplier<Board> boards, Clock clock) {
        this(boards, clock, 0);
    }

    ServedBoard(Supplier<Board> boards, Clock clock, int port) {
        page = new LivePage(boards, clock);
        server = MetricsServer.start(
                new HttpSettings("a page under test", "127.0.0.1", port, Set.of()),
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                new Well(),
                page);
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() {
        page.close();
        server.close();
    }

    private static final class Well implements Health {
        @Override
        public Optional<String> notLive() {
            return Optional.empty();
        }

        @Override
        public Optional<String> notReady() {
            return Optional.empty();
        }
    }
}
