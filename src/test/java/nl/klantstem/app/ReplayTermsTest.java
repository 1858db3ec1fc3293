package nl.klantstem.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.replay.Merger.Finish;
import org.junit.jupiter.api.Test;

class ReplayTermsTest {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    @Test
    void without_until_time_goes_on_to_the_end_of_the_last_local_day_also_over_a_clock_change() {
        assertThat(end("2026-03-28T23:30:00Z", null)).isEqualTo("2026-03-29T22:00:00Z");
        assertThat(end("2026-10-25T22:59:59.999Z", null)).isEqualTo("2026-10-25T23:00:00Z");
        assertThat(end("2026-10-25T23:00:00Z", null)).isEqualTo("2026-10-26T23:00:00Z");
    }

    @Test
    void until_is_an_instant_or_the_end_of_a_local_day_and_never_before_the_last_record() {
        assertThat(ReplayTerms.until("2026-01-31", AMSTERDAM)).isEqualTo("2026-01-31T23:00:00Z");
        assertThat(end("2026-01-01T00:00:00Z", "2026-01-02T12:00:30+01:00")).isEqualTo("2026-01-02T11:01:00Z");
        assertThatThrownBy(() -> end("2026-01-03T00:00:00Z", "2026-01-02"))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("before the last record");
        assertThatThrownBy(() -> ReplayTerms.until("tomorrow", AMSTERDAM)).isInstanceOf(UserMistake.class);
    }

    @Test
    void every_is_a_whole_number_of_minutes_that_divides_the_day() {
        assertThat(ReplayTerms.every("PT1H")).isEqualTo(Duration.ofHours(1));
        assertThat(ReplayTerms.every("P1D")).isEqualTo(Duration.ofDays(1));
        for (String bad : new String[] {"1h", "PT0S", "PT90S", "PT7H", "P2D", "-PT1H"}) {
            assertThatThrownBy(() -> ReplayTerms.every(bad))
                    .isInstanceOf(UserMistake.class)
                    .hasMessageContaining("--every " + bad);
        }
    }

    @Test
    void where_life_goes_on_recorded_time_does_not_run_ahead_of_it() {
        Instant now = Instant.parse("2026-11-24T12:00:20Z");
        Finish past = ReplayTerms.finish(Instant.parse("2026-11-24T00:00:00Z"), Duration.ofMinutes(5));
        Finish today = ReplayTerms.finish(Instant.parse("2026-11-24T23:00:00Z"), Duration.ofMinutes(5));

        assertThat(ReplayTerms.notAhead(past, now, now)).isEqualTo(past);
        assertThat(ReplayTerms.notAhead(today, now, now))
                .isEqualTo(new Finish(now, Instant.parse("2026-11-24T11:59:00Z")));
    }

    private static Instant end(String last, String until) {
        return ReplayTerms.end(
                Instant.parse(last), until == null ? null : ReplayTerms.until(until, AMSTERDAM), AMSTERDAM);
    }
}
