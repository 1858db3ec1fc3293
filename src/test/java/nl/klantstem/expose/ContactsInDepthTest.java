package nl.klantstem.expose;

import static nl.klantstem.expose.GivenInsights.NOON;
import static nl.klantstem.expose.GivenInsights.catalogue;
import static nl.klantstem.expose.GivenInsights.currentHour;
import static nl.klantstem.expose.GivenInsights.example;
import static nl.klantstem.expose.GivenInsights.scope;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import nl.klantstem.contract.out.InsightKey.State;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.expose.GivenInsights.At;
import nl.klantstem.expose.GivenInsights.Insight;
import nl.klantstem.topic.Topic;
import org.junit.jupiter.api.Test;

class ContactsInDepthTest {

    private static final Scope ALL = scope("audience", "CUSTOMER");
    private static final Scope CHAT = scope("audience", "CUSTOMER", "channel", "CHAT");
    private static final Scope CHAT_SP =
            scope("audience", "CUSTOMER", "channel", "CHAT", "servicePartnerId", "sp-noord");
    private static final Scope RETURN = scope("audience", "CUSTOMER", "journeyId", "return");
    private static final Scope PARTNER = scope("audience", "CUSTOMER", "servicePartnerId", "sp-noord");
    private static final Scope LOGISTICS = scope("audience", "CUSTOMER", "owningDepartment", "logistics");
    private static final At WEEK = currentHour().length("P7D");

    /** A little of everything. */
    static List<Insight> someInsights() {
        return List.of(
                example(
                        Topic.CONTACT_DRIVERS,
                        ALL,
                        currentHour(),
                        Map.of("orders", "5000", "totals/orders", "90000", "totals/ordersCorrected", "12")),
                example(Topic.CONTACT_OUTCOMES, ALL, currentHour()),
                example(Topic.CONTACT_OUTCOMES, ALL, WEEK),
                example(Topic.CONTACT_OUTCOMES, CHAT, currentHour()),
                example(Topic.CONTACT_OUTCOMES, CHAT, WEEK),
                example(Topic.CONTACT_OUTCOMES, RETURN, currentHour()),
                example(Topic.CONTACT_OUTCOMES, CHAT_SP, currentHour(), Map.of("open", "4")),
                example(Topic.CONTACT_OUTCOMES, CHAT_SP, WEEK, Map.of("open", "7")),
                example(
                        Topic.CONTACT_OUTCOMES,
                        scope("audience", "CUSTOMER", "driver", "delivery/late", "level", "2"),
                        WEEK),
                example(Topic.SERVICE_PARTNERS, PARTNER, WEEK),
                example(Topic.AVOIDABLE_CONTACTS, LOGISTICS, WEEK),
                example(
                        Topic.AVOIDABLE_CONTACTS,
                        scope(
                                "audience",
                                "CUSTOMER",
                                "journeyId",
                                "return",
                                "owningDepartment",
                                "logistics",
                                "avoidableCause",
                                "CARRIER"),
                        WEEK),
                example(Topic.DELIVERY_OUTCOMES, scope("audience", "CUSTOMER", "carrier", "postnl"), WEEK),
                example(Topic.JOURNEY_STEPS, JourneyFiguresTest.STEP, WEEK),
                example(Topic.JOURNEY_OUTCOMES, RETURN, WEEK),
                example(
                        Topic.JOURNEY_NPS,
                        scope("programme", "TRANSACTIONAL", "audience", "CUSTOMER", "handling", "BOT_ONLY"),
                        WEEK));
    }

    @Test
    void times_are_histograms_with_the_classes_of_the_insights() {
        var lines = new GivenExporter(catalogue())
                .reads(example(Topic.CONTACT_OUTCOMES, CHAT, currentHour()))
                .scrape()
                .lines()
                .filter(line -> line.startsWith("voc_contact_answer_seconds")
                        && line.contains("CHAT")
                        && line.contains("CUSTOMER"))
                .toList();

        assertThat(lines)
                .hasSize(13 + 2)
                .contains(
                        "voc_contact_answer_seconds_bucket{audience=\"CUSTOMER\",channel=\"CHAT\",le=\"5.0\"} 12000",
                        "voc_contact_answer_seconds_bucket{audience=\"CUSTOMER\",channel=\"CHAT\",le=\"20.0\"} 26000",
                        "voc_contact_answer_seconds_bucket{audience=\"CUSTOMER\",channel=\"CHAT\",le=\"+Inf\"} 35000",
                        "voc_contact_answer_seconds_count{audience=\"CUSTOMER\",channel=\"CHAT\"} 35000",
                        "voc_contact_answer_seconds_sum{audience=\"CUSTOMER\",channel=\"CHAT\"} 1120000.0");
    }

    @Test
    void a_histogram_stands_at_zero_before_anything_was_answered() {
        assertThat(new GivenExporter(catalogue()).scrape())
                .contains("voc_contact_human_seconds_bucket{audience=\"PARTNER\",channel=\"PHONE\",le=\"+Inf\"} 0\n");
    }

    @Test
    void a_histogram_and_a_counter_never_fall() {
        var exporter = new GivenExporter(catalogue())
                .reads(
                        example(Topic.CONTACT_OUTCOMES, CHAT, currentHour()),
                        example(
                                Topic.CONTACT_OUTCOMES,
                                CHAT,
                                WEEK,
                                Map.of(
                                        "totals/counted",
                                        "{\"abandoned\":1}",
                                        "totals/corrected",
                                        "{\"abandoned\":0}")));

        assertThat(exporter.scrape())
                .contains("voc_contact_answer_seconds_count{audience=\"CUSTOMER\",channel=\"CHAT\"} 35000\n");
        assertThat(exporter.counted(MetricCatalogue.CONTACT_ABANDONED))
                .containsExactly("voc_contact_abandoned_total{audience=\"CUSTOMER\",channel=\"CHAT\"} 4210.0");
        assertThat(exporter.counted(MetricCatalogue.CONTACT_ABANDONED_CORRECTED))
                .containsExactly("voc_contact_abandoned_corrected_total{audience=\"CUSTOMER\",channel=\"CHAT\"} 17.0");
    }

    @Test
    void the_service_level_is_counts_that_can_be_added() {
        var exporter = new GivenExporter(catalogue()).reads(example(Topic.CONTACT_OUTCOMES, CHAT, currentHour()));

        assertThat(exporter.counted(MetricCatalogue.SERVICE_LEVEL_WINDOW))
                .containsExactly(
                        "voc_service_level_window_contacts{audience=\"CUSTOMER\",channel=\"CHAT\",outcome=\"IN_TIME\",window=\"1h\"} 310.0",
                        "voc_service_level_window_contacts{audience=\"CUSTOMER\",channel=\"CHAT\",outcome=\"MISSED\",window=\"1h\"} 70.0");
        assertThat(sum(exporter.counted(MetricCatalogue.CONTACT_OFFER_WINDOW))).isEqualTo(410);
        assertThat(exporter.samples(MetricCatalogue.SERVICE_LEVEL_TARGET))
                .containsExactly("voc_service_level_target_ratio{channel=\"CHAT\"} 0.8");
    }

    @Test
    void the_age_of_the_backlog_is_what_lies_between_two_windows() {
        var exporter = new GivenExporter(catalogue())
                .reads(
                        example(Topic.CONTACT_OUTCOMES, CHAT_SP, currentHour(), Map.of("open", "4")),
                        example(Topic.CONTACT_OUTCOMES, CHAT_SP, WEEK, Map.of("open", "11")),
                        example(
                                Topic.CONTACT_OUTCOMES,
                                CHAT_SP,
                                At.day(State.CURRENT, NOON, NOON),
                                Map.of("open", "99")));

        assertThat(exporter.counted(MetricCatalogue.OPEN_CONTACTS))
                .containsExactly(
                        "voc_open_contacts{age=\"0h-1h\",audience=\"CUSTOMER\",channel=\"CHAT\",service_partner=\"sp-noord\"} 4.0",
                        "voc_open_contacts{age=\"1h-7d\",audience=\"CUSTOMER\",channel=\"CHAT\",service_partner=\"sp-noord\"} 7.0");
    }

    @Test
    void a_long_window_that_fell_behind_a_short_one_has_no_negative_backlog() {
        var exporter = new GivenExporter(catalogue())
                .reads(
                        example(Topic.CONTACT_OUTCOMES, CHAT_SP, currentHour(), Map.of("open", "4")),
                        example(Topic.CONTACT_OUTCOMES, CHAT_SP, WEEK, Map.of("open", "3")));

        assertThat(sum(exporter.counted(MetricCatalogue.OPEN_CONTACTS))).isEqualTo(4);
    }

    @Test
    void every_bot_session_has_one_outcome_in_a_window() {
        var exporter = new GivenExporter(catalogue())
                .reads(
                        example(Topic.CONTACT_OUTCOMES, ALL, currentHour()),
                        example(Topic.CONTACT_OUTCOMES, RETURN, currentHour()));

        assertThat(sum(exporter.counted(MetricCatalogue.BOT_WINDOW))).isEqualTo(300);
        assertThat(exporter.counted(MetricCatalogue.BOT_SESSIONS))
                .contains("voc_bot_sessions_total{journey=\"return\",outcome=\"CONTAINED_CONFIRMED\"} 2000.0")
                .hasSize(7);
    }

    @Test
    void routing_is_by_who_should_and_who_did_first_whoever_did_last() {
        var exporter = new GivenExporter(catalogue()).reads(example(Topic.CONTACT_OUTCOMES, ALL, WEEK));

        assertThat(exporter.counted(MetricCatalogue.CONTACT_ROUTING_WINDOW))
                .containsExactly(
                        "voc_contact_routing_window_contacts{audience=\"CUSTOMER\",handled=\"PARTNER\",intended=\"PLATFORM\",window=\"7d\"} 20.0",
                        "voc_contact_routing_window_contacts{audience=\"CUSTOMER\",handled=\"PLATFORM\",intended=\"PLATFORM\",window=\"7d\"} 180.0");
    }

    @Test
    void who_asked_for_a_person_got_one_in_time_or_not_or_it_is_not_due() {
        var exporter = new GivenExporter(catalogue()).reads(example(Topic.CONTACT_OUTCOMES, ALL, currentHour()));

        assertThat(exporter.counted(MetricCatalogue.HUMAN_REQUEST_WINDOW))
                .anyMatch(line -> line.contains("outcome=\"PENDING\",reason=\"COMPLEX\"") && line.endsWith(" 1.0"));
        assertThat(sum(exporter.counted(MetricCatalogue.HUMAN_REQUEST_WINDOW))).isEqualTo(120);
    }

    @Test
    void first_contacts_are_shown_once_they_can_be_due() {
        var exporter = new GivenExporter(catalogue())
                .reads(
                        example(Topic.CONTACT_OUTCOMES, CHAT, currentHour()),
                        example(Topic.SERVICE_PARTNERS, PARTNER, WEEK));

        assertThat(exporter.samples(MetricCatalogue.FIRST_CONTACT_WINDOW))
                .isNotEmpty()
                .allMatch(line -> line.contains("window=\"7d\""));
        assertThat(exporter.counted(MetricCatalogue.SERVICE_PARTNER_FIRST_WINDOW))
                .anyMatch(line -> line.contains("\"RESOLVED\"") && line.endsWith(" 1100.0"))
                .anyMatch(line -> line.contains("\"REPEATED\"") && line.endsWith(" 200.0"));
        assertThat(sum(exporter.counted(MetricCatalogue.SERVICE_PARTNER_FIRST_WINDOW)))
                .isEqualTo(1400);
    }

    @Test
    void avoidable_contacts_have_their_department_and_the_period_before() {
        var exporter = new GivenExporter(catalogue()).reads(someInsights());

        assertThat(exporter.counted(MetricCatalogue.AVOIDABLE_CONTACTS))
                .containsExactly(
                        "voc_avoidable_contacts_total{cause=\"CARRIER\",department=\"logistics\",journey=\"return\"} 48000.0");
        assertThat(sum(exporter.counted(MetricCatalogue.DEPARTMENT_WINDOW))).isEqualTo(982);
        assertThat(exporter.counted(MetricCatalogue.AVOIDABLE_PREVIOUS_WINDOW))
                .containsExactly(
                        "voc_avoidable_previous_window_contacts{audience=\"CUSTOMER\",department=\"logistics\",window=\"7d\"} 500.0");
    }

    @Test
    void without_a_period_before_there_is_none_rather_than_zero() {
        var exporter = new GivenExporter(catalogue())
                .reads(example(Topic.AVOIDABLE_CONTACTS, LOGISTICS, WEEK, Map.of("previous", "null")));

        assertThat(exporter.samples(MetricCatalogue.AVOIDABLE_PREVIOUS_WINDOW))
                .noneMatch(line -> line.contains("\"CUSTOMER\",department=\"logistics\",window=\"7d\""));
    }

    @Test
    void orders_and_contacts_of_a_window_can_be_divided() {
        var exporter = new GivenExporter(catalogue()).reads(someInsights());

        assertThat(exporter.counted(MetricCatalogue.ORDER_WINDOW))
                .containsExactly("voc_order_window_orders{audience=\"CUSTOMER\",window=\"1h\"} 5000.0");
        assertThat(exporter.counted(MetricCatalogue.ORDERS))
                .containsExactly("voc_orders_total{audience=\"CUSTOMER\"} 90000.0");
        assertThat(exporter.samples(MetricCatalogue.CONTACT_WINDOW))
                .filteredOn(line -> line.contains("\"CUSTOMER\"") && line.contains("\"1h\""))
                .hasSize(3);
    }

    @Test
    void a_service_partner_with_few_answers_shows_none_of_them() {
        var few = "{\"n\":3,\"reliability\":\"SUPPRESSED\"}";
        var exporter = new GivenExporter(catalogue())
                .reads(example(Topic.SERVICE_PARTNERS, PARTNER, WEEK, Map.of("nps", few)));

        assertThat(exporter.samples(MetricCatalogue.SERVICE_PARTNER_RESPONSES))
                .noneMatch(line -> line.contains("\"CUSTOMER\"") && line.contains("sp-noord") && line.contains("7d"));
        assertThat(sum(exporter.counted(MetricCatalogue.SERVICE_PARTNER_WINDOW)))
                .isEqualTo(2010);
    }

    @Test
    void a_segment_says_which_kind_it_is_of_and_over_all_journeys_it_is_told() {
        var exporter = new GivenExporter(catalogue())
                .reads(someInsights())
                .reads(example(
                        Topic.JOURNEY_NPS,
                        scope(
                                "programme",
                                "TRANSACTIONAL",
                                "audience",
                                "CUSTOMER",
                                "journeyId",
                                "return",
                                "handling",
                                "HUMAN_ONLY"),
                        WEEK));

        assertThat(exporter.counted(MetricCatalogue.NPS_SEGMENT_WINDOW_RESPONSES))
                .hasSize(6)
                .anyMatch(line -> line.contains("journey=\"ALL\",segment=\"handling=BOT_ONLY\""))
                .anyMatch(line -> line.contains("journey=\"return\",segment=\"handling=HUMAN_ONLY\""));
        assertThat(exporter.samples(MetricCatalogue.NPS_SEGMENT_WINDOW_RESPONSES))
                .anyMatch(line -> line.contains("journey=\"ALL\",segment=\"contactsNeeded=3+\""))
                .anyMatch(line -> line.contains("journey=\"ALL\",segment=\"waitImposed=unknown\""));
    }

    @Test
    void every_shipment_has_one_outcome() {
        var exporter = new GivenExporter(catalogue()).reads(someInsights());

        assertThat(sum(exporter.counted(MetricCatalogue.DELIVERY_WINDOW))).isEqualTo(4000);
    }

    @Test
    void strange_service_partners_and_carriers_are_turned_away() {
        var exporter = new GivenExporter(catalogue());
        for (int i = 0; i < 500; i++) {
            exporter.reads(
                    example(
                            Topic.SERVICE_PARTNERS,
                            scope("audience", "CUSTOMER", "servicePartnerId", "stranger-" + i),
                            WEEK),
                    example(Topic.DELIVERY_OUTCOMES, scope("audience", "CUSTOMER", "carrier", "stranger-" + i), WEEK));
        }

        assertThat(exporter.scrape()).doesNotContain("stranger");
        assertThat(exporter.counted(OperationsMetric.EXPORTER_OVERFLOW))
                .hasSize(2)
                .allMatch(line -> line.endsWith(" 500.0"));
        assertThat(exporter.counted(OperationsMetric.EXPORTER_KEYS)).isEmpty();
    }

    @Test
    void what_no_metric_shows_is_not_kept() {
        var exporter = new GivenExporter(catalogue())
                .reads(example(Topic.CONTACT_OUTCOMES, scope("audience", "CUSTOMER", "handler", "BOT"), WEEK));

        assertThat(exporter.counted(OperationsMetric.EXPORTER_KEYS)).isEmpty();
        assertThat(exporter.counted(OperationsMetric.EXPORTER_OVERFLOW)).isEmpty();
    }

    @Test
    void an_outcome_without_its_totals_is_unreadable() {
        var exporter = new GivenExporter(catalogue())
                .reads(
                        example(Topic.CONTACT_OUTCOMES, CHAT, WEEK, Map.of("totals", "null")),
                        example(Topic.CONTACT_OUTCOMES, CHAT, WEEK, Map.of("totals/counted", "null")),
                        example(Topic.CONTACT_OUTCOMES, CHAT, WEEK, Map.of("totals/counted/answer/counts", "[1]")),
                        example(Topic.AVOIDABLE_CONTACTS, LOGISTICS, WEEK, Map.of("totals", "null")),
                        example(Topic.SERVICE_PARTNERS, PARTNER, WEEK, Map.of("window", "null")));

        assertThat(exporter.counted(OperationsMetric.EXPORTER_MALFORMED))
                .containsExactlyInAnyOrder(
                        "voc_exporter_malformed_records_total{topic=\"contact-outcomes\"} 3.0",
                        "voc_exporter_malformed_records_total{topic=\"avoidable-contacts\"} 1.0",
                        "voc_exporter_malformed_records_total{topic=\"service-partners\"} 1.0");
    }

    @Test
    void stale_figures_disappear() {
        var exporter = new GivenExporter(catalogue(), NOON.plusSeconds(3600), Duration.ofMinutes(10))
                .reads(someInsights())
                .reads(GivenInsights.finals(0, 1, NOON, 0));

        assertThat(exporter.samples(MetricCatalogue.OPEN_CONTACTS)).isEmpty();
        assertThat(exporter.samples(MetricCatalogue.SERVICE_LEVEL_WINDOW)).isEmpty();
        assertThat(exporter.scrape()).doesNotContain("voc_contact_answer_seconds_bucket");
    }

    private static long sum(Collection<String> lines) {
        return lines.stream()
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
