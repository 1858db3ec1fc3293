package nl.klantstem.replay.mapping;

import nl.klantstem.contract.in.RejectReason;
import org.jspecify.annotations.Nullable;

/**
 * A foreign line after its mapping: the event's bytes, when it reached us, and why it is to be refused when the pipeline
 * could not see that. A skipped line has no bytes.
 */
public record MappedLine(
        long line,
        byte[] value,
        TimeReading recordedAt,
        @Nullable RejectReason refuse,
        boolean isSkipped) {

    static MappedLine skipped(long line) {
        return new MappedLine(line, new byte[0], TimeReading.ABSENT, null, true);
    }

    /** A line that is passed on as it stands. */
    public static MappedLine raw(long line, byte[] value) {
        return new MappedLine(line, value, TimeReading.ABSENT, null, false);
    }
}
