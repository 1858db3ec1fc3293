package nl.klantstem.replay.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.klantstem.contract.in.RejectReason;
import nl.klantstem.replay.mapping.EventShape.Kind;
import nl.klantstem.topic.Json;
import org.jspecify.annotations.Nullable;

/**
 * Turns a row into one of our events as a mapping says. What does not convert is written as it was found, so that the
 * pipeline refuses it under the right reason; where it would be taken for something else, the reason goes along.
 */
final class Converter {

    /** JSON's own numbers, of a length that a cell may have. */
    private static final Pattern NUMBER =
            Pattern.compile("-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,17})?([eE][+-]?[0-9]{1,3})?");

    private final Mapping mapping;
    private final Map<String, FieldRule> rules;
    private final Map<String, Kind> kinds;
    /** Of each inner object (or list's element), the fields that a row decides. */
    private final Map<String, List<String>> shells;

    private @Nullable Refusal refuse;

    Converter(Mapping mapping) {
        this.mapping = mapping;
        this.rules = new TreeMap<>(mapping.fields());
        this.kinds = EventShape.of(mapping.stream());
        this.shells = rules.entrySet().stream()
                .filter(e -> e.getKey().contains(".") && !e.getValue().columns().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.groupingBy(path -> path.substring(0, path.indexOf('.'))));
    }

    MappedLine convert(Row row, long line) {
        if (mapping.skips().stream().anyMatch(skip -> skip.applies(row))) {
            return MappedLine.skipped(line);
        }
        refuse = null;
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        rules.forEach((path, rule) -> put(event, path, rule, row));
        withoutEmptyShells(event, row);
        TimeReading recordedAt = mapping.recordedAt() == null ? TimeReading.ABSENT : time(mapping.recordedAt(), row);
        try {
            return new MappedLine(line, Json.MAPPER.writeValueAsBytes(event), recordedAt, refuse, false);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an object of plain values must be writable", e);
        }
    }

    /** An object of which the row gives nothing (a driver's source without its code) is left out. */
    private void withoutEmptyShells(ObjectNode event, Row row) {
        for (var shell : shells.entrySet()) {
            if (shell.getValue().stream().allMatch(path -> isAbsent(path, row))) {
                event.remove(shell.getKey().replace(EventShape.FIRST, ""));
            }
        }
    }

    private boolean isAbsent(String path, Row row) {
        FieldRule rule = rules.get(path);
        return rule == null || text(path, rule, row) == null;
    }

    private void put(ObjectNode event, String path, FieldRule rule, Row row) {
        String text = text(path, rule, row);
        if (text == null) {
            return;
        }
        ObjectNode parent = event;
        String[] names = path.split("\\.", -1);
        for (int i = 0; i < names.length - 1; i++) {
            parent = parent.withObject("/" + names[i].replace(EventShape.FIRST, "/0"));
        }
        String name = names[names.length - 1];
        Kind kind = EventShape.kind(kinds, path);
        switch (kind == null ? Kind.TEXT : kind) {
            case NUMBER -> putNumber(parent, name, text);
            case FLAG -> putFlag(parent, name, text);
            case INSTANT, DATE -> parent.put(name, rule.time() == null ? text : timeText(rule.time(), path, text, row));
            case TEXT -> parent.put(name, text);
        }
    }

    /** The value as text, after all tables; null when there is none. */
    private @Nullable String text(String path, FieldRule rule, Row row) {
        boolean driver = EventShape.isDriver(path);
        String text = rule.source().fill(row, cell -> driver ? label(cell, rule.levels()) : cell);
        if (text == null || rule.absent().contains(text)) {
            return rule.fallback();
        }
        String mapped = rule.values().get(text);
        if (mapped == null && !rule.values().isEmpty()) {
            mapped = rule.otherwise();
        }
        if (mapped != null) {
            return mapped;
        }
        return rule.scale() == null ? text : scaled(rule.scale(), text, path);
    }

    /** A slash in a foreign label is no level, unless the mapping names what separates levels. */
    private static String label(String cell, @Nullable String levels) {
        if (levels == null) {
            return cell.replace("/", "%2F");
        }
        return levels.equals("/") ? cell : cell.replace("/", "%2F").replace(levels, "/");
    }

    private String scaled(Map<String, String> scale, String text, String path) {
        String step = scale.get(text);
        if (step == null && NUMBER.matcher(text).matches()) {
            refuse(RejectReason.SCORE_RANGE, path);
        }
        return step == null ? text : step;
    }

    /** The first reason stands. */
    private void refuse(@Nullable RejectReason reason, String path) {
        if (refuse == null && reason != null) {
            refuse = new Refusal(reason, path);
        }
    }

    private static void putNumber(ObjectNode parent, String name, String text) {
        if (NUMBER.matcher(text).matches()) {
            parent.put(name, new BigDecimal(text));
        } else {
            parent.put(name, text);
        }
    }

    private static void putFlag(ObjectNode parent, String name, String text) {
        switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> parent.put(name, true);
            case "false" -> parent.put(name, false);
            default -> parent.put(name, text);
        }
    }

    private String timeText(TimeRule rule, String path, String text, Row row) {
        TimeReading reading = rule.read(text, row);
        Instant instant = reading.instant();
        if (instant == null) {
            refuse(reading.problem(), path);
            return text;
        }
        return kinds.get(path) == Kind.DATE
                ? instant.atZone(rule.zone()).toLocalDate().toString()
                : instant.toString();
    }

    private TimeReading time(FieldRule rule, Row row) {
        String text = text("recordedAt", rule, row);
        if (text == null) {
            return TimeReading.ABSENT;
        }
        return rule.time() == null ? OwnTime.read(text) : rule.time().read(text, row);
    }
}
