package nl.klantstem.exact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The end of a recorded minute, and which of the moments that were asked for is the next one still to come. */
final class Clock {

    private final Instant now;
    private @Nullable Instant next;

    Clock(long minute) {
        now = Instant.ofEpochSecond(60 * (minute + 1));
    }

    boolean passed(Instant moment) {
        if (!moment.isAfter(now)) {
            return true;
        }
        if (next == null || moment.isBefore(next)) {
            next = moment;
        }
        return false;
    }

    Instant now() {
        return now;
    }

    /** The minute in which the next of them passes; the last of all when there is none. */
    long nextMinute() {
        return next == null ? Long.MAX_VALUE : Math.floorDiv(next.toEpochMilli() - 1, 60_000L);
    }
}
