package nl.klantstem.rolling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import nl.klantstem.topic.BinaryReader;
import nl.klantstem.topic.BinaryWriter;

/**
 * Deltas that wait until the watermark has passed the minute in which they became known. What came since the last commit
 * is stored as one block; a block goes when all that is in it has been applied.
 */
final class Waiting {

    private static final String PREFIX = "W";

    private final Blocks blocks;
    private final TreeMap<Long, List<Delta>> byKnown = new TreeMap<>();
    private final List<Delta> unsaved = new ArrayList<>();
    /** Number of a stored block to the newest known minute in it. */
    private final TreeMap<Long, Long> saved = new TreeMap<>();

    private long nextBlock;

    private record Place(String cell, long minute) {}

    Waiting(Blocks blocks) {
        this.blocks = blocks;
    }

    static boolean owns(String name) {
        return name.startsWith(PREFIX);
    }

    void add(Delta delta) {
        hold(delta);
        unsaved.add(delta);
    }

    /** The oldest known minute that something waits for, or {@link WindowSum#NEVER}. */
    long first() {
        return byKnown.isEmpty() ? WindowSum.NEVER : byKnown.firstKey();
    }

    /**
     * Takes out what became known in a minute, summed by cell and minute: what one frame added and another took back never
     * was, as when both had come in one frame.
     */
    List<Delta> take(long known) {
        List<Delta> taken = byKnown.remove(known);
        if (taken == null) {
            return List.of();
        }
        var sums = new LinkedHashMap<Place, Delta>();
        taken.forEach(delta -> sums.merge(new Place(delta.cell(), delta.minute()), delta, Delta::plus));
        return sums.values().stream().filter(sum -> !sum.change().isZero()).toList();
    }

    /** Saves what is new and removes blocks of which everything was applied: known minutes before {@code done}. */
    void flush(long done) {
        unsaved.removeIf(delta -> delta.known() < done);
        for (int from = 0; from < unsaved.size(); from += Frame.MOST_DELTAS) {
            save(unsaved.subList(from, Math.min(unsaved.size(), from + Frame.MOST_DELTAS)));
        }
        unsaved.clear();
        saved.entrySet().removeIf(block -> {
            boolean applied = block.getValue() < done;
            if (applied) {
                blocks.put(name(block.getKey()), null);
            }
            return applied;
        });
    }

    private void save(List<Delta> deltas) {
        var out = new BinaryWriter();
        FrameCodec.writeDeltas(out, deltas);
        blocks.put(name(nextBlock), out.toBytes());
        saved.put(nextBlock++, deltas.stream().mapToLong(Delta::known).max().orElseThrow());
    }

    /** Takes a stored block back in; what became known before {@code done} was applied already. */
    List<Delta> restore(String name, byte[] bytes, long done) {
        long block = Long.parseLong(name.substring(PREFIX.length()));
        nextBlock = Math.max(nextBlock, block + 1);
        List<Delta> deltas = FrameCodec.readDeltas(new BinaryReader(bytes)).stream()
                .filter(delta -> delta.known() >= done)
                .toList();
        deltas.forEach(this::hold);
        saved.put(block, deltas.stream().mapToLong(Delta::known).max().orElse(Long.MIN_VALUE));
        return deltas;
    }

    private void hold(Delta delta) {
        byKnown.computeIfAbsent(delta.known(), minute -> new ArrayList<>()).add(delta);
    }

    private static String name(long block) {
        return PREFIX + block;
    }
}
