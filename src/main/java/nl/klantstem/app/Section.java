package nl.klantstem.app;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one mapping in a YAML file, read by name and type. A mistake is noted and a stand-in returned, so that
 * the whole file is checked in one go; what was built from stand-ins is thrown away with the problems.
 */
final class Section {

    private final Yaml.Fields fields;
    private final String path;
    private final Problems problems;
    private final Set<String> asked = new TreeSet<>();

    private Section(Yaml.Fields fields, String path, Problems problems) {
        this.fields = fields;
        this.path = path;
        this.problems = problems;
    }

    /** A section of a value that must be a mapping. */
    static Section of(Yaml value, String path, Problems problems) {
        if (value instanceof Yaml.Fields fields) {
            return new Section(fields, path, problems);
        }
        problems.add(value.line(), path, "expected names with values here");
        return new Section(new Yaml.Fields(Map.of(), value.line()), path, problems);
    }

    int line() {
        return fields.line();
    }

    /** The line of a field, or of the section when the field is absent. */
    int line(String name) {
        var value = fields.values().get(name);
        return value == null ? line() : value.line();
    }

    boolean has(String name) {
        return fields.values().containsKey(name);
    }

    String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    void problem(String name, String message) {
        problems.add(line(name), path(name), message);
    }

    /** A required text. */
    String text(String name) {
        var text = optionalText(name);
        if (text == null && !(has(name) && !(fields.values().get(name) instanceof Yaml.Text))) {
            problem(name, "is missing: give it a value");
        }
        return text == null ? "" : text;
    }

    /** A text that may be absent. */
    @Nullable
    String optionalText(String name) {
        asked.add(name);
        var value = fields.values().get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Yaml.Text text) {
            return text.value() == null || text.value().isBlank() ? null : text.value();
        }
        problem(name, "expected one value, not a list or a mapping");
        return null;
    }

    /** A required value that is parsed from text: an instant, a duration, a zone. */
    <T> T parsed(String name, Function<String, T> parse, T standIn, String expected) {
        var text = text(name);
        return text.isEmpty() ? standIn : parse(name, text, parse, standIn, expected);
    }

    /** A value that is parsed from text, or the fallback when it is absent. */
    <T> T parsedOr(String name, Function<String, T> parse, T fallback, String expected) {
        var text = optionalText(name);
        return text == null ? fallback : parse(name, text, parse, fallback, expected);
    }

    private <T> T parse(String name, String text, Function<String, T> parse, T standIn, String expected) {
        try {
            return parse.apply(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            problem(name, "'" + text + "' is not " + expected);
            return standIn;
        }
    }

    /** A whole number of at least {@code least}, or the fallback when it is absent. */
    int atLeast(int least, String name, int fallback) {
        int number = parsedOr(name, Integer::valueOf, fallback, "a whole number");
        if (number < least) {
            problem(name, number + " is too small: give " + least + " or more");
        }
        return number;
    }

    /** A whole number within bounds, or the fallback when it is absent. */
    int between(int least, int most, String name, int fallback) {
        int number = parsedOr(name, Integer::valueOf, fallback, "a whole number");
        if (number < least || number > most) {
            problem(name, number + " is out of bounds: give " + least + " to " + most);
        }
        return number;
    }

    /** A number within bounds, or the fallback when it is absent. */
    double between(double least, double most, String name, double fallback) {
        double number = parsedOr(name, text -> new BigDecimal(text).doubleValue(), fallback, "a number");
        if (number < least || number > most) {
            problem(name, number + " is out of bounds: give " + least + " to " + most);
        }
        return number;
    }

    /** A required word of an enum. */
    <E extends Enum<E>> E choice(String name, Class<E> type) {
        E first = type.getEnumConstants()[0];
        var text = text(name);
        return text.isEmpty() ? first : word(name, text, type, first);
    }

    /** A word of an enum that may be absent. */
    <E extends Enum<E>> @Nullable E optionalChoice(String name, Class<E> type) {
        var text = optionalText(name);
        return text == null ? null : word(name, text, type, type.getEnumConstants()[0]);
    }

    /** The words of an enum in a list; empty when absent. */
    <E extends Enum<E>> List<E> choices(String name, Class<E> type) {
        E first = type.getEnumConstants()[0];
        return items(name, (item, at) -> {
            if (item instanceof Yaml.Text text && text.value() != null) {
                return word(name, text.value(), type, first);
            }
            problems.add(item.line(), at, "expected one value, not a list or a mapping");
            return first;
        });
    }

    private <E extends Enum<E>> E word(String name, String text, Class<E> type, E standIn) {
        var known = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        if (known.contains(text)) {
            return Enum.valueOf(type, text);
        }
        problem(name, "'" + text + "' is not known" + DidYouMean.hint(text.toUpperCase(Locale.ROOT), known));
        return standIn;
    }

    /** The sections of a list of mappings; empty when absent. */
    <T> List<T> each(String name, Function<Section, T> read) {
        return items(name, (item, at) -> {
            var section = Section.of(item, at, problems);
            var value = read.apply(section);
            section.noOthers();
            return value;
        });
    }

    /** The items of a list with their paths; empty when absent. */
    <T> List<T> items(String name, BiFunction<Yaml, String, T> read) {
        asked.add(name);
        var value = fields.values().get(name);
        if (value == null || (value instanceof Yaml.Text text && text.value() == null)) {
            return List.of();
        }
        if (!(value instanceof Yaml.Items items)) {
            problem(name, "expected a list here");
            return List.of();
        }
        var values = new ArrayList<T>();
        for (int i = 0; i < items.values().size(); i++) {
            values.add(read.apply(items.values().get(i), path(name) + "[" + i + "]"));
        }
        return values;
    }

    /** One text or a list of texts; empty when absent. */
    List<String> oneOrMore(String name) {
        asked.add(name);
        var value = fields.values().get(name);
        if (!(value instanceof Yaml.Items)) {
            var text = optionalText(name);
            return text == null ? List.of() : List.of(text);
        }
        return items(name, (item, at) -> {
            if (item instanceof Yaml.Text text && text.value() != null) {
                return text.value();
            }
            problems.add(item.line(), at, "expected one value, not a list or a mapping");
            return "";
        });
    }

    /** A nested mapping; empty when absent. */
    Section section(String name) {
        asked.add(name);
        var value = fields.values().get(name);
        return value == null
                ? new Section(new Yaml.Fields(Map.of(), line()), path(name), problems)
                : Section.of(value, path(name), problems);
    }

    /** All fields of a mapping whose names are free. */
    Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        fields.values().keySet().forEach(name -> texts.put(name, text(name)));
        return texts;
    }

    Set<String> names() {
        return fields.values().keySet();
    }

    /** Notes every field that was never asked for. */
    void noOthers() {
        fields.values().keySet().stream()
                .filter(name -> !asked.contains(name))
                .forEach(name ->
                        problems.add(line(name), path, "unknown key '" + name + "'" + DidYouMean.hint(name, asked)));
    }
}
