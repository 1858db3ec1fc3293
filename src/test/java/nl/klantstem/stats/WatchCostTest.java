package nl.klantstem.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a watch costs: printed for the page on its performance; its size is held. */
class WatchCostTest {

    private static final int DAY = GivenAnswers.DAY;
    private static final int SEGMENTS = 12;

    private final ThreadMXBean cpu = ManagementFactory.getThreadMXBean();
    private final Random random = new Random(4);

    @Test
    void a_watch_of_twelve_segments_stays_under_3000_numbers_and_its_minutes_are_told() {
        var watch = new Watch(WatchSettings.USUAL, Set.of(Direction.DROP));
        live(watch, 0, 60, 1);
        double one = live(watch, 60, 90, 1);
        double ten = live(watch, 90, 120, 10);
        int size = watch.state().numbers().length;
        long before = cpu.getCurrentThreadCpuTime();
        for (int i = 0; i < 200; i++) {
            watch = watch.copy();
        }
        double copy = (cpu.getCurrentThreadCpuTime() - before) / 200.0;
        double none = live(watch, 120, 150, 0);
        System.out.printf(
                Locale.ROOT,
                "a watch in one direction, %d segments: %,.0f ns of CPU for a minute without answers, %,.0f with 1, %,.0f"
                        + " with 10; %,d numbers of state, %,.0f us to copy%n",
                SEGMENTS,
                none,
                one,
                ten,
                size,
                copy / 1_000);

        assertThat(size).isLessThan(3_000);
        assertThat(watch.isReady()).isTrue();
    }

    /** The CPU of a minute in nanoseconds, its part of the end of the day included. */
    private double live(Watch watch, long fromDay, long toDay, int perMinute) {
        var minutes = new ArrayList<Answers>();
        for (int i = 0; i < DAY; i++) {
            var answers = new Answers();
            for (int n = 0; n < perMinute; n++) {
                answers.add("segment " + random.nextInt(SEGMENTS), Math.min(10, random.nextInt(22)));
            }
            minutes.add(answers);
        }
        long before = cpu.getCurrentThreadCpuTime();
        for (long day = fromDay; day < toDay; day++) {
            for (int minute = 0; minute < DAY; minute++) {
                watch.minute(day * DAY + minute, minute / 60, minutes.get(minute));
            }
            watch.endOfDay();
        }
        return (cpu.getCurrentThreadCpuTime() - before) / (double) ((toDay - fromDay) * DAY);
    }
}
