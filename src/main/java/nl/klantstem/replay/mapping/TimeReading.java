package nl.klantstem.replay.mapping;

import java.time.Instant;
import nl.klantstem.contract.in.RejectReason;
import org.jspecify.annotations.Nullable;

/** What a time field said: nothing, an instant, or something that is none, with the reason. */
public record TimeReading(
        @Nullable Instant instant, @Nullable RejectReason problem) {

    public static final TimeReading ABSENT = new TimeReading(null, null);

    public static TimeReading of(Instant instant) {
        return new TimeReading(instant, null);
    }

    public static TimeReading unreadable(RejectReason reason) {
        return new TimeReading(null, reason);
    }

    public boolean isAbsent() {
        return instant == null && problem == null;
    }
}
