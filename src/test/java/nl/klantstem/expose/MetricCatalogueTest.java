package nl.klantstem.expose;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.klantstem.testkit.Golden;
import nl.klantstem.testkit.Promtool;
import org.junit.jupiter.api.Test;

class MetricCatalogueTest {

    private static final Pattern FAMILY = Pattern.compile("^# TYPE (\\S+) (\\S+)$", Pattern.MULTILINE);

    @Test
    void the_page_of_metrics_is_what_the_catalogue_says() {
        Golden.check("docs/metrics.md", page());
    }

    @Test
    void all_that_is_scraped_is_in_the_catalogue_and_all_in_the_catalogue_is_filled() {
        var exporter = new GivenExporter(GivenInsights.catalogue()).reads(InsightCollectorTest.someInsights());
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        BuildInfo.register(registry.getPrometheusRegistry());

        var scraped = FAMILY.matcher(exporter.scrape() + registry.scrape())
                .results()
                .map(family -> family.group(1))
                .toList();

        assertThat(scraped)
                .containsExactlyInAnyOrderElementsOf(
                        Metric.all().map(Metric::fullName).toList());
    }

    @Test
    void names_and_labels_keep_the_rules() {
        assertThat(Metric.all()).allSatisfy(metric -> {
            assertThat(metric.fullName()).matches("voc_[a-z_]+").endsWith(ending(metric));
            assertThat(metric.fullName().endsWith("_total")).isEqualTo(metric.type() == MetricType.COUNTER);
            assertThat(metric.help()).endsWith(".").doesNotContain("\n");
            assertThat(metric.labels())
                    .allMatch(label -> label.matches("[a-z]+(_[a-z]+)?"))
                    .doesNotHaveDuplicates();
        });
    }

    @Test
    void the_starter_catalogue_stays_below_nine_thousand_series() {
        var exporter = GivenExporter.withUsualCaps(nl.klantstem.app.CatalogueFile.starter());

        assertThat(exporter.scrape()
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .count())
                .isLessThan(9_000);
    }

    @Test
    void promtool_has_nothing_to_say() throws Exception {
        var exporter = new GivenExporter(GivenInsights.catalogue()).reads(InsightCollectorTest.someInsights());

        Promtool.check(exporter.scrape());
    }

    private static String ending(Metric metric) {
        return switch (metric.type()) {
            case COUNTER -> "_total";
            case INFO -> "_info";
            case GAUGE, HISTOGRAM -> metric.unit().isEmpty() ? "" : "_" + metric.unit();
        };
    }

    private static String page() {
        var ours = Metric.all()
                .map(metric -> "| `%s` | %s | %s | %s |"
                        .formatted(
                                metric.fullName(),
                                metric.type().name().toLowerCase(Locale.ROOT),
                                String.join(", ", metric.labels()),
                                metric.help()))
                .collect(Collectors.joining("\n"));
        var kafka = PipelineMetrics.allowed().stream()
                .map(name -> "- `" + name + "`")
                .collect(Collectors.joining("\n"));
        return PAGE.formatted(ours, kafka);
    }

    private static final String PAGE = """
            # Metrics

            This page is made from the metric catalogue in the code; change it there.

            ## Insights, served by `klantstem exporter`

            Counts, not scores: an NPS is `100 * (promoters - detractors) / all`, computed after adding, never averaged.
            Journey, channel, audience, reason and driver are spelled as in the insight topics; `other` stands for labels
            outside the catalogue, `unknown` for none. `category` is detractor, passive or promoter. `window` is 1h, 6h,
            24h, 7d, 28d, 90d or today, as the catalogue has them, and of these those in which a figure says something:
            what takes days to be decided 7d and 28d, what is steered by the hour up to 28d, steps of journeys and surveys
            the longest of up to 28d. Every metric counts a fact
            once, so any of its labels may be summed over, never windows; where that does not hold the metric says so.
            Drivers are shown two levels deep. What is counted, and how, is in [measures](measures.md): outcomes, demand
            and reasons are spelled as there.

            Ratios are made of counts: the service level is `IN_TIME / (IN_TIME + MISSED)`, contacts per 1,000 orders
            are `1000 * voc_contact_window_contacts / voc_order_window_orders` after adding each. A `_total` never
            falls; what corrections take back of it is in the `_corrected_total` beside it, and the difference is what
            stands. A fact that moves to other labels counts with both. Customers and partners are never pooled: where
            no journey or driver tells them apart, `audience` does.

            An exporter shows one survey programme, TRANSACTIONAL unless told `--programme`; two are never pooled, and
            there is no label that a sum could forget. To see both, run one exporter for each and tell them apart by job.

            Day steering speaks of the last full hour and of the local day up to its end; [what it says](day-steering.md) is
            told by area and by journey, and held against the plan, last week and last year's peak.

            The whole catalogue stands at zero from the start. Figures are left out when they are further behind the clock
            than `--max-age` (counters too); what concerns records, watermarks and window ends is always shown. Until
            everything that was there at the start is read, only the exporter's own health is shown.

            | name | type | labels | what it says |
            | --- | --- | --- | --- |
            %s

            ## Technical metrics, served by each pipeline instance

            `voc_build_info`, the JVM (`jvm_*`, `process_*`, `system_*`), and of Kafka, in Micrometer's spelling:

            %s
            """;
}
