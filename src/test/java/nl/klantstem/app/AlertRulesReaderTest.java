package nl.klantstem.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.contract.catalogue.AlertRules;
import nl.klantstem.contract.catalogue.AlertRules.SurgeRules;
import nl.klantstem.contract.catalogue.AlertRules.Tolerance;
import nl.klantstem.contract.catalogue.AlertRules.WatchRule;
import nl.klantstem.contract.catalogue.PeakCalendar;
import org.junit.jupiter.api.Test;

class AlertRulesReaderTest {

    private static final String CATALOGUE = """
            version: "1"
            zone: Europe/Amsterdam
            windows:
              - {type: DAY, slide: PT15M}
            journeys:
              - {id: return, name: {nl: Retour, en: Return}, phase: AFTER_SALES, audience: CUSTOMER, owner: care}
            cubes:
              nps: [[]]
              contacts: [[]]
            """;

    @Test
    void the_starter_catalogue_spells_out_what_holds_without_a_word() {
        var starter = CatalogueFile.starter().latest();

        assertThat(starter.alerts()).isEqualTo(AlertRules.DEFAULT);
        assertThat(starter.peaks()).isEqualTo(PeakCalendar.DEFAULT);
        assertThat(CatalogueFile.parse("c.yaml", CATALOGUE).latest().alerts()).isEqualTo(AlertRules.DEFAULT);
        assertThat(CatalogueFile.parse("c.yaml", CATALOGUE).latest().peaks()).isEqualTo(PeakCalendar.DEFAULT);
    }

    @Test
    void what_is_watched_and_tolerated_is_read() {
        var read = CatalogueFile.parse("c.yaml", CATALOGUE + """
                alerts:
                  falseAlarmsPerYear: 0.5
                  newNormalDays: 14
                  watches:
                    - {scope: [journeyId, channel], segments: [driver]}
                  journeys:
                    - {journeyId: return, smallestChange: 8}
                  surges: {binMinutes: 5}
                  links: {dashboard: "https://example.org/{journeyId}"}
                peaks:
                  - {name: sale, first: {anchor: CHRISTMAS, plusDays: 1}, last: {anchor: CHRISTMAS, plusDays: 2}}
                """).latest();

        AlertRules rules = read.alerts();
        assertThat(rules.tolerance("exchange")).isEqualTo(new Tolerance(0.5, 5));
        assertThat(rules.tolerance("return")).isEqualTo(new Tolerance(0.5, 8));
        assertThat(rules.newNormalDays()).isEqualTo(14);
        assertThat(rules.watches()).containsExactly(new WatchRule(List.of("journeyId", "channel"), List.of("driver")));
        assertThat(rules.surges()).isEqualTo(new SurgeRules(1, 5));
        assertThat(rules.links().dashboard()).isEqualTo("https://example.org/{journeyId}");
        assertThat(rules.links().runbook()).isNull();
        assertThat(read.peaks().during(LocalDate.of(2026, 12, 1), LocalDate.of(2027, 1, 31)))
                .containsExactly(
                        new PeakCalendar.Occurrence("sale", LocalDate.of(2026, 12, 26), LocalDate.of(2026, 12, 27)));
    }

    @Test
    void every_mistake_is_told_with_its_line_and_what_to_do() {
        var mistake = catchThrowableOfType(UserMistake.class, () -> CatalogueFile.parse("c.yaml", CATALOGUE + """
                alerts:
                  falseAlarmsPerYear: 0
                  watches:
                    - {scope: [journey], segments: []}
                    - {scope: [channel], segments: [channel]}
                    - {scope: [channel], segments: []}
                  journeys:
                    - {journeyId: retrun}
                  surges: {binMinutes: 7}
                peaks:
                  - {name: a, first: {anchor: CHRISTMAS}, last: {anchor: SINTERKLAAS}}
                """));

        assertThat(mistake.getMessage().lines())
                .contains(
                        "c.yaml:11: alerts.falseAlarmsPerYear: 0.0 is out of bounds: give 0.001 to 1000.0",
                        "c.yaml:13: alerts.watches[0].scope: 'journey' is no dimension of what is watched,"
                                + " did you mean 'journeyId'?",
                        "c.yaml:14: alerts.watches[1].segments: 'channel' is in the scope: every answer of it has the same",
                        "c.yaml:13: alerts.watches: the same scope is there twice: keep one",
                        "c.yaml:17: alerts.journeys[0].journeyId: 'retrun' is no journey, did you mean 'return'?",
                        "c.yaml:18: alerts.surges.binMinutes: 7 does not divide an hour: give 5, 10, 15, 20, 30 or 60",
                        "c.yaml:20: peaks[0].last: it ends before it begins: let 'last' be 'first' or later");
    }

    @Test
    void black_friday_moves_and_the_peak_with_it() {
        var calendar = PeakCalendar.DEFAULT;

        assertThat(PeakCalendar.Anchor.BLACK_FRIDAY.in(2026)).isEqualTo("2026-11-27");
        assertThat(PeakCalendar.Anchor.BLACK_FRIDAY.in(2024)).isEqualTo("2024-11-29");
        assertThat(PeakCalendar.Anchor.BLACK_FRIDAY.in(2023)).isEqualTo("2023-11-24");
        assertThat(calendar.during(LocalDate.of(2027, 1, 15), LocalDate.of(2027, 1, 15)))
                .extracting(PeakCalendar.Occurrence::name)
                .containsExactly("returns");
        assertThat(calendar.during(LocalDate.of(2027, 1, 22), LocalDate.of(2027, 11, 1)))
                .isEmpty();
    }
}
