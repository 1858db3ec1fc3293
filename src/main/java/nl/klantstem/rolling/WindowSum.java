package nl.klantstem.rolling;

import nl.klantstem.topic.BinaryReader;
import nl.klantstem.topic.BinaryWriter;
import org.jspecify.annotations.Nullable;

/**
 * One window over one series as running sums. Always: the current sum is of the panes from {@code rule.from(to)} up to
 * {@code to}; the previous one, where periods are compared, from {@code rule.previousFrom(to)} up to
 * {@code rule.previousTo(to)}.
 */
final class WindowSum {

    /** No moment at which anything changes; far enough from the end of the numbers to be added to. */
    static final long NEVER = Long.MAX_VALUE / 2;

    /** Who has something new to publish when a window slid. */
    enum News {
        NONE,
        /** The window has another key, or only the period before changed. */
        FOR_ITSELF,
        /** The counts changed, which those that are ranked with it show too. */
        FOR_PEERS_TOO
    }

    private final WindowRule rule;
    private final PaneSeries series;
    private final RunningSum current;
    private final @Nullable RunningSum previous;
    private long to;
    private long finalTo;
    private Periods lastFinal;
    private long wake = NEVER;
    private long wakeTold = NEVER;

    /** An empty window up to a boundary before which nothing happened. */
    WindowSum(WindowRule rule, PaneSeries series, Measure measure, long to) {
        this.rule = rule;
        this.series = series;
        this.current = new RunningSum(series, measure.width());
        this.previous = measure.comparesPeriods() ? new RunningSum(series, measure.width()) : null;
        this.lastFinal = Periods.zero(previous != null);
        this.to = rule.boundary(to);
        this.finalTo = this.to;
        begin(lastFinal);
    }

    WindowRule rule() {
        return rule;
    }

    /** The next boundary at which the counts may change. */
    long wake() {
        return wake;
    }

    /** The same when it moved since this was asked last, else {@link #NEVER}. */
    long newWake() {
        long moved = wake == wakeTold ? NEVER : wake;
        wakeTold = wake;
        return moved;
    }

    /**
     * Slides to the first boundary at or after {@code now} before a pane changes. A window of a cell that was silent stands
     * far back; news that falls into where it stands, but long out of where it is due, must not be added: its pane may be
     * out of memory again before the window moves on.
     */
    void catchUp(long now) {
        long due = rule.boundary(now);
        if (due > to) {
            move(due);
        }
    }

    /** Takes in a change of a pane that the series already holds; {@code now} is the first minute not yet final. */
    void changed(long minute, Tally change, long now) {
        long pane = Math.floorDiv(minute, series.width()) * series.width();
        current.changed(pane, change);
        if (previous != null) {
            previous.changed(pane, change);
        }
        long candidate = rule.boundary(Math.max(pane + series.width(), now));
        wake = Math.min(wake, candidate);
    }

    /** Slides to a boundary, and tells how the counts differ from the key's last final ones, which they then become. */
    News slide(long boundary) {
        move(boundary);
        wake = nextChange();
        Periods counts = counts();
        News news = !counts.current().equals(lastFinal.current())
                ? News.FOR_PEERS_TOO
                : differs(counts) ? News.FOR_ITSELF : News.NONE;
        finalTo = boundary;
        lastFinal = counts;
        return news;
    }

    private boolean differs(Periods counts) {
        return !counts.equals(lastFinal) || (!rule.sameKey(finalTo, to) && !counts.isZero());
    }

    Periods counts() {
        return new Periods(current.counts(), previous == null ? null : previous.counts());
    }

    /** The counts of the window up to another boundary, this one unmoved. */
    Periods countsAt(long boundary) {
        if (boundary == to) {
            return counts();
        }
        return new Periods(
                current.at(rule.from(boundary), boundary),
                previous == null ? null : previous.at(rule.previousFrom(boundary), rule.previousTo(boundary)));
    }

    private void move(long boundary) {
        current.moveTo(rule.from(boundary), boundary);
        if (previous != null) {
            previous.moveTo(rule.previousFrom(boundary), rule.previousTo(boundary));
        }
        to = boundary;
    }

    private long nextChange() {
        long next = NEVER;
        long entering = series.next(to);
        if (entering != Tallies.NONE) {
            next = rule.boundary(entering + series.width());
        }
        long leaving = series.next(rule.from(to));
        if (leaving < to) {
            next = Math.min(next, rule.leaves(leaving));
        }
        return previous == null ? next : Math.min(next, nextChangeOfPrevious());
    }

    /** What leaves the window enters the period before, which that day or slide sees to: here what lies before the window. */
    private long nextChangeOfPrevious() {
        long next = NEVER;
        long entering = series.next(rule.previousTo(to));
        if (entering < rule.from(to)) {
            next = rule.entersPrevious(entering, entering + series.width());
        }
        long leaving = series.next(rule.previousFrom(to));
        if (leaving < rule.previousTo(to)) {
            next = Math.min(next, rule.leavesPrevious(leaving));
        }
        return next;
    }

    void write(BinaryWriter out) {
        out.number(to).number(finalTo);
        counts().write(out);
        lastFinal.write(out);
    }

    void read(BinaryReader in) {
        to = in.number();
        finalTo = in.number();
        begin(Periods.read(in, previous != null));
        lastFinal = Periods.read(in, previous != null);
    }

    private void begin(Periods counts) {
        current.begin(rule.from(to), to, counts.current());
        if (previous != null && counts.previous() != null) {
            previous.begin(rule.previousFrom(to), rule.previousTo(to), counts.previous());
        }
    }

    /**
     * Goes on once the panes are back, by the rule of now: it may slide otherwise than before, so that the window stands
     * where it is no longer due. {@code now} is the first minute not yet final; a boundary too many costs nothing, since
     * equal counts are not published again.
     */
    void resume(long now) {
        move(rule.boundary(now));
        wake = differs(counts()) ? to : nextChange();
    }
}
