package nl.klantstem.rolling;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.klantstem.topic.BinaryReader;
import nl.klantstem.topic.BinaryWriter;

/**
 * Reference data as it is known at a recorded time: of each key the last record before it, in the order of the log. Time
 * only goes forward, so what was superseded is forgotten.
 */
public final class References {

    private static final String HOLDS = "R";
    private static final String WAITS = "Q";

    private final Blocks blocks;
    private final Map<String, SortedMap<String, Reference>> holding = new HashMap<>();
    private final TreeSet<Reference> waiting = new TreeSet<>(Reference.LOG_ORDER);
    /** By topic how many records came into force. */
    private final Map<String, Long> versions = new HashMap<>();

    private final Set<Reference> came = new LinkedHashSet<>();
    private final Set<Reference> settled = new LinkedHashSet<>();

    References(Blocks blocks) {
        this.blocks = blocks;
    }

    /** What each key of a topic says now, in the order of the keys. */
    public SortedMap<String, Reference> current(String topic) {
        return Collections.unmodifiableSortedMap(holding.getOrDefault(topic, new TreeMap<>()));
    }

    /** A number that is another one whenever {@link #current} of the topic may be. It starts anew with the process. */
    public long version(String topic) {
        return versions.getOrDefault(topic, 0L);
    }

    /** Takes a record in, which holds from its recorded time on. */
    void add(Reference reference) {
        waiting.add(reference);
        came.add(reference);
    }

    /** Time goes on to a recorded time (epoch milliseconds): all that was recorded before it holds. */
    void reach(long millis) {
        while (!waiting.isEmpty() && waiting.first().recordedAt() < millis) {
            Reference reference = waiting.pollFirst();
            hold(reference);
            settled.add(reference);
        }
    }

    private void hold(Reference reference) {
        SortedMap<String, Reference> keys = holding.computeIfAbsent(reference.topic(), topic -> new TreeMap<>());
        if (reference.value() == null) {
            keys.remove(reference.key());
        } else {
            keys.put(reference.key(), reference);
        }
        versions.merge(reference.topic(), 1L, Long::sum);
    }

    void flush() {
        for (Reference reference : came) {
            if (!settled.contains(reference)) {
                blocks.put(waits(reference), encode(reference));
            }
        }
        for (Reference reference : settled) {
            if (!came.contains(reference)) {
                blocks.put(waits(reference), null);
            }
            blocks.put(holds(reference), reference.value() == null ? null : encode(reference));
        }
        came.clear();
        settled.clear();
    }

    /** Takes a stored block in, if it is one of these. */
    void restore(String name, byte[] bytes) {
        if (name.startsWith(HOLDS)) {
            hold(Reference.read(new BinaryReader(bytes)));
        } else if (name.startsWith(WAITS)) {
            waiting.add(Reference.read(new BinaryReader(bytes)));
        }
    }

    private static String holds(Reference reference) {
        return HOLDS + reference.topic() + Cell.SEPARATOR + reference.key();
    }

    private static String waits(Reference reference) {
        return WAITS + reference.topic() + Cell.SEPARATOR + reference.partition() + Cell.SEPARATOR + reference.offset();
    }

    private static byte[] encode(Reference reference) {
        var out = new BinaryWriter();
        reference.write(out);
        return out.toBytes();
    }
}
