package nl.klantstem.rolling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.klantstem.topic.BinaryReader;
import nl.klantstem.topic.BinaryWriter;

/**
 * How far recorded time has come over all input partitions: the least of the newest recorded times read. A partition that
 * was never heard from holds it.
 */
final class Watermark {

    static final long UNKNOWN = Long.MIN_VALUE;

    private final Map<List<Integer>, Long> newest = new HashMap<>();
    private int sources = Integer.MAX_VALUE;

    void take(int allSources, List<Frame.Mark> marks) {
        sources = allSources;
        for (Frame.Mark mark : marks) {
            newest.merge(List.of(mark.topic(), mark.partition()), mark.recordedAt(), Math::max);
        }
    }

    /** Epoch milliseconds: every record up to (not including) this recorded time has been read; or UNKNOWN. */
    long millis() {
        return newest.size() < sources
                ? UNKNOWN
                : newest.values().stream().mapToLong(Long::longValue).min().orElse(UNKNOWN);
    }

    /** The newest recorded time of any partition, or UNKNOWN. */
    long newestMillis() {
        return newest.values().stream().mapToLong(Long::longValue).max().orElse(UNKNOWN);
    }

    void write(BinaryWriter out) {
        out.number(sources).number(newest.size());
        newest.forEach((partition, time) ->
                out.number(partition.get(0)).number(partition.get(1)).number(time));
    }

    void read(BinaryReader in) {
        int all = in.integer();
        var marks = new ArrayList<Frame.Mark>();
        for (int n = in.integer(); n > 0; n--) {
            marks.add(new Frame.Mark(in.integer(), in.integer(), in.number()));
        }
        take(all, marks);
    }
}
