package nl.klantstem.insight.steering;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import nl.klantstem.rolling.Blocks;
import nl.klantstem.topic.BinaryReader;
import nl.klantstem.topic.BinaryWriter;
import org.jspecify.annotations.Nullable;

/** Since when hours are told, and those whose records stand, so that they can be taken back when they are old. */
final class ToldHours {

    private static final String NAME = "steering/told";
    private static final long NEVER = Long.MAX_VALUE;

    private final TreeSet<Long> hours = new TreeSet<>();
    private long since = NEVER;
    private boolean changed;

    ToldHours(Blocks blocks) {
        byte @Nullable [] bytes = blocks.get(NAME);
        if (bytes != null) {
            var in = new BinaryReader(bytes);
            since = in.number();
            while (in.hasMore()) {
                hours.add(in.number());
            }
        }
    }

    /** A minute is seen: of what came before the first that was, nothing is known. */
    void see(long minute) {
        if (minute < since) {
            since = minute;
            changed = true;
        }
    }

    /** Whether all of what begins at a minute is seen. */
    boolean isSeenFrom(long minute) {
        return since <= minute;
    }

    void add(long hour) {
        changed |= hours.add(hour);
    }

    /** Those before a minute, which are told no more. */
    List<Long> takeBefore(long minute) {
        var old = hours.headSet(minute);
        var taken = new ArrayList<>(old);
        changed |= !taken.isEmpty();
        old.clear();
        return taken;
    }

    void flush(Blocks blocks) {
        if (changed) {
            var out = new BinaryWriter();
            out.number(since);
            hours.forEach(out::number);
            blocks.put(NAME, out.toBytes());
            changed = false;
        }
    }
}
