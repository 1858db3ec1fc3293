package nl.klantstem.expose;

import static nl.klantstem.expose.GivenInsights.catalogue;
import static nl.klantstem.expose.GivenInsights.currentHour;
import static nl.klantstem.expose.GivenInsights.example;
import static nl.klantstem.expose.GivenInsights.scope;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.expose.GivenInsights.At;
import nl.klantstem.expose.GivenInsights.Insight;
import nl.klantstem.topic.Topic;
import org.junit.jupiter.api.Test;

/** Surveys by how far they came, and responses by whether they are linked. */
class SurveyFiguresTest {

    private static final At WEEK = currentHour().length("P7D");
    private static final Scope ALL = scope("programme", "TRANSACTIONAL", "audience", "CUSTOMER");
    private static final Scope OPT_OUT =
            scope("programme", "TRANSACTIONAL", "audience", "CUSTOMER", "suppressionReason", "OPT_OUT");

    static List<Insight> someInsights() {
        return List.of(
                example(Topic.SURVEY_HEALTH, ALL, WEEK),
                example(
                        Topic.SURVEY_HEALTH,
                        OPT_OUT,
                        WEEK,
                        Map.of("suppressed", "12", "asked", "0", "bounced", "0", "delivered", "0")));
    }

    @Test
    void every_survey_of_the_window_has_one_outcome() {
        var exporter = new GivenExporter(catalogue()).reads(example(Topic.SURVEY_HEALTH, ALL, WEEK));

        assertThat(exporter.counted(MetricCatalogue.SURVEY_INVITATION_WINDOW))
                .containsExactlyInAnyOrder(
                        window("SENT", 160),
                        window("BOUNCED", 40),
                        window("DELIVERED", 1500),
                        window("OPENED", 580),
                        window("ANSWERED", 620));
    }

    @Test
    void of_those_whose_answer_is_due_some_answered_in_time() {
        var exporter = new GivenExporter(catalogue()).reads(example(Topic.SURVEY_HEALTH, ALL, WEEK));

        assertThat(exporter.counted(MetricCatalogue.SURVEY_DUE_WINDOW))
                .containsExactlyInAnyOrder(
                        "voc_survey_due_window_invitations{audience=\"CUSTOMER\",outcome=\"IN_TIME\",window=\"7d\"} 310.0",
                        "voc_survey_due_window_invitations{audience=\"CUSTOMER\",outcome=\"MISSED\",window=\"7d\"} 1090.0");
    }

    @Test
    void totals_hold_every_stage_ever_reached_and_what_was_corrected_beside_it() {
        var exporter = new GivenExporter(catalogue()).reads(example(Topic.SURVEY_HEALTH, ALL, WEEK));

        assertThat(exporter.counted(MetricCatalogue.SURVEY_INVITATIONS))
                .hasSize(7)
                .contains(
                        "voc_survey_invitations_total{audience=\"CUSTOMER\",stage=\"ASKED\"} 40600.0",
                        "voc_survey_invitations_total{audience=\"CUSTOMER\",stage=\"AGAIN\"} 320.0",
                        "voc_survey_invitations_total{audience=\"CUSTOMER\",stage=\"ANSWERED\"} 9000.0");
        assertThat(exporter.counted(MetricCatalogue.SURVEY_INVITATIONS_CORRECTED))
                .contains("voc_survey_invitations_corrected_total{audience=\"CUSTOMER\",stage=\"ANSWERED\"} 70.0");
    }

    @Test
    void why_surveys_were_not_asked_is_a_closed_list_with_none_for_those_that_were() {
        var exporter = new GivenExporter(catalogue())
                .reads(someInsights())
                .reads(example(
                        Topic.SURVEY_HEALTH,
                        scope("programme", "TRANSACTIONAL", "audience", "CUSTOMER", "suppressionReason", "MOOD"),
                        WEEK));

        assertThat(exporter.counted(MetricCatalogue.SURVEY_SUPPRESSION_WINDOW))
                .containsExactly(
                        "voc_survey_suppression_window_invitations{audience=\"CUSTOMER\",suppression=\"OPT_OUT\",window=\"7d\"} 12.0");
        assertThat(exporter.samples(MetricCatalogue.SURVEY_SUPPRESSION_WINDOW))
                .hasSize(2 * List.of("OPT_OUT", "none", "other", "unknown").size());
        assertThat(exporter.counted(OperationsMetric.EXPORTER_OVERFLOW)).hasSize(1);
    }

    @Test
    void every_response_is_linked_or_has_a_reason_why_not() {
        var exporter = new GivenExporter(catalogue()).reads(example(Topic.SURVEY_HEALTH, ALL, WEEK));

        assertThat(exporter.counted(MetricCatalogue.SURVEY_LINKS_WINDOW))
                .hasSize(4)
                .anyMatch(line -> line.contains("LINKED") && line.endsWith(" 576.0"))
                .anyMatch(line -> line.contains("NO_CUSTOMER") && line.endsWith(" 30.0"))
                .anyMatch(line -> line.contains("CONTACT_UNKNOWN") && line.endsWith(" 14.0"))
                .anyMatch(line -> line.contains("NO_CONTACT") && line.endsWith(" 20.0"));
        assertThat(exporter.counted(MetricCatalogue.SURVEY_AGAIN_WINDOW))
                .containsExactly("voc_survey_again_window_invitations{audience=\"CUSTOMER\",window=\"7d\"} 25.0");
        assertThat(exporter.counted(MetricCatalogue.SURVEY_LINKS_CORRECTED)).hasSize(3);
    }

    @Test
    void without_responses_nothing_is_linked() {
        var exporter = new GivenExporter(catalogue())
                .reads(example(Topic.SURVEY_HEALTH, ALL, WEEK, Map.of("responses", "0", "unmatched", "null")));

        assertThat(exporter.counted(MetricCatalogue.SURVEY_LINKS_WINDOW)).isEmpty();
    }

    @Test
    void surveys_without_their_totals_are_unreadable() {
        var exporter = new GivenExporter(catalogue())
                .reads(
                        example(Topic.SURVEY_HEALTH, ALL, WEEK, Map.of("totals", "null")),
                        example(Topic.SURVEY_HEALTH, ALL, WEEK, Map.of("totals/corrected", "null")),
                        example(Topic.SURVEY_HEALTH, ALL, WEEK, Map.of("totals/counted/unmatched", "null")));

        assertThat(exporter.counted(OperationsMetric.EXPORTER_MALFORMED))
                .containsExactly("voc_exporter_malformed_records_total{topic=\"survey-health\"} 3.0");
    }

    private static String window(String outcome, int surveys) {
        return "voc_survey_window_invitations{audience=\"CUSTOMER\",outcome=\"" + outcome + "\",window=\"7d\"} "
                + surveys + ".0";
    }
}
