package nl.klantstem.expose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.expose.GivenInsights.Insight;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Topic;
import org.junit.jupiter.api.Test;

class MeasureMetricsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final GivenExporter exporter = new GivenExporter(GivenInsights.catalogue());

    @Test
    void a_measure_shows_the_scores_before_and_after_and_what_it_brought() {
        String scrape = exporter.reads(List.of(AlertMetricsTest.standing(Topic.MEASURE_EFFECTS, Map.of())))
                .scrape();

        assertThat(scrape)
                .contains("voc_measure_state{", "period=\"before\"", "voc_measure_effective_timestamp_seconds{")
                .containsPattern("voc_measure_effect_points\\{bound=\"low\",measure=\"[^\"]+\"} ");
    }

    @Test
    void of_many_measures_those_that_took_effect_last_are_shown_whatever_order_they_came_in() {
        var measures = IntStream.rangeClosed(1, 30)
                .mapToObj(MeasureMetricsTest::inMonth)
                .toList();

        String forth = exporter.reads(measures).scrape();
        String back = new GivenExporter(GivenInsights.catalogue())
                .reads(measures.stream().sorted((a, b) -> -1).toList())
                .scrape();

        assertThat(forth.lines().filter(line -> line.startsWith("voc_measure_state")))
                .hasSize(24)
                .anyMatch(line -> line.contains("\"measure-30\""))
                .noneMatch(line -> line.contains("\"measure-6\""));
        assertThat(measureLines(back)).isEqualTo(measureLines(forth));
    }

    @Test
    void without_answers_there_is_no_score() {
        var kept = new KeptInsights(new CatalogueLabels(GivenInsights.catalogue(), 24, 48), Programme.TRANSACTIONAL);
        AlertMetricsTest.standing(
                        Topic.MEASURE_EFFECTS, Map.of("nps", "null", "verdict", "null", "state", "\"PLANNED\""))
                .to(kept);

        assertThat(kept.view().effects()).hasSize(1);
        assertThat(new MeasureMetrics(new Scrape(
                                kept.view(),
                                GivenInsights.catalogue(),
                                new CatalogueLabels(GivenInsights.catalogue(), 24, 48),
                                new Freshness(NOON, NOON, null)))
                        .samples()
                        .flatMap(samples -> samples.snapshot().stream())
                        .map(metric -> metric.getMetadata().getName()))
                .containsExactly("voc_measure_state", "voc_measure_effective_timestamp_seconds");
    }

    private static List<String> measureLines(String scrape) {
        return scrape.lines().filter(line -> line.startsWith("voc_measure_")).toList();
    }

    private static Insight inMonth(int number) {
        var insight = AlertMetricsTest.standing(
                Topic.MEASURE_EFFECTS,
                Map.of(
                        "measureId",
                        "\"measure-" + number + "\"",
                        "effectiveAt",
                        "\"" + NOON.plusSeconds(number * 86_400L) + "\""));
        return new Insight(insight.topic(), Json.bytes("key " + number), insight.value(), NOON);
    }
}
