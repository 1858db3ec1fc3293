package nl.klantstem.replay;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How often each journey and driver is named in the inputs. */
public final class LabelCounts {

    private final Map<String, Long> journeys = new HashMap<>();
    private final Map<String, Long> drivers = new HashMap<>();

    void addJourney(@Nullable String label) {
        add(journeys, label);
    }

    void addDriver(@Nullable String label) {
        add(drivers, label);
    }

    /** The most frequent journeys outside the known ones, ties by name. */
    List<String> topJourneys(int most, Set<String> known) {
        return top(journeys, most, known);
    }

    /** The most frequent drivers outside the known ones, ties by name. */
    List<String> topDrivers(int most, Set<String> known) {
        return top(drivers, most, known);
    }

    long journey(String label) {
        return journeys.getOrDefault(label, 0L);
    }

    long driver(String label) {
        return drivers.getOrDefault(label, 0L);
    }

    private static void add(Map<String, Long> counts, @Nullable String label) {
        if (label != null) {
            counts.merge(label, 1L, Long::sum);
        }
    }

    private static List<String> top(Map<String, Long> counts, int most, Set<String> known) {
        return counts.entrySet().stream()
                .filter(e -> !known.contains(e.getKey()))
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }
}
