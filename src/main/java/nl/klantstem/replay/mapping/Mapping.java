package nl.klantstem.replay.mapping;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.klantstem.topic.Topic;
import org.jspecify.annotations.Nullable;

/**
 * How the lines of a foreign file become our events: what the file looks like, which lines are skipped, and where each
 * field of ours comes from.
 *
 * @param file the mapping's own file, for messages
 * @param stream the topic the events go to
 * @param header the columns by name when the file does not name them in its first line
 * @param recordedAt where it says when a line reached us; without, that is occurredAt
 * @param fields by the field's path, such as {@code driver.code}
 */
public record Mapping(
        String file,
        Topic stream,
        Format format,
        Charset charset,
        char delimiter,
        char quote,
        @Nullable List<String> header,
        List<Skip> skips,
        @Nullable FieldRule recordedAt,
        Map<String, FieldRule> fields) {

    /** What the file looks like. */
    public enum Format {
        CSV,
        JSONL
    }

    /** Lines to leave out: those whose cell is blank, or is one of the values, or is none of them. */
    public record Skip(String column, Match match, Set<String> values) {
        /** What the cell must be for the line to be skipped. */
        public enum Match {
            BLANK,
            EQUALS,
            NOT_EQUALS
        }

        public Skip {
            values = Set.copyOf(values);
        }

        boolean applies(Row row) {
            var cell = row.cell(column);
            var text = cell == null ? "" : cell.strip();
            return switch (match) {
                case BLANK -> text.isEmpty();
                case EQUALS -> values.contains(text);
                case NOT_EQUALS -> !values.contains(text);
            };
        }
    }

    public Mapping {
        header = header == null ? null : List.copyOf(header);
        skips = List.copyOf(skips);
        fields = Map.copyOf(fields);
    }

    /** All columns that the mapping names. */
    Set<String> columns() {
        Set<String> columns = new TreeSet<>();
        skips.forEach(skip -> columns.add(skip.column()));
        fields.values().forEach(rule -> columns.addAll(rule.columns()));
        if (recordedAt != null) {
            columns.addAll(recordedAt.columns());
        }
        return columns;
    }
}
