package nl.klantstem.rolling;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import nl.klantstem.topic.BinaryReader;
import nl.klantstem.topic.BinaryWriter;
import org.jspecify.annotations.Nullable;

/** A cell as the second half keeps it: its panes, its windows, its cumulative totals and what waits for it. */
final class RollingCell {

    /** A minute that is waited for may be this far behind the oldest window. */
    private static final long MARGIN = 2 * 24 * 60L;

    private static final String HEAD = "C";
    private static final String FINE = "F";
    private static final String COARSE = "L";

    private final Cell cell;
    private final @Nullable Cell group;
    private final Measure measure;
    private final Blocks blocks;
    private final PaneSeries fine;
    private final PaneSeries coarse;
    private final List<WindowSum> windows = new ArrayList<>();
    private final long[] totals;
    private final TreeMap<Long, List<Delta>> waitingByKnown = new TreeMap<>();
    /** The same added up, when it was asked for since it changed. */
    private @Nullable Tallies waitingByMinute;

    private boolean dirty;

    RollingCell(String id, Measure measure, List<WindowRule> rules, Blocks blocks, long now) {
        this.cell = Cell.parse(id);
        this.group = measure.ranks().map(this.cell::without).orElse(null);
        this.measure = measure;
        this.blocks = blocks;
        this.fine = new PaneSeries(FINE + id + Cell.SEPARATOR, Panes.FINE, blocks);
        this.coarse = new PaneSeries(COARSE + id + Cell.SEPARATOR, Panes.COARSE, blocks);
        this.totals = new long[2 * measure.width()];
        for (WindowRule rule : rules) {
            windows.add(new WindowSum(rule, rule.coarse() ? coarse : fine, measure, now));
        }
    }

    Cell cell() {
        return cell;
    }

    /** What it has in common with all that it is ranked among; null when it is not ranked. */
    @Nullable
    Cell group() {
        return group;
    }

    Measure measure() {
        return measure;
    }

    List<WindowSum> windows() {
        return windows;
    }

    PaneSeries ledger() {
        return coarse;
    }

    long[] totals() {
        return totals.clone();
    }

    /** Remembers a delta that is known but may not count in finals yet, until it is told that they did. */
    void await(Delta delta) {
        waitingByKnown
                .computeIfAbsent(delta.known(), minute -> new ArrayList<>())
                .add(delta);
        waitingByMinute = null;
    }

    /** Counts a delta; {@code now} is the first minute not yet final, {@code known} the minute up to which all is in. */
    void apply(Delta delta, long now, long known) {
        Tally net = net(delta);
        delta.change().addFrom(measure.width(), totals);
        dirty = true;
        if (!net.isZero()) {
            windows.forEach(window -> window.catchUp(now));
            fine.add(delta.minute(), net, known);
            coarse.add(delta.minute(), net, known);
            windows.forEach(window -> window.changed(delta.minute(), net, now));
        }
    }

    /** Forgets what waited for what became known before a minute to count. */
    void counted(long known) {
        waitingByKnown.headMap(known).clear();
        waitingByMinute = null;
    }

    /** Marks it as changed, because a window slid. */
    void slid() {
        dirty = true;
    }

    /** What a window up to a boundary holds, with what still waits. */
    Periods provisional(WindowSum window, long boundary) {
        WindowRule rule = window.rule();
        Periods counts = window.countsAt(boundary);
        @Nullable Tally previous = counts.previous();
        return new Periods(
                counts.current().plus(waiting(rule.from(boundary), boundary)),
                previous == null
                        ? null
                        : previous.plus(waiting(rule.previousFrom(boundary), rule.previousTo(boundary))));
    }

    private Tally waiting(long from, long to) {
        if (waitingByMinute == null) {
            waitingByMinute = new Tallies();
            for (List<Delta> deltas : waitingByKnown.values()) {
                for (Delta delta : deltas) {
                    waitingByMinute.add(delta.minute(), net(delta));
                }
            }
        }
        var sum = new long[measure.width()];
        waitingByMinute.sum(from, to, 1, sum);
        return Tally.of(sum);
    }

    /** Stores what changed. Panes that no window can reach any more leave memory. */
    void flush(long known) {
        if (!dirty) {
            return;
        }
        var out = new BinaryWriter();
        out.number(measure.width()).number(windows.size()).number(measure.comparesPeriods() ? 1 : 0);
        Tally.of(totals).write(out);
        for (WindowSum window : windows) {
            window.write(out);
        }
        blocks.put(HEAD + cell.id(), out.toBytes());
        fine.flush(keepFrom(known, false), true);
        coarse.flush(keepFrom(known, true), false);
        dirty = false;
    }

    static boolean isHead(String name) {
        return name.startsWith(HEAD);
    }

    static boolean isPanes(String name) {
        return name.startsWith(FINE) || name.startsWith(COARSE);
    }

    /** The id of the cell that a stored name belongs to. */
    static String idOf(String name) {
        return isHead(name) ? name.substring(1) : name.substring(1, name.lastIndexOf(Cell.SEPARATOR));
    }

    void restoreHead(byte[] bytes, long known) {
        var in = new BinaryReader(bytes);
        boolean same = in.integer() == measure.width();
        same &= in.integer() == windows.size();
        same &= in.integer() == (measure.comparesPeriods() ? 1 : 0);
        if (!same) {
            throw new IllegalStateException("the windows, or what '" + measure.name()
                    + "' counts, were changed: new counts would begin empty;"
                    + " replay the history under another prefix and switch");
        }
        Tally.read(in).addTo(totals, 1);
        for (WindowSum window : windows) {
            window.read(in);
        }
        // Fine panes all come back, so that those which no window reaches any more are dropped at the next flush.
        coarse.startFrom(keepFrom(known, true));
    }

    void restorePanes(String name, byte[] bytes) {
        long block = Long.parseLong(name.substring(name.lastIndexOf(Cell.SEPARATOR) + 1));
        (name.startsWith(FINE) ? fine : coarse).restore(block, bytes);
    }

    private long keepFrom(long known, boolean forCoarse) {
        long reach = windows.stream()
                .map(WindowSum::rule)
                .filter(rule -> rule.coarse() == forCoarse)
                .mapToLong(rule -> measure.comparesPeriods() ? rule.previousReach() : rule.reach())
                .max()
                .orElse(0);
        return known - reach - MARGIN;
    }

    private Tally net(Delta delta) {
        return delta.change().slice(0, measure.width());
    }
}
