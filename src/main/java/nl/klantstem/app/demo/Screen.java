package nl.klantstem.app.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/** Where the demo is seen: redrawn in place on a terminal, plain lines anywhere else. */
final class Screen {

    private static final String ESC = "\u001b[";
    private static final String CLEAR = ESC + "2J" + ESC + "H";
    private static final String HOME = ESC + "H";
    private static final String END_OF_LINE = ESC + "K";
    private static final String REST = ESC + "J";
    /** Without a cursor, and cutting long lines off instead of wrapping them. */
    private static final String START = ESC + "?25l" + ESC + "?7l" + CLEAR;

    private static final String STOP = ESC + "?25h" + ESC + "?7h";

    private static final Duration OFTEN = Duration.ofMillis(200);
    private static final Duration NOW_AND_THEN = Duration.ofSeconds(5);

    private final PrintStream out;
    private final boolean terminal;
    private boolean drawing;
    private boolean halfLine;
    private long progressAt = System.nanoTime();

    Screen(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    boolean terminal() {
        return terminal;
    }

    /** A line of its own. */
    synchronized void say(String line) {
        leave();
        out.println(line);
        out.flush();
    }

    /** How far something is: on one line that the next one replaces; elsewhere than on a terminal a line now and then. */
    synchronized void progress(String line) {
        long now = System.nanoTime();
        if (now - progressAt < (terminal ? OFTEN : NOW_AND_THEN).toNanos()) {
            return;
        }
        progressAt = now;
        if (terminal) {
            out.print("\r" + line + END_OF_LINE);
            halfLine = true;
        } else {
            out.println(line);
        }
        out.flush();
    }

    /** The picture of now, instead of the one before. */
    synchronized void show(List<String> lines) {
        if (!terminal) {
            lines.forEach(out::println);
            out.println();
            out.flush();
            return;
        }
        var picture = new StringBuilder(drawing ? HOME : START);
        drawing = true;
        lines.forEach(line -> picture.append(line).append(END_OF_LINE).append('\n'));
        out.print(picture.append(REST));
        out.flush();
    }

    /** The last picture stays, the terminal is as it was. */
    synchronized void leave() {
        if (halfLine) {
            out.println();
            halfLine = false;
        }
        if (drawing) {
            out.print(STOP);
            out.flush();
            drawing = false;
        }
    }
}
