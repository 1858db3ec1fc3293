package nl.klantstem.link;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Durations as facts tell them: whole seconds, rounded down. */
final class Seconds {

    /** One of the two moments is not known. */
    static final int UNKNOWN = -1;

    private Seconds() {}

    /** Never below zero: two clocks may differ. */
    static int between(@Nullable Instant from, @Nullable Instant to) {
        if (from == null || to == null) {
            return UNKNOWN;
        }
        return (int) Math.max(
                0, Math.min(Integer.MAX_VALUE, Duration.between(from, to).toSeconds()));
    }
}
