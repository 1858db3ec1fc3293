package nl.klantstem.replay;

import java.time.Duration;
import java.time.Instant;
import nl.klantstem.contract.in.RejectReason;
import nl.klantstem.replay.mapping.TimeReading;
import org.jspecify.annotations.Nullable;

/**
 * When a line was recorded: its own recordedAt, else its occurredAt, else that of the line before it. A time that cannot
 * be believed gives a reason to refuse the line, and the line takes the time of the one before it.
 */
final class Stamper {

    static final Instant FIRST = Instant.parse("1980-01-01T00:00:00Z");
    private static final Duration AHEAD = Duration.ofMinutes(5);

    /** When a line was recorded, in milliseconds since 1970, and why it is to be refused if it is. */
    record Stamp(long recordedAt, @Nullable RejectReason refuse) {}

    private final Instant last;
    private long previous;

    /**
     * @param start when the replay began
     * @param first the time that lines before the first readable time take
     */
    Stamper(Instant start, Instant first) {
        this.last = start.plus(AHEAD);
        this.previous = first.toEpochMilli();
    }

    Stamp next(TimeReading recordedAt, TimeReading occurredAt) {
        RejectReason refuse = problem(recordedAt, last);
        if (refuse == null && recordedAt.isAbsent() && occurredAt.instant() != null) {
            refuse = problem(occurredAt, last);
        }
        Instant time = believable(recordedAt, occurredAt);
        if (time != null) {
            previous = time.toEpochMilli();
        }
        return new Stamp(previous, refuse);
    }

    /** The time that a line can lend to others; null when it has none that can be believed. */
    private @Nullable Instant believable(TimeReading recordedAt, TimeReading occurredAt) {
        TimeReading reading = recordedAt.instant() == null ? occurredAt : recordedAt;
        return problem(reading, last) == null ? reading.instant() : null;
    }

    /** Whether a line has a time of its own that can be believed. */
    boolean hasTime(TimeReading recordedAt, TimeReading occurredAt) {
        return believable(recordedAt, occurredAt) != null;
    }

    private static @Nullable RejectReason problem(TimeReading reading, Instant last) {
        Instant instant = reading.instant();
        if (instant == null) {
            return reading.problem();
        }
        if (instant.isBefore(FIRST)) {
            return RejectReason.TOO_OLD;
        }
        return instant.isAfter(last) ? RejectReason.FUTURE : null;
    }
}
