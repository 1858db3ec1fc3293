package nl.klantstem.app.backfill;

import java.time.Duration;
import java.time.Instant;

/** Quarters of an hour in a row, by number: the first begins at {@code from}. */
record Panes(Instant from, int count) {

    static final Duration LENGTH = Duration.ofMinutes(15);

    static Panes between(Instant from, Instant to) {
        return new Panes(from, Math.toIntExact(Duration.between(from, to).dividedBy(LENGTH)));
    }

    /** Which pane begins at an instant; -1 for one outside. */
    int number(Instant begin) {
        long number = Math.floorDiv(Duration.between(from, begin).toSeconds(), LENGTH.toSeconds());
        return number < 0 || number >= count ? -1 : (int) number;
    }

    Instant begin(int number) {
        return from.plus(LENGTH.multipliedBy(number));
    }
}
