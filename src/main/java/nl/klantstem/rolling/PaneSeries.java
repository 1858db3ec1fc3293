package nl.klantstem.rolling;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.klantstem.topic.BinaryReader;
import nl.klantstem.topic.BinaryWriter;
import org.jspecify.annotations.Nullable;

/**
 * A cell's tallies by pane of one width, sparse and in order. Old panes leave memory and come back from their block when
 * late news touches them. Minutes are since the epoch.
 */
final class PaneSeries {

    /** How many panes a block holds: an hour of fine panes, a day of coarse ones. */
    private static final Map<Long, Long> PANES_PER_BLOCK = Map.of(Panes.FINE, 60L, Panes.COARSE, 96L);

    private final String name;
    private final long width;
    private final long blockMinutes;
    private final Blocks blocks;
    private final Tallies panes = new Tallies();
    private final Map<Long, Long> changed = new LinkedHashMap<>();
    private final Set<Long> recalled = new HashSet<>();
    private long evictedBefore = Long.MIN_VALUE;

    /** A series whose blocks are stored under {@code name} and their number. */
    PaneSeries(String name, long width, Blocks blocks) {
        this.name = name;
        this.width = width;
        this.blocks = blocks;
        this.blockMinutes = width * PANES_PER_BLOCK.getOrDefault(width, 96L);
    }

    /** Adds to the pane of a minute what became known before {@code known}. */
    void add(long minute, Tally tally, long known) {
        long pane = Math.floorDiv(minute, width) * width;
        recall(pane);
        panes.add(pane, tally);
        changed.put(pane, known);
    }

    /** Adds {@code sign} times the panes from (inclusive) to (exclusive) to an array. */
    void sum(long from, long to, int sign, long[] dense) {
        if (from < to) {
            panes.sum(from, to, sign, dense);
        }
    }

    /** The first pane at or after a minute that is not empty, or {@link Tallies#NONE}. */
    long next(long minute) {
        return panes.next(minute);
    }

    long width() {
        return width;
    }

    /** The panes that changed since the last flush, with when the change became known. */
    Map<Long, Long> changed() {
        return Collections.unmodifiableMap(changed);
    }

    Tally at(long pane) {
        return panes.at(pane);
    }

    /** Writes the blocks that changed; forgets panes before a minute, durably when {@code drop}. */
    void flush(long keepFrom, boolean drop) {
        blocksOf(changed.keySet().stream()).forEach(block -> blocks.put(blockName(block), encode(block)));
        changed.clear();
        evict(Math.floorDiv(keepFrom, blockMinutes) * blockMinutes, drop);
    }

    /** Leaves the panes before a minute in their blocks until they are touched. */
    void startFrom(long keepFrom) {
        evictedBefore = Math.floorDiv(keepFrom, blockMinutes) * blockMinutes;
    }

    /** Takes a stored block in, unless it is an old one that can wait. */
    void restore(long block, byte[] bytes) {
        if (block * blockMinutes >= evictedBefore) {
            load(block, bytes);
        }
    }

    private void load(long block, byte[] bytes) {
        var in = new BinaryReader(bytes);
        while (in.hasMore()) {
            panes.put(block * blockMinutes + in.number() * width, Tally.read(in));
        }
    }

    private void evict(long before, boolean drop) {
        if (drop) {
            var old = new ArrayList<Long>();
            panes.forEach(Long.MIN_VALUE, before, (pane, tally) -> old.add(pane));
            blocksOf(old.stream()).forEach(block -> blocks.put(blockName(block), null));
        }
        panes.removeBefore(before);
        recalled.clear();
        evictedBefore = Math.max(evictedBefore, before);
    }

    private void recall(long pane) {
        long block = Math.floorDiv(pane, blockMinutes);
        if (pane < evictedBefore && recalled.add(block)) {
            byte @Nullable [] bytes = blocks.get(blockName(block));
            if (bytes != null) {
                load(block, bytes);
            }
        }
    }

    private Stream<Long> blocksOf(Stream<Long> someOfPanes) {
        return someOfPanes.map(pane -> Math.floorDiv(pane, blockMinutes)).distinct();
    }

    private String blockName(long block) {
        return name + block;
    }

    private byte @Nullable [] encode(long block) {
        var out = new BinaryWriter();
        panes.forEach(block * blockMinutes, (block + 1) * blockMinutes, (pane, tally) -> {
            out.number((pane - block * blockMinutes) / width);
            tally.write(out);
        });
        return out.size() == 0 ? null : out.toBytes();
    }
}
