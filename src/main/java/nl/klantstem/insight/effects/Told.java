package nl.klantstem.insight.effects;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.klantstem.insight.LastTold;
import nl.klantstem.rolling.Blocks;

/** Of which measures something was published, and what was said for good under which terms: nothing is published twice. */
final class Told {

    /** The terms of what may still change as days go by. */
    static final byte[] NOT_FOR_GOOD = {};

    private static final String TERMS = "effects/terms/";

    private final LastTold last;
    private final SortedMap<String, byte[]> terms = new TreeMap<>();
    private final Set<String> changed = new LinkedHashSet<>();

    /** As it was stored. */
    Told(Blocks blocks) {
        this.last = new LastTold("effects/told/", blocks);
        blocks.forEach((name, bytes) -> {
            if (name.startsWith(TERMS)) {
                terms.put(name.substring(TERMS.length()), bytes);
            }
        });
    }

    SortedSet<String> measures() {
        return new TreeSet<>(terms.keySet());
    }

    /** Whether what was published of a measure is said for good under these terms. */
    boolean isForGood(String measureId, byte[] under) {
        return Arrays.equals(terms.get(measureId), under);
    }

    /** Takes what is to be published, without the time of telling; whether it is news. */
    boolean isNews(String measureId, byte[] under, Object content) {
        if (!Arrays.equals(terms.put(measureId, under), under)) {
            changed.add(measureId);
        }
        return last.isNews(measureId, content);
    }

    void forget(String measureId) {
        last.forget(measureId);
        terms.remove(measureId);
        changed.add(measureId);
    }

    void flush(Blocks blocks) {
        last.flush(blocks);
        changed.forEach(measureId -> blocks.put(TERMS + measureId, terms.get(measureId)));
        changed.clear();
    }
}
