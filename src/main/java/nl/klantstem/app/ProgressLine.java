package nl.klantstem.app;

import java.io.PrintWriter;
import java.time.Duration;
import picocli.CommandLine.Help.Ansi;

/** One line on stderr that says how far something is: it is rewritten on a terminal, else a new one comes now and then. */
public final class ProgressLine {

    private static final Duration ON_TERMINAL = Duration.ofMillis(200);
    private static final Duration IN_A_LOG = Duration.ofSeconds(5);
    private static final int WIDTH = 30;

    private final PrintWriter err;
    private final boolean terminal;
    private long shownAt = System.nanoTime();
    private boolean isThere;

    public ProgressLine(PrintWriter err) {
        this(err, Ansi.AUTO.enabled());
    }

    ProgressLine(PrintWriter err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    /** A bar as full as that many of all. */
    public static String bar(long done, long all) {
        int full = all == 0 ? WIDTH : (int) (WIDTH * done / all);
        return "[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "]";
    }

    /** It was last shown long enough ago. */
    public synchronized boolean isTime() {
        return System.nanoTime() - shownAt >= (terminal ? ON_TERMINAL : IN_A_LOG).toNanos();
    }

    /** Shows the line in place of the one before. */
    public synchronized void show(String line) {
        shownAt = System.nanoTime();
        if (terminal) {
            err.print("\r\u001B[K" + line);
            isThere = true;
        } else {
            err.println(line);
        }
        err.flush();
    }

    /** Something to say that stays. */
    public synchronized void say(String line) {
        wipe();
        err.println(line);
        err.flush();
    }

    /** Takes the line away. */
    public synchronized void wipe() {
        if (isThere) {
            err.print("\r\u001B[K");
            err.flush();
            isThere = false;
        }
    }
}
