package nl.klantstem.expose;

import static nl.klantstem.expose.GivenInsights.catalogue;
import static nl.klantstem.expose.GivenInsights.currentHour;
import static nl.klantstem.expose.GivenInsights.example;
import static nl.klantstem.expose.GivenInsights.scope;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.expose.GivenInsights.At;
import nl.klantstem.topic.Topic;
import org.junit.jupiter.api.Test;

/** What is shown of the steps of journeys, and of what came of them. */
class JourneyFiguresTest {

    static final Scope STEP = scope("audience", "CUSTOMER", "journeyId", "return", "stepId", "3");
    private static final Scope RETURN = scope("audience", "CUSTOMER", "journeyId", "return");
    private static final At WEEK = currentHour().length("P7D");

    private final GivenExporter exporter = new GivenExporter(catalogue());

    @Test
    void every_step_of_the_catalogue_stands_at_zero_from_the_start_in_one_window() {
        assertThat(exporter.samples(MetricCatalogue.JOURNEY_STEP_WINDOW))
                .containsExactly(
                        step("outcome=\"ABANDONED\"", "1"),
                        step("outcome=\"ABANDONED\"", "3"),
                        step("outcome=\"COMPLETED\"", "1"),
                        step("outcome=\"COMPLETED\"", "3"),
                        step("outcome=\"OPEN\"", "1"),
                        step("outcome=\"OPEN\"", "3"));
        assertThat(exporter.samples(MetricCatalogue.JOURNEY_STEP_EMOTION_WINDOW))
                .as("two steps, seven emotions")
                .hasSize(14);
    }

    @Test
    void the_starter_catalogue_shows_its_own_steps_in_the_month() {
        var starter = GivenExporter.withUsualCaps(nl.klantstem.app.CatalogueFile.starter());

        assertThat(starter.samples(MetricCatalogue.JOURNEY_STEP_WINDOW))
                .allMatch(line -> line.contains("window=\"28d\""))
                .filteredOn(line -> line.contains("\"lost-in-mail\""))
                .as("six steps, three outcomes")
                .hasSize(18);
    }

    @Test
    void a_step_has_what_became_of_it_how_it_felt_and_how_it_scored() {
        exporter.reads(example(Topic.JOURNEY_STEPS, STEP, WEEK));

        assertThat(exporter.counted(MetricCatalogue.JOURNEY_STEP_WINDOW))
                .containsExactly(
                        sample("steps", "outcome", "ABANDONED", 51),
                        sample("steps", "outcome", "COMPLETED", 649),
                        sample("steps", "outcome", "OPEN", 100));
        assertThat(exporter.counted(MetricCatalogue.JOURNEY_STEP_RESPONSES_WINDOW))
                .containsExactlyInAnyOrder(
                        response("promoter", 160), response("passive", 95), response("detractor", 125));
        assertThat(exporter.counted(MetricCatalogue.JOURNEY_STEP_EXPERIENCE_WINDOW))
                .anyMatch(line -> line.contains("\"NEGATIVE\"") && line.endsWith(" 310.0"))
                .hasSize(3);
        assertThat(exporter.counted(MetricCatalogue.JOURNEY_STEP_EMOTION_WINDOW))
                .anyMatch(line -> line.contains("\"FRUSTRATION\"") && line.endsWith(" 90.0"))
                .hasSize(7);
    }

    @Test
    void a_step_outside_of_the_catalogue_is_shown_as_other_and_a_strange_one_not_at_all() {
        exporter.reads(
                example(Topic.JOURNEY_STEPS, of("other"), WEEK),
                example(Topic.JOURNEY_STEPS, of("unknown"), WEEK),
                example(Topic.JOURNEY_STEPS, of("stranger"), WEEK));

        assertThat(exporter.counted(MetricCatalogue.JOURNEY_STEP_WINDOW))
                .anyMatch(line -> line.contains("step=\"other\""))
                .anyMatch(line -> line.contains("step=\"unknown\""))
                .noneMatch(line -> line.contains("stranger"))
                .hasSize(6);
    }

    @Test
    void few_answers_show_neither_scores_nor_emotions_and_the_steps_stay() {
        var few = "{\"n\":4,\"nps\":{\"n\":4,\"reliability\":\"SUPPRESSED\"}}";
        exporter.reads(example(Topic.JOURNEY_STEPS, STEP, WEEK, Map.of("answers", few)));

        assertThat(exporter.samples(MetricCatalogue.JOURNEY_STEP_RESPONSES_WINDOW))
                .noneMatch(line -> line.contains("step=\"3\""));
        assertThat(exporter.samples(MetricCatalogue.JOURNEY_STEP_EMOTION_WINDOW))
                .noneMatch(line -> line.contains("step=\"3\""));
        assertThat(exporter.counted(MetricCatalogue.JOURNEY_STEP_WINDOW)).hasSize(3);
    }

    @Test
    void mystery_shoppers_are_in_no_metric() {
        exporter.reads(example(Topic.JOURNEY_STEPS, STEP, WEEK, Map.of("answers", "null", "hurt", "null")));

        assertThat(exporter.counted(MetricCatalogue.JOURNEY_STEP_RESPONSES_WINDOW))
                .isEmpty();
        assertThat(exporter.counted(MetricCatalogue.JOURNEY_STEP_EMOTION_WINDOW))
                .isEmpty();
    }

    @Test
    void what_came_of_journeys_is_counted_over_all_time_with_what_was_taken_back() {
        exporter.reads(example(Topic.JOURNEY_OUTCOMES, RETURN, WEEK));

        assertThat(exporter.counted(MetricCatalogue.JOURNEY_OUTCOMES))
                .contains(
                        "voc_journey_outcomes_total{journey=\"return\",outcome=\"STARTED\"} 9000.0",
                        "voc_journey_outcomes_total{journey=\"return\",outcome=\"REORDERED\"} 4200.0",
                        "voc_journey_outcomes_total{journey=\"return\",outcome=\"LEAKAGE\"} 350.0")
                .hasSize(12);
        assertThat(exporter.counted(MetricCatalogue.JOURNEY_OUTCOMES_CORRECTED))
                .contains("voc_journey_outcomes_corrected_total{journey=\"return\",outcome=\"LEAKAGE\"} 120.0");
    }

    @Test
    void an_outcome_without_totals_is_unreadable() {
        exporter.reads(example(Topic.JOURNEY_OUTCOMES, RETURN, WEEK, Map.of("totals", "null")));

        assertThat(exporter.scrape())
                .contains("voc_exporter_malformed_records_total{topic=\"journey-outcomes\"} 1.0\n");
    }

    private static Scope of(String step) {
        return scope("audience", "CUSTOMER", "journeyId", "return", "stepId", step);
    }

    private static String step(String outcome, String step) {
        return "voc_journey_step_window_steps{journey=\"return\"," + outcome + ",step=\"" + step
                + "\",window=\"7d\"} 0.0";
    }

    private static String sample(String what, String label, String value, int count) {
        return "voc_journey_step_window_" + what + "{journey=\"return\"," + label + "=\"" + value
                + "\",step=\"3\",window=\"7d\"} " + count + ".0";
    }

    private static String response(String category, int count) {
        return "voc_journey_step_window_responses{category=\"" + category
                + "\",journey=\"return\",step=\"3\",window=\"7d\"} " + count + ".0";
    }
}
