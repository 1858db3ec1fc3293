package nl.klantstem.insight.steering;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * An hour of a local day, and the day up to the end of it.
 *
 * @param hour empty when the clock skipped it on that day
 * @param soFar from local midnight
 * @param day the whole local day, of 23, 24 or 25 hours
 */
record Stretch(Span hour, Span soFar, Span day) {

    /** The hour that begins at a minute. */
    static Stretch at(long hour, ZoneId zone) {
        Span day = day(Span.instant(hour).atZone(zone).toLocalDate(), zone);
        return new Stretch(Span.hour(hour), new Span(day.from(), hour + Span.HOUR), day);
    }

    /** The hour of another day that began when the clock said the same: of two the first. */
    static Stretch like(long hour, LocalDate date, ZoneId zone) {
        LocalDateTime began = date.atTime(Span.instant(hour).atZone(zone).toLocalTime());
        Span day = day(date, zone);
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(began);
        if (offsets.isEmpty()) {
            long skipped = minute(zone.getRules().getTransition(began).getInstant());
            return new Stretch(new Span(skipped, skipped), new Span(day.from(), skipped), day);
        }
        long same = minute(began.toInstant(offsets.get(0)));
        return new Stretch(Span.hour(same), new Span(day.from(), same + Span.HOUR), day);
    }

    static Span day(LocalDate date, ZoneId zone) {
        return new Span(
                minute(date.atStartOfDay(zone).toInstant()),
                minute(date.plusDays(1).atStartOfDay(zone).toInstant()));
    }

    /** The same, so many minutes earlier. */
    Stretch before(long minutes) {
        return new Stretch(hour.before(minutes), soFar.before(minutes), day.before(minutes));
    }

    private static long minute(Instant at) {
        return at.getEpochSecond() / Span.HOUR;
    }
}
