package nl.klantstem.insight.changes;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import nl.klantstem.contract.out.Window;

/** How many local days are taken together: the one that closed, or the last ones up to it. */
enum Period {
    DAY(1),
    WEEK(7),
    FOUR_WEEKS(28);

    private static final int NORM_DAYS = 56;

    private final int days;

    Period(int days) {
        this.days = days;
    }

    /** What is held against each other once a day is over, whose end this is (minutes since the epoch). */
    Spans ending(long end, ZoneId zone) {
        LocalDate next = Instant.ofEpochSecond(60 * end).atZone(zone).toLocalDate();
        LocalDate first = next.minusDays(days);
        Span now = Span.before(next, days, zone);
        return new Spans(window(now, zone), now, Span.before(first, days, zone), Span.before(first, NORM_DAYS, zone));
    }

    private Window window(Span span, ZoneId zone) {
        return this == DAY
                ? new Window(Window.Type.DAY, null, span.start(), span.end(), zone.getId())
                : new Window(
                        Window.Type.ROLLING, java.time.Period.ofDays(days).toString(), span.start(), span.end(), null);
    }

    /**
     * The days that are held against each other.
     *
     * @param window {@code now} as it is published
     * @param previous as many days before
     * @param norm the 8 weeks before
     */
    record Spans(Window window, Span now, Span previous, Span norm) {}
}
