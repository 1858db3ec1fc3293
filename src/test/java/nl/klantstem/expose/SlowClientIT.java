package nl.klantstem.expose;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SlowClientIT {

    @Test
    void a_client_that_falls_silent_loses_its_connection() throws Exception {
        var health = new Health() {
            @Override
            public Optional<String> notLive() {
                return Optional.empty();
            }

            @Override
            public Optional<String> notReady() {
                return Optional.empty();
            }
        };
        var settings = new HttpSettings("a server under test", "127.0.0.1", 0, Set.of());
        try (var server = MetricsServer.start(settings, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT), health);
                var silent = RawHttp.open(server.port())) {
            RawHttp.send(silent, "GET /metrics HTTP/1.1\r\nHost: local");

            var answer = new String(silent.getInputStream().readAllBytes());

            assertThat(answer).doesNotContain("200 OK");
        }
    }
}
