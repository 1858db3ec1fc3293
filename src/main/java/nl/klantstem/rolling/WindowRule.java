package nl.klantstem.rolling;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import nl.klantstem.contract.out.Window;
import org.jspecify.annotations.Nullable;

/**
 * When a window slides and what it covers, in minutes since the epoch. A window up to {@code to} (exclusive) covers the
 * minutes from {@link #from}. With {@code every}, it slides only at those moments of the local day.
 */
sealed interface WindowRule {

    /** The first minute that a window up to {@code to} covers. */
    long from(long to);

    /** The first slide boundary at or after a minute. */
    long boundary(long minute);

    /** The first slide boundary whose window no longer covers a minute. */
    long leaves(long minute);

    /** Whether its sums are kept over 15-minute panes (else over single minutes). */
    boolean coarse();

    /** Whether the windows up to two boundaries are published under one key: two local days are not. */
    boolean sameKey(long to, long other);

    /** How the window up to {@code to} is published. */
    Window published(long to);

    /** How many minutes back from now it can reach. */
    long reach();

    /** Slide boundaries: multiples of the slide, or of {@code every} since local midnight when that is longer; then midnight is one too. */
    record Slide(long minutes, @Nullable Duration every, LocalDays days) {

        private static final long DAY = 24 * 60;

        long boundary(long minute) {
            long step = step();
            if (every == null || every.toMinutes() < minutes) {
                return ceil(minute, step);
            }
            long midnight = days.start(minute);
            if (minute == midnight) {
                return minute;
            }
            // Once a day is once a day also when the day has 25 hours.
            return step >= DAY
                    ? days.end(minute)
                    : Math.min(midnight + ceil(minute - midnight, step), days.end(minute));
        }

        /** Whether every boundary is an edge of coarse panes. */
        boolean coarse() {
            return step() % Panes.COARSE == 0;
        }

        private long step() {
            return every == null ? minutes : Math.max(minutes, every.toMinutes());
        }

        private static long ceil(long value, long step) {
            return -Math.floorDiv(-value, step) * step;
        }
    }

    /** A window of fixed length. */
    record Rolling(String name, long length, Slide slide) implements WindowRule {

        @Override
        public long from(long to) {
            return to - length;
        }

        @Override
        public long boundary(long minute) {
            return slide.boundary(minute);
        }

        @Override
        public long leaves(long minute) {
            return slide.boundary(minute + length + 1);
        }

        @Override
        public boolean coarse() {
            return length % Panes.COARSE == 0 && slide.coarse();
        }

        @Override
        public boolean sameKey(long to, long other) {
            return true;
        }

        @Override
        public Window published(long to) {
            return new Window(Window.Type.ROLLING, name, Panes.instant(from(to)), Panes.instant(to), null);
        }

        @Override
        public long reach() {
            return length + slide.minutes();
        }
    }

    /** The local day, from its midnight up to the slide boundary. */
    record Day(LocalDays days, Slide slide) implements WindowRule {

        @Override
        public long from(long to) {
            return days.start(to - 1);
        }

        /** Midnight closes the day, also where it is not a multiple of the slide since the epoch. */
        @Override
        public long boundary(long minute) {
            return days.start(minute) == minute ? minute : Math.min(slide.boundary(minute), days.end(minute));
        }

        @Override
        public long leaves(long minute) {
            return boundary(days.end(minute) + 1);
        }

        @Override
        public boolean coarse() {
            return slide.coarse();
        }

        @Override
        public boolean sameKey(long to, long other) {
            return from(to) == from(other);
        }

        @Override
        public Window published(long to) {
            return new Window(
                    Window.Type.DAY,
                    null,
                    Panes.instant(from(to)),
                    Panes.instant(to),
                    days.zone().getId());
        }

        @Override
        public long reach() {
            return Duration.ofHours(26).toMinutes();
        }
    }

    /** Local days in minutes since the epoch; a day has 23 or 25 hours when the clocks change. */
    final class LocalDays {
        private final ZoneId zone;
        private long start = 1;
        private long end;

        LocalDays(ZoneId zone) {
            this.zone = zone;
        }

        ZoneId zone() {
            return zone;
        }

        /** The first minute of the local day that holds a minute. */
        long start(long minute) {
            find(minute);
            return start;
        }

        /** The first minute of the next local day. */
        long end(long minute) {
            find(minute);
            return end;
        }

        private void find(long minute) {
            if (minute < start || minute >= end) {
                var date = Instant.ofEpochSecond(minute * 60).atZone(zone).toLocalDate();
                start = date.atStartOfDay(zone).toEpochSecond() / 60;
                end = date.plusDays(1).atStartOfDay(zone).toEpochSecond() / 60;
            }
        }
    }
}
