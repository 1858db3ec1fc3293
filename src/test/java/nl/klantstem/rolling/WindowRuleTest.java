package nl.klantstem.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import nl.klantstem.rolling.WindowRule.Day;
import nl.klantstem.rolling.WindowRule.Rolling;
import nl.klantstem.rolling.WindowRule.Slide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Windows slide, begin and end where the calendar and a plain search say. */
class WindowRuleTest {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");
    private static final long SEED = 25;

    @Test
    void a_rolling_window_slides_by_its_slide_and_covers_its_length() {
        WindowRule hours = rolling("PT6H", 5, null, AMSTERDAM);
        long noon = minute("2026-03-02T12:00:00Z");

        assertThat(hours.boundary(noon)).isEqualTo(noon);
        assertThat(hours.boundary(noon + 1)).isEqualTo(noon + 5);
        assertThat(hours.from(noon)).isEqualTo(noon - 360);
        assertThat(hours.leaves(noon)).isEqualTo(noon + 365);
        assertThat(hours.coarse()).isFalse();
        assertThat(hours.published(noon).from()).isEqualTo(Instant.parse("2026-03-02T06:00:00Z"));
        assertThat(hours.published(noon).length()).isEqualTo("PT6H");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29, 23",
        "2026-03-28, 24",
        "2026-10-25, 25",
        "2026-10-26, 24",
    })
    void a_day_is_as_long_as_the_clock_says(LocalDate date, int hours) {
        WindowRule day = day(15, null, AMSTERDAM);
        long midnight = minute(date, AMSTERDAM);
        long end = minute(date.plusDays(1), AMSTERDAM);

        assertThat(end - midnight).isEqualTo(hours * 60L);
        assertThat(day.from(end)).isEqualTo(midnight);
        assertThat(day.from(midnight + 15)).isEqualTo(midnight);
        assertThat(day.from(midnight))
                .as("the window that ends at midnight is yesterday")
                .isLessThan(midnight);
        assertThat(day.leaves(midnight)).isEqualTo(end + 15);
        assertThat(day.leaves(end - 1)).isEqualTo(end + 15);
        assertThat(day.boundary(end - 14)).isEqualTo(end);
        assertThat(day.published(end).zone()).isEqualTo("Europe/Amsterdam");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29, 24, 23", // today is shorter: its whole length of yesterday
        "2026-03-30, 23, 23", // yesterday was shorter: all of it and no more
        "2026-10-25, 24, 24", // today is longer: the last hour is held against all of yesterday
        "2026-10-26, 25, 24",
        "2026-10-27, 24, 24",
    })
    void a_day_is_held_against_yesterday_for_as_long_as_it_has_lasted(LocalDate today, int before, int most) {
        WindowRule day = day(15, null, AMSTERDAM);
        long midnight = minute(today, AMSTERDAM);
        long end = minute(today.plusDays(1), AMSTERDAM);

        assertThat(day.previousFrom(midnight + 45)).isEqualTo(midnight - before * 60L);
        assertThat(day.previousTo(midnight + 45)).isEqualTo(midnight - before * 60L + 45);
        assertThat(day.previousFrom(end)).isEqualTo(midnight - before * 60L);
        assertThat(day.previousTo(end) - day.previousFrom(end)).isEqualTo(most * 60L);
    }

    @Test
    void a_window_is_held_against_as_long_a_window_before_it() {
        WindowRule hours = rolling("PT6H", 5, null, AMSTERDAM);
        long noon = minute("2026-03-02T12:00:00Z");

        assertThat(hours.previousFrom(noon)).isEqualTo(noon - 720);
        assertThat(hours.previousTo(noon)).isEqualTo(noon - 360);
        assertThat(hours.entersPrevious(noon, noon + 1)).isEqualTo(hours.leaves(noon));
        assertThat(hours.leavesPrevious(noon)).isEqualTo(noon + 725);
    }

    @Test
    void the_hour_that_comes_twice_has_its_slides_twice() {
        WindowRule hourly = day(15, Duration.ofHours(1), AMSTERDAM);
        long first = minute("2026-10-25T00:00:00Z");

        assertThat(hourly.boundary(first)).isEqualTo(first);
        assertThat(hourly.boundary(first + 1)).isEqualTo(first + 60);
        assertThat(hourly.boundary(first + 61)).isEqualTo(first + 120);
        assertThat(boundaries(hourly, minute("2026-10-24T22:00:00Z"), minute("2026-10-25T23:00:00Z")))
                .hasSize(26);
    }

    @Test
    void once_a_day_means_at_local_midnight_on_days_of_23_and_25_hours_too() {
        WindowRule daily = rolling("PT24H", 15, Duration.ofDays(1), AMSTERDAM);

        assertThat(boundaries(daily, minute("2026-03-27T23:00:00Z"), minute("2026-03-30T22:00:00Z")))
                .containsExactly(
                        minute("2026-03-27T23:00:00Z"),
                        minute("2026-03-28T23:00:00Z"),
                        minute("2026-03-29T22:00:00Z"),
                        minute("2026-03-30T22:00:00Z"));
        assertThat(boundaries(daily, minute("2026-10-24T22:00:00Z"), minute("2026-10-26T23:00:00Z")))
                .containsExactly(
                        minute("2026-10-24T22:00:00Z"), minute("2026-10-25T23:00:00Z"), minute("2026-10-26T23:00:00Z"));
    }

    @Test
    void a_slide_that_is_longer_than_the_asked_moments_stays() {
        WindowRule weekly = rolling("P7D", 60, Duration.ofMinutes(30), AMSTERDAM);

        assertThat(weekly.boundary(minute("2026-03-02T12:01:00Z"))).isEqualTo(minute("2026-03-02T13:00:00Z"));
    }

    @Test
    void a_day_closes_at_its_midnight_also_where_that_is_at_half_an_hour() {
        for (int slide : List.of(1, 5, 15, 20, 30, 60)) {
            WindowRule day = day(slide, null, KOLKATA);
            long midnight = minute(LocalDate.of(2026, 7, 14), KOLKATA);
            long end = midnight + 24 * 60;

            assertThat(midnight).isEqualTo(minute("2026-07-13T18:30:00Z"));
            assertThat(day.boundary(end)).as("slide " + slide).isEqualTo(end);
            assertThat(day.boundary(end - slide + 1)).as("slide " + slide).isLessThanOrEqualTo(end);
            assertThat(day.boundary(end + 1)).as("slide " + slide).isGreaterThan(end);
            assertThat(day.from(end)).isEqualTo(midnight);
            assertThat(day.leaves(midnight)).as("slide " + slide).isGreaterThan(end);
        }
    }

    @Test
    void sums_of_quarter_hours_are_kept_only_where_every_edge_is_at_a_quarter_of_an_hour() {
        assertThat(rolling("PT24H", 15, null, AMSTERDAM).coarse()).isTrue();
        assertThat(rolling("P7D", 60, Duration.ofHours(6), AMSTERDAM).coarse()).isTrue();
        assertThat(rolling("PT1H", 1, null, AMSTERDAM).coarse()).isFalse();
        assertThat(rolling("PT24H", 20, null, AMSTERDAM).coarse()).isFalse();
        assertThat(rolling("PT24H", 15, Duration.ofMinutes(20), AMSTERDAM).coarse())
                .isFalse();
        assertThat(rolling("PT1H", 1, Duration.ofHours(1), AMSTERDAM).coarse()).isTrue();
        assertThat(day(15, Duration.ofMinutes(16), AMSTERDAM).coarse()).isFalse();
        assertThat(day(15, Duration.ofMinutes(10), AMSTERDAM).coarse()).isTrue();
        assertThat(day(60, null, KOLKATA).coarse()).isTrue();
    }

    @Test
    void boundaries_and_what_leaves_are_what_a_plain_search_finds() {
        System.out.println("window rules: seed " + SEED);
        var random = new Random(SEED);
        for (ZoneId zone : List.of(AMSTERDAM, KOLKATA, ZoneId.of("America/Sao_Paulo"), ZoneId.of("Asia/Kathmandu"))) {
            for (Duration every :
                    new Duration[] {null, Duration.ofMinutes(20), Duration.ofHours(1), Duration.ofDays(1)}) {
                for (WindowRule rule : List.of(
                        rolling("PT1H", 1, every, zone),
                        rolling("PT24H", 15, every, zone),
                        rolling("P7D", 60, every, zone),
                        day(15, every, zone),
                        day(60, every, zone))) {
                    for (LocalDate about : List.of(LocalDate.of(2026, 3, 29), LocalDate.of(2026, 10, 25))) {
                        long minute = minute(about, zone) + random.nextInt(3_000) - 1_500;
                        check(rule, minute);
                    }
                }
            }
        }
    }

    /** A boundary is its own next one; none lies in between; nothing leaves before it is out and all that is out has left. */
    private static void check(WindowRule rule, long minute) {
        long next = rule.boundary(minute);
        String about = rule + " at " + Panes.instant(minute);
        assertThat(next).as(about).isGreaterThanOrEqualTo(minute);
        assertThat(rule.boundary(next)).as(about).isEqualTo(next);
        for (long between = minute; between <= next; between++) {
            assertThat(rule.boundary(between)).as(about).isEqualTo(next);
        }
        long pane = rule.coarse() ? Math.floorDiv(minute, Panes.COARSE) * Panes.COARSE : minute;
        long leaves = rule.leaves(pane);
        long to = rule.boundary(pane + 1);
        for (; rule.from(to) <= pane; to = rule.boundary(to + 1)) {
            assertThat(to - pane).as(about).isLessThan(12 * 24 * 60);
        }
        assertThat(leaves).as("what leaves of " + about).isEqualTo(to);
        assertThat(leaves - pane).as("the reach of " + about).isLessThanOrEqualTo(rule.reach() + 26 * 60);
        checkPrevious(rule, pane, pane + (rule.coarse() ? Panes.COARSE : 1), about);
    }

    /** The period before covers a pane from the boundary at which it enters up to the one at which it leaves, or never. */
    private static void checkPrevious(WindowRule rule, long pane, long paneEnd, String about) {
        long enters = rule.entersPrevious(pane, paneEnd);
        long leaves = rule.leavesPrevious(pane);
        boolean covered = false;
        long to = rule.boundary(paneEnd);
        for (; to <= leaves; to = rule.boundary(to + 1)) {
            boolean covers = rule.previousFrom(to) <= pane && paneEnd <= rule.previousTo(to);
            assertThat(covers)
                    .as("the period before " + Panes.instant(to) + ", " + about)
                    .isEqualTo(enters <= to && to < leaves);
            covered |= covers;
        }
        assertThat(covered || enters >= leaves).as(about).isTrue();
        assertThat(leaves - pane)
                .as("the reach of the period before " + about)
                .isLessThanOrEqualTo(rule.previousReach() + 26 * 60);
    }

    private static TreeSet<Long> boundaries(WindowRule rule, long from, long to) {
        var boundaries = new TreeSet<Long>();
        for (long minute = from; minute <= to; minute++) {
            boundaries.add(rule.boundary(minute));
        }
        return boundaries;
    }

    private static WindowRule rolling(String length, int slide, Duration every, ZoneId zone) {
        long minutes = Duration.parse(length).toMinutes();
        return new Rolling(length, minutes, new Slide(slide, every, new LocalDays(zone)));
    }

    private static WindowRule day(int slide, Duration every, ZoneId zone) {
        var days = new LocalDays(zone);
        return new Day(days, new Slide(slide, every, days));
    }

    private static long minute(LocalDate date, ZoneId zone) {
        return date.atStartOfDay(zone).toEpochSecond() / 60;
    }

    private static long minute(String instant) {
        return Instant.parse(instant).getEpochSecond() / 60;
    }
}
