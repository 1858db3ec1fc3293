package nl.klantstem.expose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.expose.GivenInsights.Insight;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Topic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SteeringMetricsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/day-steering.json");
    private static final Instant TOLD = Instant.parse("2026-11-27T10:05:00Z");
    private static final String HOUR = "{\"kind\":\"HOUR\",\"date\":\"2026-11-27\",\"hour\":\"2026-11-27T09:00:00Z\"}";

    private final Catalogue catalogue = GivenInsights.catalogue();
    private final CatalogueLabels labels = new CatalogueLabels(catalogue, 24, 48);
    private final KeptInsights kept = new KeptInsights(labels, Programme.TRANSACTIONAL);
    private @Nullable Duration maxAge;

    /** The reviewed example. */
    static List<Insight> someInsights() {
        return List.of(told(HOUR, Map.of()));
    }

    /** The reviewed example with other fields. */
    private static Insight told(String key, Map<String, String> fields) {
        try {
            var value = (ObjectNode) Json.MAPPER.readTree(Files.readString(GOLDEN));
            for (var field : fields.entrySet()) {
                value.set(field.getKey(), Json.MAPPER.readTree(field.getValue()));
            }
            return new Insight(Topic.DAY_STEERING, Json.bytes(Json.MAPPER.readTree(key)), Json.bytes(value), TOLD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String shown(Instant now) {
        var text = new StringBuilder();
        new SteeringMetrics(new Scrape(kept.view(), catalogue, labels, new Freshness(null, now, maxAge)))
                .samples()
                .flatMap(samples -> samples.snapshot().stream())
                .forEach(metric -> metric.getDataPoints()
                        .forEach(point -> text.append(metric.getMetadata().getName())
                                .append(point.getLabels())
                                .append(' ')
                                .append(((GaugeDataPointSnapshot) point).getValue())
                                .append('\n')));
        return text.toString();
    }

    @Test
    void before_anything_is_told_only_the_calendar_stands_at_zero() {
        assertThat(shown(TOLD))
                .contains(
                        "voc_calendar_event_active{event=\"black-friday\",kind=\"phase\"} 0.0",
                        "voc_calendar_event_active{event=\"returns\",kind=\"phase\"} 0.0",
                        "voc_calendar_event_active{event=\"sinterklaas\",kind=\"anchor\"} 0.0")
                .doesNotContain(" 1.0", "voc_day", "voc_plan", "voc_baseline");
    }

    @Test
    void where_recorded_time_is_that_of_the_clock_the_calendar_does_not_wait_for_anything() {
        maxAge = Duration.ofMinutes(10);

        assertThat(shown(Instant.parse("2026-12-05T12:00:00Z")))
                .contains(
                        "voc_calendar_event_active{event=\"sinterklaas\",kind=\"phase\"} 1.0",
                        "voc_calendar_event_active{event=\"sinterklaas\",kind=\"anchor\"} 1.0",
                        "voc_calendar_event_active{event=\"black-friday\",kind=\"phase\"} 0.0");
    }

    @Test
    void each_area_and_each_journey_is_held_against_plan_last_week_and_last_peak() {
        told(HOUR, Map.of()).to(kept);

        assertThat(shown(TOLD))
                .contains(
                        "voc_calendar_event_active{event=\"black-friday\",kind=\"anchor\"} 1.0",
                        "voc_day_steering_ready{area=\"ALL\"} 0.0",
                        "voc_day_steering_ready{area=\"SALES\"} 1.0",
                        "voc_day_steering_actual{area=\"SALES\",period=\"hour\"} 5200.0",
                        "voc_day_steering_plan{area=\"SALES\",period=\"today\"} 30000.0",
                        "voc_day_steering_baseline{area=\"SALES\",baseline=\"last_peak\",period=\"today\"} 29000.0",
                        "voc_day_steering_reasons{area=\"CUSTOMER_SERVICE\",reason=\"OVER_CAPACITY\"} 2.0",
                        "voc_day_steering_reasons{area=\"SALES\",reason=\"NO_PLAN\"} 0.0",
                        "voc_day_steering_shortfall_contacts{area=\"CUSTOMER_SERVICE\",reason=\"OVER_CAPACITY\"} 312.5",
                        "voc_plan_contacts{journey=\"return\"} 820.0",
                        "voc_day_contacts{journey=\"return\"} 250.0",
                        "voc_baseline_contacts{baseline=\"last_week\",journey=\"return\"} 130.0",
                        "voc_baseline_contacts{baseline=\"last_peak\",journey=\"return\"} 245.0",
                        "voc_baseline_contacts{baseline=\"plan\",journey=\"return\"} 240.25",
                        "voc_day_steering_end_timestamp_seconds{} 1.7957736E9");
    }

    @Test
    void what_one_service_partner_cannot_handle_is_short_though_its_channel_can() throws IOException {
        var rows = Json.MAPPER.readTree(Files.readString(GOLDEN)).get("rows");
        for (var row : rows) {
            var reasons = row.get("reasons").elements();
            while (reasons.hasNext()) {
                if (!reasons.next().has("servicePartnerId")) {
                    reasons.remove();
                }
            }
        }
        told(HOUR, Map.of("rows", rows.toString())).to(kept);

        assertThat(shown(TOLD))
                .contains(
                        "voc_day_steering_reasons{area=\"CUSTOMER_SERVICE\",reason=\"OVER_CAPACITY\"} 1.0",
                        "voc_day_steering_shortfall_contacts{area=\"CUSTOMER_SERVICE\",reason=\"OVER_CAPACITY\"} 312.5");
    }

    @Test
    void what_is_not_known_is_absent() {
        told(HOUR, Map.of()).to(kept);

        assertThat(shown(TOLD))
                .contains("voc_day_steering_actual{area=\"PARTNER_SERVICE\",period=\"hour\"} 0.0")
                .doesNotContain("voc_day_steering_plan{area=\"PARTNER_SERVICE\"", "{area=\"PARTNER_SERVICE\",baseline");
    }

    @Test
    void the_latest_hour_is_shown_and_neither_a_day_nor_one_that_comes_again() {
        told(HOUR, Map.of("readiness", "\"READY\"")).to(kept);
        told(
                        "{\"kind\":\"HOUR\",\"date\":\"2026-11-27\",\"hour\":\"2026-11-27T08:00:00Z\"}",
                        Map.of("from", "\"2026-11-27T08:00:00Z\""))
                .to(kept);
        told("{\"kind\":\"DAY\",\"date\":\"2026-11-27\"}", Map.of("kind", "\"DAY\""))
                .to(kept);

        assertThat(shown(TOLD)).contains("voc_day_steering_ready{area=\"ALL\"} 1.0");
    }

    @Test
    void what_is_stale_is_not_shown() {
        told(HOUR, Map.of()).to(kept);
        maxAge = Duration.ofMinutes(10);

        assertThat(shown(TOLD.plusSeconds(3_600))).doesNotContain("voc_day", "voc_baseline");
    }
}
