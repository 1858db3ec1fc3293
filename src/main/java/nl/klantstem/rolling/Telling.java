package nl.klantstem.rolling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import nl.klantstem.contract.out.Window;
import nl.klantstem.rolling.Measure.Peer;
import nl.klantstem.rolling.Measure.WindowCounts;
import nl.klantstem.topic.Published;
import org.jspecify.annotations.Nullable;

/**
 * What is told of one window at one boundary: the cells that have news, and those whose insight shows the news of a peer. A
 * cell that counts nothing has no peers and is none, so nothing that happens to others changes what is told of it.
 */
final class Telling {

    private final Groups groups;
    private final At at;
    private final TreeMap<String, RollingCell> due = new TreeMap<>();
    private final Map<RollingCell, Periods> counts = new HashMap<>();
    private final Map<Cell, List<Peer>> peers = new HashMap<>();

    /** The window by its place among a cell's, where it ends, and up to when (epoch milliseconds) everything is in. */
    record At(int window, long to, long asOf, boolean provisional) {}

    Telling(Groups groups, At at) {
        this.groups = groups;
        this.at = at;
    }

    /** Tells of a cell. */
    void add(RollingCell cell) {
        due.put(cell.cell().id(), cell);
    }

    /** Tells of a cell whose counts changed, and so of those that are ranked with it. */
    void addWithPeers(RollingCell cell) {
        add(cell);
        groups.of(cell).stream()
                .filter(peer -> !counts(peer).current().isZero())
                .forEach(this::add);
    }

    /** Publishes, in the order of the cells' names. */
    void publish(Consumer<Published> out) {
        due.values().forEach(cell -> out.accept(cell.measure().window(insight(cell))));
    }

    private WindowCounts insight(RollingCell cell) {
        int width = cell.measure().width();
        Periods periods = counts(cell);
        @Nullable Tally previous = periods.previous();
        Window window = cell.windows().get(at.window).rule().published(at.to);
        return new WindowCounts(
                cell.cell().scope(),
                window,
                periods.current().dense(width),
                previous == null ? null : previous.dense(width),
                periods.current().isZero() ? List.of() : peers(cell),
                cell.totals(),
                at.asOf,
                at.provisional);
    }

    private List<Peer> peers(RollingCell cell) {
        @Nullable Cell group = cell.group();
        return group == null ? List.of() : peers.computeIfAbsent(group, g -> peersThatCount(cell));
    }

    private List<Peer> peersThatCount(RollingCell cell) {
        var counting = new ArrayList<Peer>();
        for (RollingCell peer : groups.of(cell)) {
            Tally current = counts(peer).current();
            if (!current.isZero()) {
                counting.add(new Peer(
                        peer.cell().scope(), current.dense(peer.measure().width())));
            }
        }
        return List.copyOf(counting);
    }

    private Periods counts(RollingCell cell) {
        return counts.computeIfAbsent(cell, c -> {
            WindowSum window = c.windows().get(at.window);
            return at.provisional ? c.provisional(window, at.to) : window.countsAt(at.to);
        });
    }
}
