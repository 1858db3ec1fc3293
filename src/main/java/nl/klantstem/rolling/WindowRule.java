package nl.klantstem.rolling;

import java.time.Duration;
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

    /** The first minute of the period before, which the window up to {@code to} is held against. */
    long previousFrom(long to);

    /** Where that period ends (exclusive). */
    long previousTo(long to);

    /** The first slide boundary whose period before covers the minutes from {@code pane} up to {@code paneEnd}, if any does. */
    long entersPrevious(long pane, long paneEnd);

    /** The first slide boundary whose period before no longer covers a minute that it covered. */
    long leavesPrevious(long minute);

    /** Whether its sums are kept over 15-minute panes (else over single minutes). */
    boolean coarse();

    /** Whether the windows up to two boundaries are published under one key: two local days are not. */
    boolean sameKey(long to, long other);

    /** How the window up to {@code to} is published. */
    Window published(long to);

    /** How many minutes back from now it can reach. */
    long reach();

    /** How many minutes back from now its period before can reach. */
    long previousReach();

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
        public long previousFrom(long to) {
            return to - 2 * length;
        }

        @Override
        public long previousTo(long to) {
            return from(to);
        }

        @Override
        public long entersPrevious(long pane, long paneEnd) {
            return slide.boundary(paneEnd + length);
        }

        @Override
        public long leavesPrevious(long minute) {
            return slide.boundary(minute + 2 * length + 1);
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

        @Override
        public long previousReach() {
            return 2 * length + slide.minutes();
        }
    }

    /** The local day, from its midnight up to the slide boundary. */
    record Day(LocalDays days, Slide slide) implements WindowRule {

        private static final long LONGEST_DAY = Duration.ofHours(25).toMinutes();

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
        public long previousFrom(long to) {
            return days.start(from(to) - 1);
        }

        /** Yesterday for as long as today has lasted; where today is the longer, all of yesterday. */
        @Override
        public long previousTo(long to) {
            long from = from(to);
            return Math.min(days.start(from - 1) + to - from, from);
        }

        @Override
        public long entersPrevious(long pane, long paneEnd) {
            long tomorrow = days.end(pane);
            long to = tomorrow + paneEnd - days.start(pane);
            return to > days.end(tomorrow) ? WindowSum.NEVER : boundary(to);
        }

        @Override
        public long leavesPrevious(long minute) {
            return boundary(days.end(days.end(minute)) + 1);
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
            return LONGEST_DAY + 60;
        }

        @Override
        public long previousReach() {
            return 2 * LONGEST_DAY + 60;
        }
    }
}
