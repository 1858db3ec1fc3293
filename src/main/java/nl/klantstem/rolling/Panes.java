package nl.klantstem.rolling;

import java.time.Instant;

/** Pane widths and times, in minutes since the epoch. */
final class Panes {

    /** Fine panes: windows that slide by minutes are summed from these. */
    static final long FINE = 1;
    /** Coarse panes: every time zone's day is a sum of these; the ledgers are made of them. */
    static final long COARSE = 15;

    static final long MILLIS = 60_000;

    private Panes() {}

    static Instant instant(long minute) {
        return Instant.ofEpochMilli(minute * MILLIS);
    }
}
