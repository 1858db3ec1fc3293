package nl.klantstem.replay.mapping;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import nl.klantstem.contract.in.RejectReason;
import org.jspecify.annotations.Nullable;

/**
 * How a foreign time is read. A date without a time of day means the end of that day, unless {@code at} names a time. A
 * local time that the zone skips is no time; one that it has twice is the first.
 *
 * @param formats tried in turn
 * @param clock where the time of day comes from when it stands in another column
 */
public record TimeRule(
        List<Format> formats,
        ZoneId zone,
        @Nullable LocalTime at,
        @Nullable Clock clock) {

    /** The last moment of a day that still belongs to it, at the resolution of record timestamps. */
    static final LocalTime END_OF_DAY = LocalTime.MAX.truncatedTo(ChronoUnit.MILLIS);

    private static final Instant EARLIEST = Instant.parse("1980-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    /** A way to write a time. */
    public sealed interface Format {
        /** Seconds or milliseconds since 1970. */
        record Epoch(ChronoUnit unit) implements Format {}

        /** A pattern, with or without an offset, a date alone or with a time of day. */
        record Pattern(DateTimeFormatter formatter) implements Format {}
    }

    /** A time of day of its own; when it carries a date, whole days count from {@code dayZero}. */
    public record Clock(
            Template source,
            DateTimeFormatter formatter,
            @Nullable LocalDate dayZero) {}

    public TimeRule {
        formats = List.copyOf(formats);
    }

    /** Reads a time; the row gives the time of day when that stands apart. */
    TimeReading read(String text, Row row) {
        TimeReading reading = TimeReading.unreadable(RejectReason.TIME_FORMAT);
        for (Format format : formats) {
            reading = readAs(format, text, row);
            if (reading.instant() != null || reading.problem() == RejectReason.TIME_UNIT) {
                return reading;
            }
        }
        return reading;
    }

    private TimeReading readAs(Format format, String text, Row row) {
        try {
            if (format instanceof Format.Epoch epoch) {
                return epoch(Long.parseLong(text), epoch.unit());
            }
            if (format instanceof Format.Pattern pattern) {
                return TimeReading.of(instant(pattern.formatter().parse(text), row));
            }
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            return TimeReading.unreadable(RejectReason.TIME_FORMAT);
        }
        throw new IllegalStateException("no such time format: " + format);
    }

    /** A count that is sensible only in the other unit is a mistake of the unit. */
    private static TimeReading epoch(long count, ChronoUnit unit) {
        Instant seconds = Instant.EPOCH.plusSeconds(Math.min(count, Long.MAX_VALUE / 1000));
        Instant millis = Instant.ofEpochMilli(count);
        Instant meant = unit == ChronoUnit.SECONDS ? seconds : millis;
        Instant other = unit == ChronoUnit.SECONDS ? millis : seconds;
        return !isSensible(meant) && isSensible(other)
                ? TimeReading.unreadable(RejectReason.TIME_UNIT)
                : TimeReading.of(meant);
    }

    private static boolean isSensible(Instant instant) {
        return !instant.isBefore(EARLIEST) && instant.isBefore(LATEST);
    }

    private Instant instant(TemporalAccessor parsed, Row row) {
        LocalDate date = parsed.query(TemporalQueries.localDate());
        if (date == null) {
            throw new DateTimeException("no date");
        }
        if (clock != null) {
            return at(timeOfDay(clock, date, row));
        }
        LocalTime time = parsed.query(TemporalQueries.localTime());
        if (time == null) {
            return at(date.atTime(at == null ? END_OF_DAY : at));
        }
        ZoneOffset offset = parsed.query(TemporalQueries.offset());
        return offset == null ? at(date.atTime(time)) : date.atTime(time).toInstant(offset);
    }

    private static LocalDateTime timeOfDay(Clock clock, LocalDate date, Row row) {
        String text = clock.source().fill(row, cell -> cell);
        if (text == null) {
            throw new DateTimeException("no time of day");
        }
        TemporalAccessor parsed = clock.formatter().parse(text);
        LocalTime time = parsed.query(TemporalQueries.localTime());
        if (time == null) {
            throw new DateTimeException("no time of day");
        }
        LocalDate own = parsed.query(TemporalQueries.localDate());
        long days = own == null || clock.dayZero() == null ? 0 : ChronoUnit.DAYS.between(clock.dayZero(), own);
        return date.plusDays(days).atTime(time);
    }

    private Instant at(LocalDateTime local) {
        if (zone.getRules().getValidOffsets(local).isEmpty()) {
            throw new DateTimeException("the zone has no such time");
        }
        return local.atZone(zone).toInstant();
    }
}
