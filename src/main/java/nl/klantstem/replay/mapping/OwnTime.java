package nl.klantstem.replay.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import nl.klantstem.contract.in.RejectReason;

/** Times in our own form: ISO-8601 with an offset, or a date alone, which means the end of that day in UTC. */
public final class OwnTime {

    private static final int DATE_LENGTH = 10;

    private OwnTime() {}

    public static TimeReading read(String text) {
        try {
            return TimeReading.of(
                    text.length() == DATE_LENGTH
                            ? LocalDate.parse(text).atTime(TimeRule.END_OF_DAY).toInstant(ZoneOffset.UTC)
                            : OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return TimeReading.unreadable(RejectReason.TIME_FORMAT);
        }
    }
}
