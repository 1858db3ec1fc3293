package nl.klantstem.contract.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nl.klantstem.contract.catalogue.PeakCalendar.Anchor;
import nl.klantstem.contract.catalogue.PeakCalendar.Day;
import nl.klantstem.contract.catalogue.PeakCalendar.PeakDay;
import nl.klantstem.contract.catalogue.PeakCalendar.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeakCalendarTest {

    private static final PeakCalendar PEAKS = PeakCalendar.DEFAULT;

    @ParameterizedTest
    @CsvSource({
        // Black Friday is a Friday, 52 weeks before or 53.
        "2026-11-27, 2025-11-28",
        "2024-11-29, 2023-11-24",
        "2026-11-30, 2025-12-01",
        // Sinterklaas and Christmas keep their date and change their weekday.
        "2026-12-05, 2025-12-05",
        "2026-12-24, 2025-12-24",
        // The first day of a phase is not held against the phase before: Cyber Monday was no ordinary day.
        "2026-12-01, 2025-12-02",
        "2025-12-02, 2024-12-03",
        // What was given comes back in January of the next year.
        "2026-12-26, 2025-12-26",
        "2027-01-21, 2026-01-21",
        // Outside the peak the weekday counts.
        "2026-11-22, 2025-11-23",
        "2027-01-22, 2026-01-23",
        "2026-06-03, 2025-06-04"
    })
    void a_day_is_held_against_the_same_day_of_the_last_peak(LocalDate day, LocalDate lastYear) {
        assertThat(PEAKS.lastYear(day)).isEqualTo(lastYear);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22, , 0",
        "2026-11-23, black-friday, -4",
        "2026-11-29, black-friday, 2",
        "2026-12-01, sinterklaas, -4",
        "2026-12-25, christmas, 0",
        "2027-01-03, returns, 9"
    })
    void a_day_is_so_far_from_what_its_phase_leads_up_to(LocalDate day, String phase, int plusDays) {
        assertThat(PEAKS.on(day).map(peak -> peak.phase().name()).orElse(null)).isEqualTo(phase);
        assertThat(PEAKS.on(day).map(PeakDay::plusDays).orElse(0)).isEqualTo(plusDays);
    }

    @Test
    void of_two_phases_the_one_that_began_last_is_the_day_s() {
        var peaks = new PeakCalendar(List.of(
                new Phase("all", new Day(Anchor.BLACK_FRIDAY, -10), new Day(Anchor.CHRISTMAS, 0)),
                new Phase("week", new Day(Anchor.BLACK_FRIDAY, -4), new Day(Anchor.BLACK_FRIDAY, 3))));

        assertThat(peaks.on(LocalDate.parse("2026-11-27")))
                .map(peak -> peak.phase().name())
                .contains("week");
        assertThat(peaks.on(LocalDate.parse("2026-11-19")))
                .map(peak -> peak.phase().name())
                .contains("all");
    }
}
