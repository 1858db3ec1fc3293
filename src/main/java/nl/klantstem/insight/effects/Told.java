package nl.klantstem.insight.effects;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.klantstem.rolling.Blocks;
import nl.klantstem.topic.BinaryReader;
import nl.klantstem.topic.BinaryWriter;
import org.jspecify.annotations.Nullable;

/** What was last published of each measure, and under which terms it is said for good: nothing is published twice. */
final class Told {

    /** The terms of what may still change as days go by. */
    static final byte[] NOT_FOR_GOOD = {};

    private static final String PREFIX = "effects/";

    private final SortedMap<String, Telling> tellings = new TreeMap<>();
    private final Set<String> changed = new LinkedHashSet<>();

    private record Telling(byte[] terms, byte[] effect) {}

    /** As it was stored. */
    Told(Blocks blocks) {
        blocks.forEach((name, bytes) -> {
            if (name.startsWith(PREFIX)) {
                var in = new BinaryReader(bytes);
                tellings.put(name.substring(PREFIX.length()), new Telling(in.blob(), in.blob()));
            }
        });
    }

    SortedSet<String> measures() {
        return new TreeSet<>(tellings.keySet());
    }

    /** Whether what was published of a measure is said for good under these terms. */
    boolean isForGood(String measureId, byte[] terms) {
        @Nullable Telling told = tellings.get(measureId);
        return told != null && Arrays.equals(told.terms(), terms);
    }

    /** Takes what is to be published; whether it is news. */
    boolean isNews(String measureId, byte[] terms, byte[] effect) {
        @Nullable Telling told = tellings.get(measureId);
        if (told != null && Arrays.equals(told.effect(), effect) && Arrays.equals(told.terms(), terms)) {
            return false;
        }
        tellings.put(measureId, new Telling(terms, effect));
        changed.add(measureId);
        return told == null || !Arrays.equals(told.effect(), effect);
    }

    void forget(String measureId) {
        tellings.remove(measureId);
        changed.add(measureId);
    }

    void flush(Blocks blocks) {
        for (String measureId : changed) {
            @Nullable Telling told = tellings.get(measureId);
            blocks.put(
                    PREFIX + measureId,
                    told == null
                            ? null
                            : new BinaryWriter()
                                    .blob(told.terms())
                                    .blob(told.effect())
                                    .toBytes());
        }
        changed.clear();
    }
}
