package nl.klantstem.rolling;

import nl.klantstem.topic.BinaryReader;
import nl.klantstem.topic.BinaryWriter;
import org.jspecify.annotations.Nullable;

/**
 * The running sum of one window over one series: what enters is added, what leaves is subtracted, whatever the window's
 * length. Always: sum = the panes from {@code rule.from(to)} up to {@code to}.
 */
final class WindowSum {

    /** No moment at which anything changes; far enough from the end of the numbers to be added to. */
    static final long NEVER = Long.MAX_VALUE / 2;

    private final WindowRule rule;
    private final PaneSeries series;
    private final long[] sum;
    private long to;
    private Tally lastFinal = Tally.ZERO;
    private long wake = NEVER;

    /** An empty window up to a boundary before which nothing happened. */
    WindowSum(WindowRule rule, PaneSeries series, int width, long to) {
        this.rule = rule;
        this.series = series;
        this.sum = new long[width];
        this.to = rule.boundary(to);
    }

    WindowRule rule() {
        return rule;
    }

    /** The next boundary at which the counts may change. */
    long wake() {
        return wake;
    }

    /** Takes in a change of a pane that the series already holds; {@code now} is the first boundary not yet final. */
    void changed(long minute, Tally change, long now) {
        long pane = Math.floorDiv(minute, series.width()) * series.width();
        if (rule.from(to) <= pane && pane < to) {
            change.addTo(sum, 1);
        }
        long candidate = rule.boundary(Math.max(pane + series.width(), now));
        wake = Math.min(wake, candidate);
    }

    /** Slides to a boundary; true when the counts differ from the key's last final ones, which they then become. */
    boolean slide(long boundary) {
        boolean anotherKey = !rule.sameKey(to, boundary);
        move(sum, boundary);
        to = boundary;
        wake = nextChange();
        var counts = Tally.of(sum);
        boolean differs = !counts.equals(lastFinal) || (anotherKey && !counts.isZero());
        lastFinal = counts;
        return differs;
    }

    long[] counts() {
        return sum.clone();
    }

    /** The counts of the window up to another boundary, this one unmoved. */
    long[] countsAt(long boundary) {
        var moved = sum.clone();
        move(moved, boundary);
        return moved;
    }

    private void move(long[] counts, long boundary) {
        long from = rule.from(to);
        long newFrom = rule.from(boundary);
        if (boundary >= to) {
            series.sum(Math.max(to, newFrom), boundary, 1, counts);
        }
        series.sum(from, Math.min(newFrom, to), -1, counts);
    }

    private long nextChange() {
        long next = NEVER;
        @Nullable Long entering = series.next(to);
        if (entering != null) {
            next = rule.boundary(entering + series.width());
        }
        @Nullable Long leaving = series.next(rule.from(to));
        if (leaving != null && leaving < to) {
            next = Math.min(next, rule.leaves(leaving));
        }
        return next;
    }

    void write(BinaryWriter out) {
        out.number(to);
        Tally.of(sum).write(out);
        lastFinal.write(out);
    }

    void read(BinaryReader in) {
        to = in.number();
        Tally.read(in).addTo(sum, 1);
        lastFinal = Tally.read(in);
    }

    /**
     * Finds the next boundary anew once the panes are back: the rule may slide otherwise than before. {@code now} is the
     * first boundary not yet final; one too many costs nothing, since equal counts are not published again.
     */
    void resume(long now) {
        boolean pending = !Tally.of(sum).equals(lastFinal);
        long next = pending ? now : nextChange();
        wake = next == NEVER ? NEVER : rule.boundary(Math.max(next, now));
    }
}
