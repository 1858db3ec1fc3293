package nl.klantstem.insight.steering;

import java.time.LocalDate;
import java.time.ZoneId;
import nl.klantstem.contract.catalogue.PeakCalendar;

/**
 * An hour, and those of other days that it is held against.
 *
 * @param date the local day of the hour
 * @param peakDate the same day of last year, see {@link PeakCalendar#lastYear}
 * @param whole whether it closes the day: then only the day is told
 */
record Times(LocalDate date, LocalDate peakDate, Stretch now, Stretch lastWeek, Stretch lastPeak, boolean whole) {

    static final int DAYS_PER_WEEK = 7;
    private static final long LAST_24_HOURS = 24 * Span.HOUR;

    static Times of(long hour, ZoneId zone, PeakCalendar peaks) {
        LocalDate date = Span.instant(hour).atZone(zone).toLocalDate();
        LocalDate peakDate = peaks.lastYear(date);
        return new Times(
                date,
                peakDate,
                Stretch.at(hour, zone),
                Stretch.like(hour, date.minusDays(DAYS_PER_WEEK), zone),
                Stretch.like(hour, peakDate, zone),
                false);
    }

    /** The same hour as the last of its day. */
    Times closing() {
        return new Times(date, peakDate, now, lastWeek, lastPeak, true);
    }

    /** The same, so many minutes earlier. */
    Times before(long minutes) {
        return new Times(
                date, peakDate, now.before(minutes), lastWeek.before(minutes), lastPeak.before(minutes), whole);
    }

    Span last24Hours() {
        return new Span(now.hour().to() - LAST_24_HOURS, now.hour().to());
    }

    Span tomorrow(ZoneId zone) {
        return Stretch.day(date.plusDays(1), zone);
    }
}
