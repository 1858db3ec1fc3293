package nl.klantstem.replay.mapping;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where a field of ours comes from.
 *
 * @param source the text it starts from
 * @param absent texts that mean no value
 * @param values texts and what they become; others stay as they are unless there is an {@code otherwise}
 * @param fallback the value when the source is blank or absent
 * @param scale a foreign scale as a table from its steps to ours; a step that is not on it is refused
 * @param time how to read a time
 * @param levels what separates the levels of a foreign driver; without it a slash is part of the label
 */
public record FieldRule(
        Template source,
        Set<String> absent,
        Map<String, String> values,
        @Nullable String otherwise,
        @Nullable String fallback,
        @Nullable Map<String, String> scale,
        @Nullable TimeRule time,
        @Nullable String levels) {

    public FieldRule {
        absent = Set.copyOf(absent);
        values = Map.copyOf(values);
        scale = scale == null ? null : Map.copyOf(scale);
    }

    Set<String> columns() {
        Set<String> columns = new TreeSet<>(source.columns());
        if (time != null && time.clock() != null) {
            columns.addAll(time.clock().source().columns());
        }
        return columns;
    }
}
