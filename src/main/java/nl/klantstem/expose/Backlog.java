package nl.klantstem.expose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is open by how old it is. Of the contacts that opened in a window those still open are no older than it is long, so
 * what lies between two windows is their difference.
 *
 * @param lengths the windows, the shortest first
 * @param windows the counts of each
 * @param at where among the counts the open ones are
 */
record Backlog(List<String> lengths, Map<String, Cell.Kept> windows, int at) {

    private static final String TO = "-";

    /** What the ages between windows are called: 0h-1h, 1h-6h. */
    static List<String> ages(List<String> lengths) {
        var ages = new ArrayList<String>();
        var from = "0h";
        for (var length : lengths) {
            ages.add(from + TO + length);
            from = length;
        }
        return ages;
    }

    /** Windows slide at their own paces: one that has fallen behind a shorter one has nothing more to tell. */
    Map<String, Long> byAge() {
        var byAge = new LinkedHashMap<String, Long>();
        long younger = 0;
        for (int i = 0; i < lengths.size(); i++) {
            Cell.@Nullable Kept kept = windows.get(lengths.get(i));
            long open = kept == null ? younger : Math.max(younger, kept.counts()[at]);
            byAge.put(ages(lengths).get(i), open - younger);
            younger = open;
        }
        return byAge;
    }
}
