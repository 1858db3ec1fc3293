package nl.klantstem.insight.alerts;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.klantstem.rolling.Blocks;
import nl.klantstem.stats.WatchState;
import nl.klantstem.topic.BinaryReader;
import nl.klantstem.topic.BinaryWriter;
import org.jspecify.annotations.Nullable;

/**
 * What a watch knows, as blocks: names in one, numbers in several, of which only those that changed are written. Most of the
 * numbers are those of past days.
 */
final class StoredNumbers {

    private static final int PER_BLOCK = 256;

    private final String name;
    private List<String> names = List.of();
    private double[] numbers = {};

    StoredNumbers(String name) {
        this.name = name;
    }

    /** What is stored; null when nothing is. */
    @Nullable
    WatchState read(Blocks blocks) {
        byte @Nullable [] head = blocks.get(name);
        if (head == null) {
            return null;
        }
        var in = new BinaryReader(head);
        numbers = new double[in.integer()];
        var read = new ArrayList<String>();
        while (in.hasMore()) {
            read.add(in.text());
        }
        names = List.copyOf(read);
        for (int from = 0; from < numbers.length; from += PER_BLOCK) {
            byte @Nullable [] block = blocks.get(block(from));
            if (block == null) {
                throw new IllegalStateException("the stored block '" + block(from) + "' is gone");
            }
            ByteBuffer.wrap(block).asDoubleBuffer().get(numbers, from, Math.min(PER_BLOCK, numbers.length - from));
        }
        return new WatchState(names, numbers);
    }

    void write(Blocks blocks, WatchState state) {
        double[] next = state.numbers();
        if (next.length != numbers.length || !state.segments().equals(names)) {
            var out = new BinaryWriter();
            out.number(next.length);
            state.segments().forEach(out::text);
            blocks.put(name, out.toBytes());
        }
        for (int from = 0; from < Math.max(next.length, numbers.length); from += PER_BLOCK) {
            if (from >= next.length) {
                blocks.put(block(from), null);
            } else if (!same(next, from)) {
                blocks.put(block(from), encode(next, from));
            }
        }
        names = state.segments();
        numbers = next;
    }

    private boolean same(double[] next, int from) {
        int to = Math.min(from + PER_BLOCK, next.length);
        int end = Math.min(from + PER_BLOCK, numbers.length);
        return end >= from && Arrays.equals(next, from, to, numbers, from, end);
    }

    private static byte[] encode(double[] numbers, int from) {
        int size = Math.min(PER_BLOCK, numbers.length - from);
        var bytes = ByteBuffer.allocate(size * Double.BYTES);
        bytes.asDoubleBuffer().put(numbers, from, size);
        return bytes.array();
    }

    private String block(int from) {
        return name + "/" + from / PER_BLOCK;
    }
}
