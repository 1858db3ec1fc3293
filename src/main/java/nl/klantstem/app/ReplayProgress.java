package nl.klantstem.app;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import nl.klantstem.replay.Merger;

/** How far a replay is. */
final class ReplayProgress implements Merger.Listener {

    private final ProgressLine line;
    private long total;
    private long startedAt = System.nanoTime();

    ReplayProgress(ProgressLine line) {
        this.line = line;
    }

    /** Lines are being read. */
    void read(long lines) {
        if (line.isTime()) {
            line.show(String.format(Locale.ROOT, "reading: %,d lines", lines));
        }
    }

    /** From now on records are sent. */
    void begin(long records) {
        total = records;
        startedAt = System.nanoTime();
    }

    @Override
    public void sent(long records, Instant finals) {
        if (!line.isTime()) {
            return;
        }
        double seconds = (System.nanoTime() - startedAt) / 1e9;
        line.show(String.format(
                Locale.ROOT,
                "%s %,d of %,d records sent, %,.0f per second, results up to %s",
                ProgressLine.bar(records, total),
                records,
                total,
                records / Math.max(seconds, 0.001),
                finals.truncatedTo(ChronoUnit.MINUTES)));
    }

    /** Something to say that stays. */
    void say(String what) {
        line.say(what);
    }

    /** Takes the bar away. */
    void wipe() {
        line.wipe();
    }
}
