package nl.klantstem.insight.steering;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Minutes since the epoch, from (inclusive) to (exclusive). */
record Span(long from, long to) {

    static final long HOUR = 60;
    private static final long SECONDS_PER_MINUTE = 60;

    static Span hour(long from) {
        return new Span(from, from + HOUR);
    }

    boolean isEmpty() {
        return from >= to;
    }

    Span before(long minutes) {
        return new Span(from - minutes, to - minutes);
    }

    /** The hours that begin in it. */
    List<Long> hours() {
        var hours = new ArrayList<Long>();
        for (long hour = -Math.floorDiv(-from, HOUR) * HOUR; hour < to; hour += HOUR) {
            hours.add(hour);
        }
        return hours;
    }

    static Instant instant(long minute) {
        return Instant.ofEpochSecond(minute * SECONDS_PER_MINUTE);
    }
}
