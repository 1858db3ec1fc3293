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
    private long finalTo;
    private Tally lastFinal = Tally.ZERO;
    private long wake = NEVER;

    /** An empty window up to a boundary before which nothing happened. */
    WindowSum(WindowRule rule, PaneSeries series, int width, long to) {
        this.rule = rule;
        this.series = series;
        this.sum = new long[width];
        this.to = rule.boundary(to);
        this.finalTo = this.to;
    }

    WindowRule rule() {
        return rule;
    }

    /** The next boundary at which the counts may change. */
    long wake() {
        return wake;
    }

    /**
     * Slides to the first boundary at or after {@code now} before a pane changes. A window of a cell that was silent stands
     * far back; news that falls into where it stands, but long out of where it is due, must not be added: its pane may be
     * out of memory again before the window moves on.
     */
    void catchUp(long now) {
        long due = rule.boundary(now);
        if (due > to) {
            move(sum, due);
            to = due;
        }
    }

    /** Takes in a change of a pane that the series already holds; {@code now} is the first minute not yet final. */
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
        move(sum, boundary);
        to = boundary;
        wake = nextChange();
        boolean differs = differs();
        finalTo = boundary;
        lastFinal = Tally.of(sum);
        return differs;
    }

    private boolean differs() {
        var counts = Tally.of(sum);
        return !counts.equals(lastFinal) || (!rule.sameKey(finalTo, to) && !counts.isZero());
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

    /** From where it stands to another boundary, later or earlier: what only one of the two covers enters or leaves. */
    private void move(long[] counts, long boundary) {
        long from = rule.from(to);
        long newFrom = rule.from(boundary);
        series.sum(from, Math.min(to, newFrom), -1, counts);
        series.sum(Math.max(from, boundary), to, -1, counts);
        series.sum(newFrom, Math.min(boundary, from), 1, counts);
        series.sum(Math.max(newFrom, to), boundary, 1, counts);
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
        out.number(to).number(finalTo);
        Tally.of(sum).write(out);
        lastFinal.write(out);
    }

    void read(BinaryReader in) {
        to = in.number();
        finalTo = in.number();
        Tally.read(in).addTo(sum, 1);
        lastFinal = Tally.read(in);
    }

    /**
     * Goes on once the panes are back, by the rule of now: it may slide otherwise than before, so that the window stands
     * where it is no longer due. {@code now} is the first minute not yet final; a boundary too many costs nothing, since
     * equal counts are not published again.
     */
    void resume(long now) {
        long due = rule.boundary(now);
        move(sum, due);
        to = due;
        wake = differs() ? due : nextChange();
    }
}
