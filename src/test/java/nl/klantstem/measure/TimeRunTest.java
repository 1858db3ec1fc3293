package nl.klantstem.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeRunTest {

    private static final int RUN = 3;

    @Test
    void times_are_counted_in_their_classes_and_summed() {
        var run = new TimeRun(List.of(10, 60));
        var counts = new long[RUN + run.width() + 1];

        for (int seconds : new int[] {0, 10, 11, 61, 1_000}) {
            run.count(seconds, RUN, counts);
        }

        assertThat(counts).containsExactly(0, 0, 0, 2, 1, 2, 1_082, 0);
        var durations = run.durations(counts, RUN);
        assertThat(durations.n()).isEqualTo(5);
        assertThat(durations.sum()).isEqualTo(1_082);
        assertThat(durations.counts()).containsExactly(2L, 1L, 2L);
        assertThat(durations.p50()).isEqualTo(35);
        assertThat(durations.p90()).as("beyond the last class").isEqualTo(60);
    }

    @Test
    void a_time_that_is_not_known_is_not_counted_and_of_none_there_is_nothing_to_say() {
        var counts = new long[TimeRun.LONG.width()];

        TimeRun.LONG.count(-1, 0, counts);

        assertThat(counts).containsOnly(0);
        assertThat(TimeRun.LONG.durations(counts, 0)).isNull();
    }

    @Test
    void long_times_are_told_apart_from_a_minute_to_sixty_days() {
        var counts = new long[TimeRun.LONG.width()];
        TimeRun.LONG.count(60, 0, counts);
        TimeRun.LONG.count((int) Duration.ofDays(4).toSeconds(), 0, counts);
        TimeRun.LONG.count((int) Duration.ofDays(60).toSeconds() + 1, 0, counts);

        assertThat(TimeRun.LONG.classes(counts, 0))
                .containsExactly(1L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 1L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 1L);
    }
}
