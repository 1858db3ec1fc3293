package nl.klantstem.expose;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import nl.klantstem.contract.catalogue.Catalogue;
import org.jspecify.annotations.Nullable;

/**
 * Builds all metrics of the insights at each scrape, from one view of what is kept. Until everything that was there at the
 * start is read it shows its own health only: a counter read by half would look like a reset.
 */
final class InsightCollector implements MultiCollector {

    private final KeptInsights kept;
    private final ReaderState reader;
    private final Catalogue catalogue;
    private final CatalogueLabels labels;
    private final Clock clock;
    private final @Nullable Duration maxAge;

    InsightCollector(
            KeptInsights kept, ReaderState reader, Catalogue catalogue, CatalogueLabels labels, ScrapeClock time) {
        this.kept = kept;
        this.reader = reader;
        this.catalogue = catalogue;
        this.labels = labels;
        this.clock = time.clock();
        this.maxAge = time.maxAge();
    }

    /** The wall clock, and how far behind it a value may be; null for any. */
    record ScrapeClock(Clock clock, @Nullable Duration maxAge) {}

    @Override
    public MetricSnapshots collect() {
        boolean ready = reader.isReady();
        var view = kept.view();
        var health = new ExporterMetrics(view, reader).samples();
        var samples = ready ? Stream.concat(insights(view), health) : health;
        return new MetricSnapshots(
                samples.flatMap(each -> each.snapshot().stream()).toList());
    }

    private Stream<Samples> insights(KeptInsights.View view) {
        var freshness = Freshness.of(view.progress(), clock.instant(), maxAge);
        var scrape = new Scrape(view, catalogue, labels, freshness);
        return Stream.of(
                        new InsightMetrics(scrape).samples(),
                        new AlertMetrics(scrape).samples(),
                        new SurgeMetrics(scrape).samples(),
                        new CatalogueMetrics(scrape.catalogue()).samples(),
                        new MeasureMetrics(scrape).samples(),
                        new SteeringMetrics(scrape).samples(),
                        new TargetMetrics(scrape.catalogue()).samples(),
                        new ProgressMetrics(scrape).samples())
                .flatMap(each -> each);
    }
}
