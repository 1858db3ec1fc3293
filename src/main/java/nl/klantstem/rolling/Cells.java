package nl.klantstem.rolling;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import nl.klantstem.contract.out.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Gives a cell for its labels, each made once: counting costs a look-up instead of a name. Grows with the cells there are,
 * which closed labels bound. Safe for many threads.
 */
public final class Cells {

    private final Map<Key, Cell> cells = new ConcurrentHashMap<>();

    private record Key(String measure, List<String> names, List<String> labels) {}

    /** The cell of a measure whose scope has these names with these labels, one for one. */
    public Cell of(String measure, List<String> names, List<String> labels) {
        @Nullable Cell known = cells.get(new Key(measure, names, labels));
        return known == null ? make(measure, names, labels) : known;
    }

    private Cell make(String measure, List<String> names, List<String> labels) {
        if (names.size() != labels.size()) {
            throw new IllegalArgumentException("labels " + labels + " for the names " + names);
        }
        var scope = new TreeMap<String, String>();
        for (int i = 0; i < names.size(); i++) {
            scope.put(names.get(i), labels.get(i));
        }
        return cells.computeIfAbsent(
                new Key(measure, List.copyOf(names), List.copyOf(labels)), key -> new Cell(measure, new Scope(scope)));
    }
}
