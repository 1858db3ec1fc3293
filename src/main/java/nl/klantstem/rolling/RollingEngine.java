package nl.klantstem.rolling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import nl.klantstem.rolling.Measure.PaneCounts;
import nl.klantstem.rolling.Telling.At;
import nl.klantstem.topic.BinaryReader;
import nl.klantstem.topic.BinaryWriter;
import nl.klantstem.topic.Published;
import org.jspecify.annotations.Nullable;

/**
 * The second half of one partition: keeps deltas until the watermark has passed the minute they became known in, then
 * lives minute by minute: apply, slide, publish. A final is the window up to T as known at T + allowance, whatever order
 * or batches the deltas came in.
 */
final class RollingEngine implements Engine {

    private static final String META = "M";
    private static final int VERSION = 2;

    private final EngineRules rules;
    private final Blocks blocks;
    private final List<WindowRule> windowRules;
    private final Watermark watermark = new Watermark();
    private final Waiting waiting;
    private final Map<String, RollingCell> cells = new HashMap<>();
    private final Groups groups = new Groups();
    private final TreeMap<Long, Set<WindowOfCell>> wakes = new TreeMap<>();
    private final Set<RollingCell> touched = new LinkedHashSet<>();
    private final Set<RollingCell> restless = new LinkedHashSet<>();
    /** All minutes before this one are applied. */
    private long done = Long.MIN_VALUE;

    private long overtaken;

    /** The window by its place among the cell's. */
    private record WindowOfCell(RollingCell cell, int window) {
        WindowSum sum() {
            return cell.windows().get(window);
        }
    }

    RollingEngine(EngineRules rules, Blocks blocks) {
        this.rules = rules;
        this.blocks = blocks;
        this.windowRules = rules.windowRules();
        this.waiting = new Waiting(blocks);
        restore();
    }

    @Override
    public void receive(Frame frame, Consumer<Published> out) {
        for (Delta delta : frame.deltas()) {
            Delta held = delta;
            if (delta.known() < done) {
                overtaken++;
                held = new Delta(delta.cell(), delta.minute(), done, delta.change());
            }
            waiting.add(held);
            RollingCell cell = cell(held.cell());
            cell.await(held);
            restless.add(cell);
        }
        watermark.take(frame.sources(), frame.marks());
        advance(out);
    }

    /** The recorded time (epoch milliseconds) up to which all finals are out, or {@link Watermark#UNKNOWN}. */
    @Override
    public long doneMillis() {
        return done == Long.MIN_VALUE ? Watermark.UNKNOWN : done * Panes.MILLIS;
    }

    /** How many deltas came behind the watermark; 0 as long as finals are a pure function of the input. */
    @Override
    public long overtaken() {
        return overtaken;
    }

    /** Publishes the ledger panes that changed and stores everything that is dirty: called before each commit. */
    @Override
    public void flush(Consumer<Published> out) {
        for (RollingCell cell : touched) {
            cell.ledger().changed().forEach((pane, known) -> {
                long[] counts = cell.ledger().at(pane).dense(cell.measure().width());
                cell.measure()
                        .ledger(new PaneCounts(cell.cell().scope(), pane * Panes.MILLIS, counts, known * Panes.MILLIS))
                        .ifPresent(out);
            });
            cell.flush(done);
        }
        touched.clear();
        waiting.flush(done);
        var meta = new BinaryWriter();
        meta.number(VERSION).number(done).number(overtaken);
        watermark.write(meta);
        blocks.put(META, meta.toBytes());
    }

    /** Publishes how the windows of the cells that changed stand now, with all that is known. */
    @Override
    public void publishProvisional(Consumer<Published> out) {
        long newest = watermark.newestMillis();
        if (newest != Watermark.UNKNOWN) {
            long now = Math.floorDiv(newest, Panes.MILLIS) + 1;
            for (int window = 0; window < windowRules.size(); window++) {
                long to = windowRules.get(window).boundary(now);
                var telling = new Telling(groups, new At(window, to, newest, true));
                restless.forEach(telling::addWithPeers);
                telling.publish(out);
            }
        }
        restless.clear();
    }

    private void advance(Consumer<Published> out) {
        long millis = watermark.millis();
        if (millis == Watermark.UNKNOWN) {
            return;
        }
        long target = Math.floorDiv(millis, Panes.MILLIS);
        while (done < target) {
            long next =
                    Math.min(waiting.first() + 1, wakes.isEmpty() ? WindowSum.NEVER : wakes.firstKey() + allowance());
            if (next > target || (waiting.first() == WindowSum.NEVER && wakes.isEmpty())) {
                done = target;
            } else {
                live(next, out);
            }
        }
    }

    /** Applies what became known in the minute before {@code known}, then publishes the finals that are due. */
    private void live(long known, Consumer<Published> out) {
        long boundary = known - allowance();
        var changed = new LinkedHashSet<RollingCell>();
        for (Delta delta : waiting.take(known - 1)) {
            RollingCell cell = cell(delta.cell());
            cell.apply(delta, boundary, known);
            changed.add(cell);
        }
        for (RollingCell cell : changed) {
            cell.counted(known);
            wakeUp(cell);
        }
        touched.addAll(changed);
        done = known;
        @Nullable Set<WindowOfCell> due = wakes.remove(boundary);
        if (due != null) {
            var tellings = new TreeMap<Integer, Telling>();
            long asOf = (boundary + allowance()) * Panes.MILLIS;
            due.stream().filter(entry -> entry.sum().wake() == boundary).forEach(entry -> {
                Telling telling = tellings.computeIfAbsent(
                        entry.window(), window -> new Telling(groups, new At(window, boundary, asOf, false)));
                slide(entry, boundary, telling);
            });
            tellings.values().forEach(telling -> telling.publish(out));
        }
    }

    private void slide(WindowOfCell entry, long boundary, Telling telling) {
        RollingCell cell = entry.cell();
        switch (entry.sum().slide(boundary)) {
            case NONE -> {}
            case FOR_ITSELF -> telling.add(cell);
            case FOR_PEERS_TOO -> telling.addWithPeers(cell);
        }
        cell.slid();
        touched.add(cell);
        wakeUp(cell, entry.window());
    }

    private void wakeUp(RollingCell cell) {
        for (int window = 0; window < cell.windows().size(); window++) {
            wakeUp(cell, window);
        }
    }

    private void wakeUp(RollingCell cell, int window) {
        long wake = cell.windows().get(window).newWake();
        if (wake != WindowSum.NEVER) {
            wakes.computeIfAbsent(wake, minute -> new LinkedHashSet<>()).add(new WindowOfCell(cell, window));
        }
    }

    private long allowance() {
        return rules.allowanceMinutes();
    }

    private RollingCell cell(String id) {
        return cells.computeIfAbsent(id, this::newCell);
    }

    private RollingCell newCell(String id) {
        // Nothing of this cell was known before: any boundary in the past is a right beginning.
        long now = done == Long.MIN_VALUE ? 0 : done - allowance();
        var cell = new RollingCell(id, rules.measure(Cell.parse(id).measure()), windowRules, blocks, now);
        groups.add(cell);
        return cell;
    }

    private void restore() {
        byte @Nullable [] meta = blocks.get(META);
        if (meta == null) {
            return;
        }
        var in = new BinaryReader(meta);
        long version = in.number();
        if (version != VERSION) {
            throw new IllegalStateException("stored counts of an unknown version (" + version + ", this release has "
                    + VERSION + "); start the release that wrote them, or replay the history under another prefix");
        }
        done = in.number();
        overtaken = in.number();
        watermark.read(in);
        List<Delta> held = new ArrayList<>();
        blocks.forEach((name, bytes) -> {
            if (RollingCell.isHead(name)) {
                RollingCell cell = cell(RollingCell.idOf(name));
                cell.restoreHead(bytes, done);
            } else if (Waiting.owns(name)) {
                held.addAll(waiting.restore(name, bytes, done));
            }
        });
        blocks.forEach((name, bytes) -> {
            if (RollingCell.isPanes(name)) {
                cell(RollingCell.idOf(name)).restorePanes(name, bytes);
            }
        });
        cells.values().forEach(cell -> {
            cell.windows().forEach(window -> window.resume(done - allowance() + 1));
            wakeUp(cell);
        });
        held.forEach(delta -> cell(delta.cell()).await(delta));
    }
}
