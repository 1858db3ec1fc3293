package nl.klantstem.insight.steering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class StretchTest {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final LocalDate SPRING = LocalDate.parse("2026-03-29");
    private static final LocalDate AUTUMN = LocalDate.parse("2026-10-25");

    @Test
    void a_day_so_far_ends_with_the_hour() {
        Stretch nine = Stretch.at(minute("2026-11-27T08:00:00Z"), AMSTERDAM);

        assertThat(nine.hour()).isEqualTo(span("2026-11-27T08:00:00Z", "2026-11-27T09:00:00Z"));
        assertThat(nine.soFar()).isEqualTo(span("2026-11-26T23:00:00Z", "2026-11-27T09:00:00Z"));
        assertThat(nine.day().hours()).hasSize(24);
    }

    @Test
    void the_same_hour_is_that_of_the_clock_on_the_wall_not_168_hours_ago() {
        Stretch after = Stretch.like(minute("2026-10-28T09:00:00Z"), LocalDate.parse("2026-10-21"), AMSTERDAM);

        assertThat(after.hour()).isEqualTo(span("2026-10-21T08:00:00Z", "2026-10-21T09:00:00Z"));
    }

    @Test
    void an_hour_that_the_clock_skipped_has_no_like_and_the_day_so_far_goes_up_to_the_change() {
        Stretch skipped = Stretch.like(minute("2026-04-05T00:00:00Z"), SPRING, AMSTERDAM);

        assertThat(skipped.hour().isEmpty()).isTrue();
        assertThat(skipped.soFar()).isEqualTo(span("2026-03-28T23:00:00Z", "2026-03-29T01:00:00Z"));
        assertThat(skipped.day().hours()).hasSize(23);
    }

    @Test
    void of_an_hour_that_came_twice_the_first_is_like_it_and_both_are_of_the_day() {
        Stretch twice = Stretch.like(minute("2026-11-01T01:00:00Z"), AUTUMN, AMSTERDAM);
        Stretch next = Stretch.like(minute("2026-11-01T02:00:00Z"), AUTUMN, AMSTERDAM);

        assertThat(twice.hour()).isEqualTo(span("2026-10-25T00:00:00Z", "2026-10-25T01:00:00Z"));
        assertThat(next.hour()).isEqualTo(span("2026-10-25T02:00:00Z", "2026-10-25T03:00:00Z"));
        assertThat(next.soFar().hours()).hasSize(5);
        assertThat(next.day().hours()).hasSize(25);
    }

    @Test
    void at_the_end_of_any_day_all_of_the_other_day_is_so_far() {
        for (String day : new String[] {"2026-03-29", "2026-04-05", "2026-10-25", "2026-11-01", "2026-11-27"}) {
            LocalDate date = LocalDate.parse(day);
            long last = Stretch.day(date, AMSTERDAM).to() - Span.HOUR;
            Stretch weekAgo = Stretch.like(last, date.minusDays(7), AMSTERDAM);

            assertThat(weekAgo.soFar()).as(day).isEqualTo(weekAgo.day());
        }
    }

    private static Span span(String from, String to) {
        return new Span(minute(from), minute(to));
    }

    private static long minute(String instant) {
        return Instant.parse(instant).getEpochSecond() / 60;
    }
}
