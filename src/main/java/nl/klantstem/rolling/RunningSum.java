package nl.klantstem.rolling;

import java.util.Arrays;

/**
 * The sum of a series' panes from one minute up to another. When these move, what enters is added and what leaves is
 * subtracted, however long the stretch between them.
 */
final class RunningSum {

    private final PaneSeries series;
    private final long[] sum;
    private long from;
    private long to;

    RunningSum(PaneSeries series, int width) {
        this.series = series;
        this.sum = new long[width];
    }

    /** Begins with what the panes of a stretch of time add up to. */
    void begin(long first, long end, Tally counts) {
        from = first;
        to = end;
        Arrays.fill(sum, 0);
        counts.addTo(sum, 1);
    }

    Tally counts() {
        return Tally.of(sum);
    }

    void moveTo(long newFrom, long newTo) {
        move(sum, newFrom, newTo);
        from = newFrom;
        to = newTo;
    }

    /** The sum of another stretch of time, this one unmoved. */
    Tally at(long newFrom, long newTo) {
        var moved = sum.clone();
        move(moved, newFrom, newTo);
        return Tally.of(moved);
    }

    /** Takes in a change of a pane that the series already holds. */
    void changed(long pane, Tally change) {
        if (from <= pane && pane < to) {
            change.addTo(sum, 1);
        }
    }

    /** Later or earlier: what only one of the two stretches covers enters or leaves. */
    private void move(long[] counts, long newFrom, long newTo) {
        series.sum(from, Math.min(to, newFrom), -1, counts);
        series.sum(Math.max(from, newTo), to, -1, counts);
        series.sum(newFrom, Math.min(newTo, from), 1, counts);
        series.sum(Math.max(newFrom, to), newTo, 1, counts);
    }
}
