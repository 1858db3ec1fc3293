package nl.klantstem.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import nl.klantstem.contract.UserMistake;
import org.junit.jupiter.api.Test;

class PeriodTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    @Test
    void both_dates_are_in_it_and_the_period_before_has_as_many_local_days() {
        var week = Period.parse("2025-10-20", "2025-10-26", ZONE);

        assertThat(Duration.between(week.from(), week.to()))
                .as("the clocks change")
                .isEqualTo(Duration.ofHours(169));
        assertThat(week.days()).hasSize(7);
        assertThat(week.text()).isEqualTo("2025-10-20 to 2025-10-26 (7 days, Europe/Amsterdam)");
        assertThat(week.before()).isEqualTo(Period.parse("2025-10-13", "2025-10-19", ZONE));
    }

    @Test
    void of_two_times_the_last_is_not_in_it_and_only_whole_days_are_days() {
        var hours = Period.parse("2025-11-01T12:00:00+01:00", "2025-11-03T00:15:00+01:00", ZONE);

        assertThat(hours.days()).extracting(day -> day.date().toString()).containsExactly("2025-11-02");
        assertThat(hours.before().to()).isEqualTo(hours.from());
        assertThat(Duration.between(hours.before().from(), hours.from()))
                .isEqualTo(Duration.between(hours.from(), hours.to()));
        assertThat(Period.parse("2025-11-01T12:00:00Z", "2025-11-01T12:30:00Z", ZONE)
                        .days())
                .isEmpty();
    }

    @Test
    void what_is_no_period_is_said() {
        assertThatThrownBy(() -> Period.parse("2025-11-02", "2025-11-01", ZONE))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("--to 2025-11-01 lies before --from 2025-11-02");
        assertThatThrownBy(() -> Period.parse("1 november", "2025-11-01", ZONE))
                .hasMessageContaining("--from 1 november is neither a date such as");
        assertThatThrownBy(() -> Period.parse("2025-11-01T12:01:00Z", "2025-11-02", ZONE))
                .hasMessageContaining("quarters of an hour");
    }
}
