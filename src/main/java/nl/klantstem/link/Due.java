package nl.klantstem.link;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which moments have passed at the end of a recorded minute, and when the first of the others will have. */
final class Due {

    /** No moment is waited for. */
    static final long NEVER = Long.MAX_VALUE;

    private static final long MILLIS = 60_000;

    private final Instant now;
    private @Nullable Instant next;

    /** {@code minute} since the epoch; it is looked at from its end. */
    Due(long minute) {
        this.now = end(minute);
    }

    static Instant end(long minute) {
        return Instant.ofEpochMilli((minute + 1) * MILLIS);
    }

    Instant now() {
        return now;
    }

    /** Whether a moment has passed; one that has not is waited for. */
    boolean passed(Instant moment) {
        if (!moment.isAfter(now)) {
            return true;
        }
        if (next == null || moment.isBefore(next)) {
            next = moment;
        }
        return false;
    }

    /** The first minute at whose end a moment has passed. */
    static long minute(Instant moment) {
        return Math.floorDiv(moment.toEpochMilli() - 1, MILLIS);
    }

    /** The first minute at whose end another of the moments asked for has passed, or NEVER. */
    long minute() {
        return next == null ? NEVER : minute(next);
    }
}
