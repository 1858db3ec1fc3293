package nl.klantstem.app;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import nl.klantstem.replay.Merger;

/** How far a replay is: a bar that moves on a terminal, else a line now and then. */
final class ReplayProgress implements Merger.Listener {

    private static final Duration ON_TERMINAL = Duration.ofMillis(200);
    private static final Duration IN_A_LOG = Duration.ofSeconds(5);
    private static final int WIDTH = 30;

    private final PrintWriter err;
    private final boolean terminal;
    private long total;
    private long startedAt = System.nanoTime();
    private long saidAt = System.nanoTime();
    private boolean barIsThere;

    ReplayProgress(PrintWriter err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    /** Lines are being read. */
    void read(long lines) {
        if (isTime()) {
            show(String.format(Locale.ROOT, "reading: %,d lines", lines));
        }
    }

    /** From now on records are sent. */
    void begin(long records) {
        total = records;
        startedAt = System.nanoTime();
    }

    @Override
    public void sent(long records, Instant finals) {
        if (!isTime()) {
            return;
        }
        double seconds = (System.nanoTime() - startedAt) / 1e9;
        int done = total == 0 ? WIDTH : (int) (WIDTH * records / total);
        show(String.format(
                Locale.ROOT,
                "[%s%s] %,d of %,d records sent, %,.0f per second, results up to %s",
                "#".repeat(done),
                ".".repeat(WIDTH - done),
                records,
                total,
                records / Math.max(seconds, 0.001),
                finals.truncatedTo(ChronoUnit.MINUTES)));
    }

    /** Something to say that stays. */
    synchronized void say(String line) {
        wipe();
        err.println(line);
        err.flush();
    }

    /** Takes the bar away. */
    synchronized void wipe() {
        if (barIsThere) {
            err.print("\r\u001B[K");
            err.flush();
            barIsThere = false;
        }
    }

    private boolean isTime() {
        long now = System.nanoTime();
        if (now - saidAt < (terminal ? ON_TERMINAL : IN_A_LOG).toNanos()) {
            return false;
        }
        saidAt = now;
        return true;
    }

    private synchronized void show(String line) {
        if (terminal) {
            err.print("\r\u001B[K" + line);
            err.flush();
            barIsThere = true;
        } else {
            err.println(line);
            err.flush();
        }
    }
}
