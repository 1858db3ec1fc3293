package nl.klantstem.expose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.expose.GivenInsights.Insight;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Topic;
import org.junit.jupiter.api.Test;

class AlertMetricsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final Catalogue catalogue = GivenInsights.catalogue();
    private final CatalogueLabels labels = new CatalogueLabels(catalogue, 24, 48);
    private final KeptInsights kept = new KeptInsights(labels, Programme.TRANSACTIONAL);

    /** Of each topic something that stands. */
    static List<Insight> someInsights() {
        return List.of(
                standing(Topic.NPS_ALERTS, Map.of("alertId", "\"a\"", "state", "\"OPEN\"")),
                standing(Topic.NPS_WATCHES, Map.of("drop", "0.25")),
                standing(
                        Topic.NPS_WATCHES,
                        Map.of("scope", "{\"audience\":\"CUSTOMER\"}", "state", "\"INCIDENT\"", "alertId", "\"a\"")),
                standing(
                        Topic.NPS_WATCHES,
                        Map.of("scope", "{\"audience\":\"PARTNER\"}", "state", "\"LEARNING\"", "answersToGo", "120")),
                standing(Topic.CONTACT_SURGES, Map.of("state", "\"OPEN\"")),
                standing(Topic.MEASURE_EFFECTS, Map.of()));
    }

    /** The reviewed example with other fields. */
    static Insight standing(Topic topic, Map<String, String> fields) {
        try {
            var golden = Path.of("src/test/resources/golden", topic.shortName() + ".json");
            var value = (ObjectNode) Json.MAPPER.readTree(Files.readString(golden));
            for (var field : fields.entrySet()) {
                value.set(field.getKey(), Json.MAPPER.readTree(field.getValue()));
            }
            value.put("asOf", NOON.toString());
            byte[] key = Json.bytes(List.of(String.valueOf(value.get("scope")), topic.shortName()));
            return new Insight(topic, key, Json.bytes(value), NOON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(Topic topic, Map<String, String> fields) {
        standing(topic, fields).to(kept);
    }

    private String shown() {
        return shown(new Freshness(NOON, NOON, null));
    }

    private String shown(Freshness freshness) {
        var text = new StringBuilder();
        var scrape = new Scrape(kept.view(), catalogue, labels, freshness);
        Stream.concat(new AlertMetrics(scrape).samples(), new SurgeMetrics(scrape).samples())
                .flatMap(samples -> samples.snapshot().stream())
                .forEach(metric -> metric.getDataPoints().forEach(point -> text.append(
                                metric.getMetadata().getName())
                        .append(point.getLabels())
                        .append(' ')
                        .append(((io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot) point)
                                .getValue())
                        .append('\n')));
        return text.toString();
    }

    @Test
    void no_alert_is_a_zero_for_each_journey_and_for_all_together() {
        assertThat(shown())
                .contains(
                        "voc_nps_alert_active{audience=\"CUSTOMER\",direction=\"DROP\",journey=\"ALL\"} 0.0",
                        "voc_nps_alert_active{audience=\"CUSTOMER\",direction=\"IMPROVED\",journey=\"return\"} 0.0",
                        "{audience=\"CUSTOMER\",channel=\"ALL\",driver=\"delivery\"} 0.0")
                .doesNotContain("voc_nps_shift_score", " 1.0");
    }

    @Test
    void the_evidence_is_told_as_a_part_of_what_the_alarm_takes() {
        accept(Topic.NPS_WATCHES, Map.of("drop", "0.5", "thresholdYears", "2.0"));

        assertThat(shown())
                .contains(
                        "voc_nps_shift_score{audience=\"CUSTOMER\",direction=\"DROP\",journey=\"return\"} 0.25",
                        "voc_nps_shift_threshold_years{audience=\"CUSTOMER\",journey=\"return\"} 2.0");
    }

    @Test
    void too_few_answers_are_a_number_to_go_and_no_evidence() {
        accept(
                Topic.NPS_WATCHES,
                Map.of("state", "\"LEARNING\"", "drop", "null", "improved", "null", "answersToGo", "120"));

        assertThat(shown())
                .contains("voc_nps_watch_missing_responses{audience=\"CUSTOMER\",journey=\"return\"} 120.0")
                .doesNotContain("voc_nps_shift_score");
    }

    @Test
    void an_open_incident_is_active_for_each_score_that_is_in_it_and_for_no_other() {
        accept(Topic.NPS_ALERTS, Map.of("alertId", "\"a\"", "state", "\"OPEN\""));
        accept(
                Topic.NPS_WATCHES,
                Map.of("state", "\"INCIDENT\"", "drop", "null", "improved", "null", "alertId", "\"a\""));
        accept(Topic.NPS_WATCHES, Map.of("scope", "{\"audience\":\"CUSTOMER\"}", "drop", "0.9"));

        assertThat(shown())
                .contains(
                        "voc_nps_alert_active{audience=\"CUSTOMER\",direction=\"DROP\",journey=\"return\"} 1.0",
                        "voc_nps_alert_active{audience=\"CUSTOMER\",direction=\"IMPROVED\",journey=\"return\"} 0.0",
                        "voc_nps_alert_active{audience=\"CUSTOMER\",direction=\"DROP\",journey=\"ALL\"} 0.0");
    }

    @Test
    void a_surge_is_active_until_it_ends() {
        var scope = "{\"audience\":\"CUSTOMER\",\"driver\":\"delivery/late\",\"level\":2}";
        accept(Topic.CONTACT_SURGES, Map.of("scope", scope, "state", "\"OPEN\""));
        assertThat(shown())
                .contains(
                        "voc_contact_surge_active{audience=\"CUSTOMER\",channel=\"ALL\",driver=\"delivery/late\"} 1.0");

        accept(Topic.CONTACT_SURGES, Map.of("scope", scope, "state", "\"ENDED\""));
        assertThat(shown()).doesNotContain("delivery/late");
    }

    @Test
    void an_open_incident_says_its_size_since_when_on_how_many_answers_how_sure_and_its_drivers() {
        accept(Topic.NPS_ALERTS, Map.of("alertId", "\"a\"", "state", "\"OPEN\""));
        accept(Topic.NPS_WATCHES, Map.of("state", "\"INCIDENT\"", "alertId", "\"a\""));

        String incident = "audience=\"CUSTOMER\",%sdirection=\"DROP\",%sjourney=\"return\"%s} ";
        assertThat(shown())
                .contains(
                        "voc_nps_alert_points{" + incident.formatted("bound=\"value\",", "", "") + "-21.4",
                        "voc_nps_alert_points{" + incident.formatted("bound=\"low\",", "", "") + "-31.0",
                        "voc_nps_alert_points{" + incident.formatted("bound=\"high\",", "", "") + "-11.2",
                        "voc_nps_alert_score_points{" + incident.formatted("", "", ",level=\"now\"") + "12.1",
                        "voc_nps_alert_score_points{" + incident.formatted("", "", ",level=\"usual\"") + "33.5",
                        "voc_nps_alert_responses{" + incident.formatted("", "", "") + "143.0",
                        "voc_nps_alert_evidence_years{" + incident.formatted("", "", "") + "1.3021",
                        "voc_nps_alert_since_timestamp_seconds{" + incident.formatted("", "", "")
                                + (double) Instant.parse("2026-03-02T09:31:00Z").getEpochSecond(),
                        "voc_nps_alert_driver_points{" + incident.formatted("", "driver=\"delivery/late\",", "")
                                + "-12.5");
    }

    @Test
    void of_all_drivers_of_an_incident_the_first_three_are_told_and_what_is_not_in_the_catalogue_is_other() {
        String driver = "{\"driver\":\"%s\",\"n\":9,\"detractors\":%d,\"share\":0.1,\"impact\":%s}";
        accept(
                Topic.NPS_ALERTS,
                Map.of(
                        "alertId",
                        "\"a\"",
                        "topDrivers",
                        "[" + driver.formatted("unheard/of", 9, "-3.5") + ","
                                + driver.formatted("delivery/late", 8, "null")
                                + "," + driver.formatted("returns/how/label", 7, "-2.5") + ","
                                + driver.formatted("unknown", 6, "-1.5") + ","
                                + driver.formatted("delivery/late", 5, "-0.5")
                                + "]"));
        accept(Topic.NPS_WATCHES, Map.of("state", "\"INCIDENT\"", "alertId", "\"a\""));

        assertThat(shown().lines().filter(line -> line.startsWith("voc_nps_alert_driver_points")))
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).contains("driver=\"other\"").endsWith(" -3.5"),
                        line -> assertThat(line)
                                .contains("driver=\"returns/how\"")
                                .endsWith(" -2.5"),
                        line -> assertThat(line).contains("driver=\"unknown\"").endsWith(" -1.5"));
    }

    @Test
    void a_score_that_does_not_hold_the_first_one_of_the_incident_does_not_get_its_drivers() {
        accept(
                Topic.NPS_ALERTS,
                Map.of("alertId", "\"a\"", "scope", "{\"audience\":\"CUSTOMER\",\"journeyId\":\"other\"}"));
        accept(Topic.NPS_WATCHES, Map.of("state", "\"INCIDENT\"", "alertId", "\"a\""));

        assertThat(shown())
                .contains("voc_nps_alert_active{audience=\"CUSTOMER\",direction=\"DROP\",journey=\"return\"} 1.0")
                .doesNotContain("voc_nps_alert_driver_points", "voc_nps_alert_responses");
    }

    @Test
    void what_is_not_known_any_more_is_neither_an_alert_nor_the_end_of_one() {
        accept(Topic.NPS_ALERTS, Map.of("alertId", "\"a\"", "state", "\"OPEN\""));
        accept(Topic.NPS_WATCHES, Map.of("state", "\"INCIDENT\"", "alertId", "\"a\""));
        accept(Topic.CONTACT_SURGES, Map.of("state", "\"OPEN\""));

        assertThat(shown(new Freshness(NOON, NOON.plusSeconds(700), Duration.ofMinutes(10))))
                .isEmpty();
    }

    @Test
    void an_open_surge_says_its_size_since_when_and_what_it_is_made_of() {
        accept(Topic.CONTACT_SURGES, Map.of("state", "\"OPEN\""));

        assertThat(shown())
                .contains(
                        "{audience=\"CUSTOMER\",bound=\"value\",channel=\"PHONE\",driver=\"delivery\"} 2.33",
                        "{audience=\"CUSTOMER\",bound=\"low\",channel=\"PHONE\",driver=\"delivery\"} 2.01",
                        "{audience=\"CUSTOMER\",channel=\"PHONE\",counted=\"actual\",driver=\"delivery\"} 420.0",
                        "{audience=\"CUSTOMER\",channel=\"PHONE\",counted=\"expected\",driver=\"delivery\"} 180.25",
                        "{audience=\"CUSTOMER\",channel=\"PHONE\",driver=\"delivery\",part=\"delivery/late\"} 239.9");
    }
}
