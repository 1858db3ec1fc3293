package nl.klantstem.expose;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Optional;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/** What stands under each path: metrics, health and a page that lists them. */
final class MetricsPages {

    private static final String OPEN_METRICS = "application/openmetrics-text";
    private static final String OPEN_METRICS_1 = OPEN_METRICS + "; version=1.0.0; charset=utf-8";
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final String title;
    private final PrometheusMeterRegistry registry;
    private final Health health;

    MetricsPages(String title, PrometheusMeterRegistry registry, Health health) {
        this.title = title;
        this.registry = registry;
        this.health = health;
    }

    Answer page(String path, @Nullable String accept) {
        return switch (path) {
            case "/" -> Answer.sentence(HttpStatus.OK_200, index());
            case "/metrics" -> metrics(accept);
            case "/health/live" -> health("alive", health.notLive());
            case "/health/ready" -> health("ready", health.notLive().or(health::notReady));
            default ->
                Answer.sentence(
                        HttpStatus.NOT_FOUND_404, "There is nothing here. The pages are listed at / of this server.");
        };
    }

    private String index() {
        return title + "\n\n/metrics       for Prometheus\n/health/live   whether it must be restarted\n"
                + "/health/ready  whether it can serve";
    }

    private Answer metrics(@Nullable String accept) {
        var format = accept != null && accept.contains(OPEN_METRICS) ? OPEN_METRICS_1 : TEXT;
        return new Answer(HttpStatus.OK_200, format, registry.scrape(format));
    }

    private static Answer health(String well, Optional<String> unwell) {
        return unwell.map(sentence -> Answer.sentence(HttpStatus.SERVICE_UNAVAILABLE_503, sentence))
                .orElseGet(() -> Answer.sentence(HttpStatus.OK_200, well));
    }
}
