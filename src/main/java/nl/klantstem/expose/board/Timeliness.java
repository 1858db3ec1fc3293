package nl.klantstem.expose.board;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How fresh the data are.
 *
 * @param upTo the recorded time up to which all finals are out; absent while a partition has not been heard from
 * @param ageSeconds how far that is behind the clock; absent where recorded time is not the clock's (a demo, a replay)
 * @param movedAt when (by the clock) it was last seen to move
 */
public record Timeliness(
        State state,
        @Nullable Instant upTo,
        @Nullable Long ageSeconds,
        @Nullable Instant movedAt,
        Reading reading) {

    /** Whether what is shown is of now. */
    public enum State {
        /** Not all is read yet. */
        READING,
        /** All is read, and nothing was ever published. */
        EMPTY,
        LIVE,
        /** It no longer moves, or is too far behind the clock. */
        STALE,
        /** It is no longer read: the exporter has to be started again. */
        STOPPED
    }
}
