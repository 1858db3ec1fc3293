package nl.klantstem.rolling;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The cells that are ranked among each other: those of a measure that differ in the label it ranks by, and in nothing else. */
final class Groups {

    private final Map<Cell, TreeMap<String, RollingCell>> members = new HashMap<>();

    void add(RollingCell cell) {
        @Nullable Cell group = cell.group();
        if (group != null) {
            members.computeIfAbsent(group, g -> new TreeMap<>()).put(cell.cell().id(), cell);
        }
    }

    /** All that are ranked with a cell, itself included, in the order of their names; none when it is not ranked. */
    Collection<RollingCell> of(RollingCell cell) {
        @Nullable Cell group = cell.group();
        @Nullable Map<String, RollingCell> all = group == null ? null : members.get(group);
        return all == null ? List.of() : all.values();
    }
}
