package nl.klantstem.expose;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.topic.Topic;
import org.jspecify.annotations.Nullable;

/** An exporter without Kafka: insights go in by hand, and what Prometheus would scrape comes out. */
final class GivenExporter implements ReaderState {

    private final KeptInsights kept;
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private boolean ready = true;

    GivenExporter(Catalogue catalogue) {
        this(catalogue, GivenInsights.NOON, null);
    }

    GivenExporter(Catalogue catalogue, Instant now, @Nullable Duration maxAge) {
        this(catalogue, now, maxAge, Programme.TRANSACTIONAL);
    }

    /** As many journeys and drivers as usual. */
    static GivenExporter withUsualCaps(Catalogue catalogue) {
        var labels = new CatalogueLabels(
                catalogue, ExporterSettings.DEFAULT_JOURNEY_CAP, ExporterSettings.DEFAULT_DRIVER_CAP);
        var time = new InsightCollector.ScrapeClock(Clock.fixed(GivenInsights.NOON, ZoneOffset.UTC), null);
        return new GivenExporter(catalogue, labels, time, Programme.TRANSACTIONAL);
    }

    GivenExporter(Catalogue catalogue, Instant now, @Nullable Duration maxAge, Programme programme) {
        this(
                catalogue,
                new CatalogueLabels(catalogue, 3, 4),
                new InsightCollector.ScrapeClock(Clock.fixed(now, ZoneOffset.UTC), maxAge),
                programme);
    }

    private GivenExporter(
            Catalogue catalogue, CatalogueLabels labels, InsightCollector.ScrapeClock time, Programme programme) {
        kept = new KeptInsights(labels, programme);
        registry.getPrometheusRegistry().register(new InsightCollector(kept, this, catalogue, labels, time));
    }

    GivenExporter reads(GivenInsights.Insight... insights) {
        return reads(List.of(insights));
    }

    GivenExporter reads(List<GivenInsights.Insight> insights) {
        insights.forEach(insight -> insight.to(kept));
        return this;
    }

    GivenExporter stillReading() {
        ready = false;
        return this;
    }

    String scrape() {
        return registry.scrape();
    }

    /** The samples of one metric, as they are scraped. */
    List<String> samples(Metric metric) {
        return Arrays.stream(scrape().split("\n"))
                .filter(line -> line.startsWith(metric.fullName() + "{") || line.startsWith(metric.fullName() + " "))
                .toList();
    }

    /** The samples of one metric that are not zero. */
    List<String> counted(Metric metric) {
        return samples(metric).stream().filter(line -> !line.endsWith(" 0.0")).toList();
    }

    @Override
    public Optional<String> waitingFor() {
        return ready ? Optional.empty() : Optional.of("more");
    }

    @Override
    public Optional<String> failure() {
        return Optional.empty();
    }

    @Override
    public Map<Topic, Long> lag() {
        return Map.of(Topic.JOURNEY_NPS, 0L);
    }
}
