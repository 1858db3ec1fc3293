package nl.klantstem.insight.changes;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Whole local days, in minutes since the epoch: from (inclusive) to (exclusive). */
record Span(long from, long to) {

    private static final int SECONDS = 60;

    /** So many local days before a date. */
    static Span before(LocalDate date, int days, ZoneId zone) {
        return new Span(minute(date.minusDays(days), zone), minute(date, zone));
    }

    boolean holds(long minute) {
        return from <= minute && minute < to;
    }

    Instant start() {
        return Instant.ofEpochSecond(from * SECONDS);
    }

    Instant end() {
        return Instant.ofEpochSecond(to * SECONDS);
    }

    private static long minute(LocalDate date, ZoneId zone) {
        return date.atStartOfDay(zone).toEpochSecond() / SECONDS;
    }
}
