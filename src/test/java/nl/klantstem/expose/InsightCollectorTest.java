package nl.klantstem.expose;

import static nl.klantstem.expose.GivenInsights.NOON;
import static nl.klantstem.expose.GivenInsights.NO_SCORES;
import static nl.klantstem.expose.GivenInsights.TEN_SCORES;
import static nl.klantstem.expose.GivenInsights.catalogue;
import static nl.klantstem.expose.GivenInsights.contacts;
import static nl.klantstem.expose.GivenInsights.currentHour;
import static nl.klantstem.expose.GivenInsights.finals;
import static nl.klantstem.expose.GivenInsights.gone;
import static nl.klantstem.expose.GivenInsights.input;
import static nl.klantstem.expose.GivenInsights.nps;
import static nl.klantstem.expose.GivenInsights.npsScope;
import static nl.klantstem.expose.GivenInsights.scope;
import static nl.klantstem.expose.GivenInsights.suppressed;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.out.ContactTotals;
import nl.klantstem.contract.out.InsightKey.State;
import nl.klantstem.contract.out.InsightProgress;
import nl.klantstem.contract.out.NpsTotals;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.expose.GivenInsights.At;
import nl.klantstem.expose.GivenInsights.Insight;
import nl.klantstem.testkit.Golden;
import nl.klantstem.topic.Topic;
import org.junit.jupiter.api.Test;

class InsightCollectorTest {

    private static final Scope CHAT = npsScope("return", "CHAT");
    private static final Scope RETURN =
            scope("programme", "TRANSACTIONAL", "audience", "CUSTOMER", "journeyId", "return");
    private static final Scope ALL = scope("programme", "TRANSACTIONAL", "audience", "CUSTOMER");
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    /** A little of everything. */
    static List<Insight> someInsights() {
        return Stream.of(
                        someOfTheFirst(),
                        ContactsInDepthTest.someInsights(),
                        SurveyFiguresTest.someInsights(),
                        AlertMetricsTest.someInsights(),
                        SteeringMetricsTest.someInsights())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Insight> someOfTheFirst() {
        var rejected = new TreeMap<>(Map.of("SCORE_RANGE", 3L));
        return List.of(
                nps(ALL, currentHour(), TEN_SCORES),
                nps(RETURN, currentHour(), TEN_SCORES),
                nps(CHAT, currentHour(), TEN_SCORES),
                nps(CHAT, At.hour(State.FINAL, NOON.minusSeconds(300), NOON), NO_SCORES),
                nps(CHAT, At.day(State.CURRENT, NOON, NOON), TEN_SCORES),
                suppressed(npsScope("return", "PHONE"), currentHour(), 4),
                contacts(
                        scope("audience", "CUSTOMER", "journeyId", "return", "channel", "CHAT"),
                        currentHour(),
                        4,
                        new ContactTotals(40, 2, 0, 0, 0, 0, null, null)),
                contacts(
                        scope("audience", "CUSTOMER", "driver", "delivery/late", "level", "2", "channel", "PHONE"),
                        currentHour(),
                        6,
                        new ContactTotals(60, 1, 0, 0, 0, 0, null, null)),
                contacts(
                        scope("audience", "CUSTOMER", "journeyId", "return", "driver", "returns/how", "level", "2"),
                        currentHour(),
                        7,
                        new ContactTotals(70, 0, 0, 0, 0, 0, null, null)),
                input("survey-responses", 0, NOON, new InsightProgress.Records(20, 14, 2, 1, 1, 5, 2, 3, 4, rejected)),
                input(
                        "survey-responses",
                        1,
                        NOON.minusSeconds(9),
                        new InsightProgress.Records(1, 1, 0, 0, 0, 0, 0, 0, 0, new TreeMap<>())),
                finals(0, 1, NOON.minusSeconds(1), 0));
    }

    @Test
    void the_exposition_is_as_it_was_reviewed() {
        var exporter = new GivenExporter(catalogue()).reads(someInsights());

        Golden.check("src/test/resources/golden/metrics.txt", exporter.scrape());
    }

    @Test
    void two_exporters_show_the_same_whatever_came_first() {
        var insights = new ArrayList<>(someInsights());
        for (var name : List.of("alpha", "beta", "gamma", "delta")) {
            insights.add(nps(npsScope(name, "CHAT"), currentHour(), TEN_SCORES));
        }
        var open = catalogue("return", Map.of("journeyId", 9));
        long seed = 20261127;
        System.out.println("seed " + seed);
        var shuffled = new ArrayList<>(insights);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(new GivenExporter(open).reads(shuffled).scrape())
                .isEqualTo(new GivenExporter(open).reads(insights).scrape());
    }

    @Test
    void before_anything_happened_the_whole_catalogue_stands_at_zero() {
        var exporter = new GivenExporter(catalogue(), NOON, TEN_MINUTES);

        assertThat(exporter.samples(MetricCatalogue.SURVEY_RESPONSES))
                .contains(
                        "voc_survey_responses_total{audience=\"CUSTOMER\",category=\"promoter\",channel=\"CHAT\",journey=\"return\"} 0.0",
                        "voc_survey_responses_total{audience=\"PARTNER\",category=\"detractor\",channel=\"unknown\",journey=\"unknown\"} 0.0")
                .hasSize(5 * 6 * 3);
        assertThat(exporter.samples(MetricCatalogue.NPS_WINDOW_RESPONSES)).hasSize(6 * 3 * 3);
        assertThat(exporter.samples(MetricCatalogue.CONTACT_DRIVERS)).hasSize(4 * 5);
        assertThat(exporter.samples(OperationsMetric.RECORDS_RECEIVED)).hasSize(7);
        assertThat(exporter.samples(MetricCatalogue.NPS_WINDOW_END)).isEmpty();
    }

    @Test
    void nobody_answered_is_three_categories_of_zero_and_not_the_last_figures() {
        var exporter = new GivenExporter(catalogue())
                .reads(
                        nps(CHAT, currentHour(), TEN_SCORES),
                        nps(
                                CHAT,
                                At.hour(State.FINAL, NOON.plusSeconds(4000), NOON.plusSeconds(4300)),
                                NO_SCORES,
                                new NpsTotals(TEN_SCORES, NO_SCORES)));

        assertThat(exporter.samples(MetricCatalogue.NPS_WINDOW_RESPONSES))
                .filteredOn(line -> line.contains("channel=\"CHAT\",journey=\"return\",window=\"1h\""))
                .hasSize(3)
                .allMatch(line -> line.endsWith(" 0.0"));
        assertThat(exporter.counted(MetricCatalogue.SURVEY_RESPONSES)).hasSize(3);
    }

    @Test
    void what_is_current_goes_before_what_is_final() {
        var exporter = new GivenExporter(catalogue())
                .reads(
                        nps(CHAT, currentHour(), TEN_SCORES),
                        nps(CHAT, At.hour(State.FINAL, NOON.minusSeconds(300), NOON), NO_SCORES));

        assertThat(exporter.counted(MetricCatalogue.NPS_WINDOW_RESPONSES))
                .containsExactly(
                        "voc_nps_window_responses{audience=\"CUSTOMER\",category=\"detractor\",channel=\"CHAT\",journey=\"return\",window=\"1h\"} 3.0",
                        "voc_nps_window_responses{audience=\"CUSTOMER\",category=\"passive\",channel=\"CHAT\",journey=\"return\",window=\"1h\"} 2.0",
                        "voc_nps_window_responses{audience=\"CUSTOMER\",category=\"promoter\",channel=\"CHAT\",journey=\"return\",window=\"1h\"} 5.0");
    }

    @Test
    void a_group_that_is_too_small_has_no_categories() {
        var exporter = new GivenExporter(catalogue()).reads(suppressed(CHAT, currentHour(), 4));

        assertThat(exporter.samples(MetricCatalogue.NPS_WINDOW_RESPONSES))
                .noneMatch(line -> line.contains("channel=\"CHAT\",journey=\"return\",window=\"1h\""))
                .anyMatch(line -> line.contains("channel=\"CHAT\",journey=\"return\",window=\"7d\""));
    }

    @Test
    void the_highest_total_of_any_window_counts_and_a_counter_never_falls() {
        var more = new NpsTotals(TEN_SCORES, NO_SCORES);
        var exporter = new GivenExporter(catalogue())
                .reads(
                        nps(CHAT, currentHour(), NO_SCORES, more),
                        nps(CHAT, currentHour().length("P7D"), NO_SCORES),
                        nps(CHAT, currentHour(), NO_SCORES));

        assertThat(exporter.counted(MetricCatalogue.SURVEY_RESPONSES))
                .hasSize(3)
                .anyMatch(line -> line.contains("promoter") && line.endsWith(" 5.0"));
    }

    @Test
    void a_window_length_is_the_same_however_it_is_written() {
        var exporter =
                new GivenExporter(catalogue()).reads(nps(CHAT, currentHour().length("PT168H"), TEN_SCORES));

        assertThat(exporter.counted(MetricCatalogue.NPS_WINDOW_RESPONSES))
                .hasSize(3)
                .allMatch(line -> line.contains("window=\"7d\""));
    }

    @Test
    void a_contact_counts_once_however_many_scopes_and_levels_it_is_in() {
        var one = new ContactTotals(1, 0, 0, 0, 0, 0, null, null);
        var exporter = new GivenExporter(catalogue());
        for (var level : List.of("returns:1", "returns/how:2", "returns/how/label:3")) {
            var driver = level.split(":", -1);
            exporter.reads(
                    contacts(
                            scope("audience", "CUSTOMER", "driver", driver[0], "level", driver[1]),
                            currentHour(),
                            1,
                            one),
                    contacts(
                            scope("audience", "CUSTOMER", "driver", driver[0], "level", driver[1], "channel", "CHAT"),
                            currentHour(),
                            1,
                            one),
                    contacts(
                            scope(
                                    "audience",
                                    "CUSTOMER",
                                    "journeyId",
                                    "return",
                                    "driver",
                                    driver[0],
                                    "level",
                                    driver[1]),
                            currentHour(),
                            1,
                            one));
        }
        exporter.reads(
                contacts(scope("audience", "CUSTOMER"), currentHour(), 1, one),
                contacts(scope("audience", "CUSTOMER", "journeyId", "return"), currentHour(), 1, one),
                contacts(
                        scope("audience", "CUSTOMER", "journeyId", "return", "channel", "CHAT"),
                        currentHour(),
                        1,
                        one));

        assertThat(exporter.counted(MetricCatalogue.CONTACTS))
                .containsExactly(
                        "voc_contacts_total{audience=\"CUSTOMER\",channel=\"CHAT\",journey=\"return\",owner=\"after-sales\"} 1.0");
        assertThat(exporter.counted(MetricCatalogue.CONTACT_DRIVERS))
                .containsExactly("voc_contact_drivers_total{channel=\"CHAT\",driver=\"returns/how\"} 1.0");
        assertThat(exporter.counted(MetricCatalogue.CONTACT_DRIVER_WINDOW))
                .containsExactly(
                        "voc_contact_driver_window_contacts{driver=\"returns/how\",journey=\"return\",window=\"1h\"} 1.0");
        assertThat(exporter.counted(OperationsMetric.EXPORTER_OVERFLOW)).isEmpty();
    }

    @Test
    void two_programmes_are_never_pooled() {
        var relational =
                scope("programme", "RELATIONAL", "audience", "CUSTOMER", "journeyId", "return", "channel", "CHAT");
        var insight = nps(relational, currentHour(), TEN_SCORES);

        assertThat(new GivenExporter(catalogue()).reads(insight).counted(MetricCatalogue.SURVEY_RESPONSES))
                .isEmpty();
        assertThat(new GivenExporter(catalogue(), NOON, null, Programme.RELATIONAL)
                        .reads(insight)
                        .counted(MetricCatalogue.SURVEY_RESPONSES))
                .hasSize(3);
    }

    @Test
    void a_stale_value_disappears_but_the_watermark_stays() {
        var exporter = new GivenExporter(catalogue(), NOON.plus(TEN_MINUTES).plusSeconds(1), TEN_MINUTES)
                .reads(someInsights());

        assertThat(exporter.samples(MetricCatalogue.NPS_WINDOW_RESPONSES)).isEmpty();
        assertThat(exporter.samples(MetricCatalogue.SURVEY_RESPONSES)).isEmpty();
        assertThat(exporter.samples(MetricCatalogue.CONTACTS)).isEmpty();
        assertThat(exporter.samples(MetricCatalogue.CONTACT_DRIVER_WINDOW)).isEmpty();
        assertThat(exporter.samples(MetricCatalogue.NPS_WINDOW_END)).isNotEmpty();
        assertThat(exporter.samples(OperationsMetric.WATERMARK)).hasSize(2);
        assertThat(exporter.counted(OperationsMetric.RECORDS_RECEIVED)).hasSize(1);
    }

    @Test
    void a_quiet_value_is_as_fresh_as_the_finals() {
        var hourLater = NOON.plusSeconds(3600);
        var exporter = new GivenExporter(catalogue(), hourLater, TEN_MINUTES)
                .reads(nps(CHAT, currentHour().length("P7D"), TEN_SCORES), finals(0, 2, hourLater, 0));

        assertThat(exporter.counted(MetricCatalogue.NPS_WINDOW_RESPONSES)).isEmpty();
        exporter.reads(finals(1, 2, hourLater, 0));
        assertThat(exporter.counted(MetricCatalogue.NPS_WINDOW_RESPONSES)).hasSize(3);
    }

    @Test
    void where_recorded_time_is_another_age_can_be_switched_off() {
        var exporter = new GivenExporter(catalogue(), Instant.parse("2031-01-01T00:00:00Z"), null)
                .reads(nps(CHAT, currentHour(), TEN_SCORES));

        assertThat(exporter.counted(MetricCatalogue.NPS_WINDOW_RESPONSES)).hasSize(3);
    }

    @Test
    void after_midnight_today_starts_at_zero() {
        var midnight = Instant.parse("2026-11-27T23:00:00Z");
        var yesterday = nps(CHAT, At.day(State.FINAL, midnight, midnight), TEN_SCORES);
        var exporter = new GivenExporter(catalogue()).reads(yesterday);
        assertThat(exporter.counted(MetricCatalogue.NPS_WINDOW_RESPONSES)).hasSize(3);

        exporter.reads(finals(0, 1, midnight.plusSeconds(60), 0));

        assertThat(exporter.counted(MetricCatalogue.NPS_WINDOW_RESPONSES)).isEmpty();
    }

    @Test
    void an_earlier_day_that_is_erased_leaves_today_alone() {
        var yesterday = At.day(State.FINAL, NOON.minus(Duration.ofDays(1)), NOON);
        var today = At.day(State.FINAL, NOON, NOON);
        var exporter = new GivenExporter(catalogue())
                .reads(nps(CHAT, yesterday, NO_SCORES), nps(CHAT, today, TEN_SCORES), gone(CHAT, yesterday));

        assertThat(exporter.counted(MetricCatalogue.NPS_WINDOW_RESPONSES)).hasSize(3);
        exporter.reads(gone(CHAT, today));
        assertThat(exporter.counted(MetricCatalogue.NPS_WINDOW_RESPONSES)).isEmpty();
        assertThat(exporter.counted(OperationsMetric.EXPORTER_KEYS)).isEmpty();
    }

    @Test
    void labels_outside_the_closed_lists_are_turned_away_and_counted() {
        var exporter = new GivenExporter(catalogue())
                .reads(
                        nps(npsScope("stranger", "CHAT"), currentHour(), TEN_SCORES),
                        nps(npsScope("return", "PIGEON"), currentHour(), TEN_SCORES),
                        nps(CHAT, currentHour().length("PT2H"), TEN_SCORES));

        assertThat(exporter.counted(MetricCatalogue.SURVEY_RESPONSES)).isEmpty();
        assertThat(exporter.counted(OperationsMetric.EXPORTER_OVERFLOW))
                .containsExactly("voc_exporter_overflow_keys_total{topic=\"journey-nps\"} 3.0");
    }

    @Test
    void an_open_dimension_is_filled_in_name_order_up_to_the_cap() {
        var exporter = new GivenExporter(catalogue("return", Map.of("journeyId", 9)));
        for (var name : List.of("zebra", "bear", "ape", "cat")) {
            exporter.reads(nps(npsScope(name, "CHAT"), currentHour(), TEN_SCORES));
        }

        assertThat(exporter.counted(MetricCatalogue.SURVEY_RESPONSES))
                .hasSize(6)
                .allMatch(line -> line.contains("journey=\"ape\"") || line.contains("journey=\"bear\""));
        assertThat(exporter.counted(OperationsMetric.EXPORTER_OVERFLOW))
                .containsExactly("voc_exporter_overflow_keys_total{topic=\"journey-nps\"} 2.0");
    }

    @Test
    void twenty_thousand_hostile_names_change_nothing_but_a_counter() {
        var exporter = new GivenExporter(catalogue("return", Map.of("journeyId", 9)));
        int series = exporter.scrape().split("\n").length;
        for (int i = 0; i < 20_000; i++) {
            exporter.reads(nps(npsScope("hostile-" + i, "CHAT"), currentHour(), TEN_SCORES));
        }

        assertThat(exporter.scrape().split("\n").length - series).isLessThan(100);
        assertThat(exporter.counted(OperationsMetric.EXPORTER_KEYS))
                .containsExactly("voc_exporter_keys{topic=\"journey-nps\"} 2.0");
    }

    @Test
    void a_label_cannot_break_out_of_its_quotes() {
        var evil = "{evil=\"1\"}\n# HELP \\";
        var exporter = new GivenExporter(catalogue(evil, Map.of()))
                .reads(nps(npsScope(evil, "CHAT"), currentHour(), TEN_SCORES));

        assertThat(exporter.counted(MetricCatalogue.SURVEY_RESPONSES))
                .hasSize(3)
                .allMatch(line -> line.contains("journey=\"{evil=\\\"1\\\"}\\n# HELP \\\\\""));
        assertThat(exporter.scrape().split("\n")).allMatch(line -> line.startsWith("# ") || line.startsWith("voc_"));
    }

    @Test
    void an_unreadable_insight_is_counted_and_the_next_one_read() {
        var at = currentHour();
        var exporter = new GivenExporter(catalogue())
                .reads(
                        new Insight(Topic.JOURNEY_NPS, null, GivenInsights.bytes("{}"), NOON),
                        new Insight(Topic.JOURNEY_NPS, GivenInsights.bytes("no key"), null, NOON),
                        new Insight(
                                Topic.JOURNEY_NPS, GivenInsights.key(CHAT, at), GivenInsights.bytes("{\"n\":"), NOON),
                        new Insight(Topic.JOURNEY_NPS, GivenInsights.key(CHAT, at), GivenInsights.bytes("null"), NOON),
                        new Insight(Topic.JOURNEY_NPS, GivenInsights.key(CHAT, at), GivenInsights.bytes("{}"), NOON),
                        new Insight(Topic.JOURNEY_NPS, GivenInsights.key(CHAT, at), GivenInsights.bytes("[]"), NOON),
                        new Insight(Topic.JOURNEY_NPS, GivenInsights.bytes("null"), GivenInsights.bytes("{}"), NOON),
                        nps(CHAT, at, TEN_SCORES, new NpsTotals(List.of(1L), List.of())),
                        nps(CHAT, at, TEN_SCORES));

        assertThat(exporter.counted(OperationsMetric.EXPORTER_MALFORMED))
                .containsExactly("voc_exporter_malformed_records_total{topic=\"journey-nps\"} 8.0");
        assertThat(exporter.counted(MetricCatalogue.SURVEY_RESPONSES)).hasSize(3);
    }

    @Test
    void while_it_still_reads_it_shows_its_own_health_only() {
        var exporter = new GivenExporter(catalogue()).reads(someInsights()).stillReading();

        assertThat(exporter.scrape().lines().filter(line -> !line.startsWith("#")))
                .allMatch(line -> line.startsWith("voc_exporter_"))
                .contains("voc_exporter_ready 0.0");
    }

    @Test
    void a_watermark_waits_for_partitions_that_were_never_heard() {
        var records = new InsightProgress.Records(1, 1, 0, 0, 0, 0, 0, 0, 0, new TreeMap<>());
        var exporter = new GivenExporter(catalogue()).reads(input("contact-events", 0, NOON, records));
        assertThat(exporter.samples(OperationsMetric.WATERMARK)).isEmpty();

        exporter.reads(input("contact-events", 1, NOON.minusSeconds(60), records));

        assertThat(exporter.samples(OperationsMetric.WATERMARK))
                .containsExactly("voc_watermark_timestamp_seconds{stream=\"contact-events\"} "
                        + (double) NOON.minusSeconds(60).getEpochSecond());
    }

    @Test
    void each_partition_says_how_far_it_is_behind_the_farthest() {
        var records = new InsightProgress.Records(1, 1, 0, 0, 0, 0, 0, 0, 0, new TreeMap<>());
        var exporter = new GivenExporter(catalogue())
                .reads(
                        input("survey-responses", 0, NOON, records),
                        input("survey-responses", 1, NOON.minusSeconds(90), records),
                        input("contact-events", 0, NOON.minusSeconds(5), records),
                        finals(0, 2, NOON.minusSeconds(400), 0),
                        finals(1, 2, NOON.minusSeconds(300), 0));

        assertThat(exporter.counted(OperationsMetric.WATERMARK_HOLDBACK))
                .containsExactlyInAnyOrder(
                        "voc_watermark_holdback_seconds{partition=\"1\",stream=\"survey-responses\"} 90.0",
                        "voc_watermark_holdback_seconds{partition=\"0\",stream=\"contact-events\"} 5.0",
                        "voc_watermark_holdback_seconds{partition=\"0\",stream=\"finals\"} 100.0");
    }
}
