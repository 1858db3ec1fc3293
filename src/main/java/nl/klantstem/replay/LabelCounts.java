package nl.klantstem.replay;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How often each label of each dimension (such as journeyId, driver, carrier) is named in the inputs. */
public final class LabelCounts {

    private final Map<String, Map<String, Long>> counts = new HashMap<>();

    void add(String dimension, @Nullable String label) {
        if (label != null) {
            counts.computeIfAbsent(dimension, d -> new HashMap<>()).merge(label, 1L, Long::sum);
        }
    }

    /** The most frequent labels outside the known ones, ties by name. */
    List<String> top(String dimension, int most, Set<String> known) {
        return of(dimension).entrySet().stream()
                .filter(e -> !known.contains(e.getKey()))
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    long count(String dimension, String label) {
        return of(dimension).getOrDefault(label, 0L);
    }

    private Map<String, Long> of(String dimension) {
        return counts.getOrDefault(dimension, Map.of());
    }
}
