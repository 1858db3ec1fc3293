package nl.klantstem.exact;

import java.time.Duration;
import java.time.Instant;

/** Times by class, as counters: in whole seconds, rounded down, none below zero. */
final class Times {

    /** Upper bounds of the classes of what takes seconds to hours. */
    static final int[] SHORT = {5, 10, 20, 30, 60, 120, 300, 600, 1_800, 3_600, 14_400, 86_400};

    private static final int DAY = 86_400;
    /** Of what takes minutes to weeks. */
    static final int[] LONG = {
        60, 300, 900, 3_600, 14_400, 43_200, DAY, 2 * DAY, 3 * DAY, 4 * DAY, 5 * DAY, 7 * DAY, 10 * DAY, 14 * DAY,
        21 * DAY, 28 * DAY, 60 * DAY
    };

    private Times() {}

    static void count(Counts counts, String what, int[] bounds, Instant from, Instant to) {
        long seconds = Math.max(0, Duration.between(from, to).toSeconds());
        int at = 0;
        while (at < bounds.length && seconds > bounds[at]) {
            at++;
        }
        counts.one(what + " " + at).add(what + " sum", seconds);
    }
}
