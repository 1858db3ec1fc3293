package nl.klantstem.ingest;

import java.time.Duration;
import java.time.Instant;
import nl.klantstem.contract.in.RejectReason;
import nl.klantstem.ingest.Parsed.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * Whether an event's two times can be believed together: one event from the far future would expire every window, one from
 * long ago would look for facts that are gone. No clock: what is compared is when it happened and when it was recorded.
 */
public final class TimeCheck {

    /** How far clocks may be apart. */
    public static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    /** Before this there were no such events: it is a clock that was never set, or seconds taken for milliseconds. */
    public static final Instant OLDEST = Instant.parse("1980-01-01T00:00:00Z");

    /** A record's own time beyond this cannot be written with four digits of year, and is no time at all. */
    private static final Instant NEWEST = Instant.parse("9999-12-31T23:59:59.999Z");

    private static final long MINUTE_SECONDS = 60;

    private TimeCheck() {}

    /**
     * Why an event is refused for its times and which of them offends; null when they are in order.
     *
     * @param recordedAt the record's timestamp, milliseconds since 1970
     */
    public static @Nullable Rejected refusal(Instant occurredAt, long recordedAt, Duration retention) {
        return refusal(occurredAt, Instant.ofEpochMilli(recordedAt), retention);
    }

    /** Why a record is refused for its own time alone, milliseconds since 1970; null when that is a time. */
    static @Nullable Rejected refusal(long recordedAt) {
        return refusal(Instant.ofEpochMilli(recordedAt));
    }

    private static @Nullable Rejected refusal(Instant recordedAt) {
        if (recordedAt.isBefore(OLDEST)) {
            return new Rejected(RejectReason.TOO_OLD, "recordedAt");
        }
        return recordedAt.isAfter(NEWEST) ? new Rejected(RejectReason.FUTURE, "recordedAt") : null;
    }

    private static @Nullable Rejected refusal(Instant occurredAt, Instant recordedAt, Duration retention) {
        var noTime = refusal(recordedAt);
        if (noTime != null) {
            return noTime;
        }
        var reason = reason(occurredAt, recordedAt, retention);
        return reason == null ? null : new Rejected(reason, "occurredAt");
    }

    private static @Nullable RejectReason reason(Instant occurredAt, Instant recordedAt, Duration retention) {
        if (occurredAt.isBefore(OLDEST)) {
            return RejectReason.TOO_OLD;
        }
        if (occurredAt.isAfter(recordedAt.plus(CLOCK_SKEW))) {
            return RejectReason.FUTURE;
        }
        return recordedAt.minus(retention).isAfter(occurredAt) ? RejectReason.TOO_LATE : null;
    }

    /** Whether it became known only after the windows that end with its minute had closed. */
    public static boolean isLate(Instant occurredAt, long recordedAt, Duration allowance) {
        long endOfMinute = (Math.floorDiv(occurredAt.getEpochSecond(), MINUTE_SECONDS) + 1) * MINUTE_SECONDS;
        return recordedAt >= endOfMinute * 1_000 + allowance.toMillis();
    }
}
