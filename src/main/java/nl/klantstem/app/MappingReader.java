package nl.klantstem.app;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.klantstem.replay.Inputs;
import nl.klantstem.replay.mapping.EventShape;
import nl.klantstem.replay.mapping.EventShape.Kind;
import nl.klantstem.replay.mapping.FieldRule;
import nl.klantstem.replay.mapping.Mapping;
import nl.klantstem.replay.mapping.Mapping.Skip;
import nl.klantstem.topic.Topic;

/** A mapping, read from its document; what is wrong is noted with the document's problems. */
final class MappingReader {

    private static final Map<String, Mapping.Format> FORMATS =
            Map.of("csv", Mapping.Format.CSV, "jsonl", Mapping.Format.JSONL);
    private static final List<String> STREAMS =
            Inputs.inputTopics().stream().map(Topic::shortName).toList();

    private final String file;
    private final Section root;

    MappingReader(String file, Section root) {
        this.file = file;
        this.root = root;
    }

    Mapping read() {
        var stream = stream();
        var format = format();
        var charset =
                root.parsedOr("charset", Charset::forName, StandardCharsets.UTF_8, "a charset such as windows-1252");
        char delimiter = character("delimiter", ',');
        char quote = character("quote", '"');
        var header = root.oneOrMore("header");
        var zone = root.parsedOr("zone", ZoneId::of, ZoneOffset.UTC, "a time zone such as Europe/Amsterdam");
        var rules = new FieldRuleReader(zone, scales());
        var skips = root.each("skip", this::skip);
        var kinds = EventShape.of(stream);
        var fields = fields(stream, kinds, rules);
        var recordedAt =
                root.has("recordedAt") ? rules.read(root.section("recordedAt"), "recordedAt", Kind.INSTANT) : null;
        root.noOthers();
        return new Mapping(
                file,
                stream,
                format,
                charset,
                delimiter,
                quote,
                header.isEmpty() ? null : header,
                skips,
                recordedAt,
                fields);
    }

    private Topic stream() {
        var name = root.text("stream");
        if (!name.isEmpty() && !STREAMS.contains(name)) {
            root.problem(
                    "stream", "'" + name + "' is no topic that a mapping can fill" + DidYouMean.hint(name, STREAMS));
        }
        return Arrays.stream(Topic.values())
                .filter(topic ->
                        STREAMS.contains(topic.shortName()) && topic.shortName().equals(name))
                .findFirst()
                .orElse(Topic.SURVEY_RESPONSES);
    }

    private Mapping.Format format() {
        var name = root.text("format");
        var format = FORMATS.get(name);
        if (format == null && !name.isEmpty()) {
            root.problem("format", "'" + name + "' is not known; known are csv, jsonl");
        }
        if (format == Mapping.Format.JSONL) {
            for (var csvOnly : List.of("delimiter", "quote", "header")) {
                if (root.has(csvOnly)) {
                    root.problem(csvOnly, "is for csv only: leave it out");
                }
            }
        }
        return format == null ? Mapping.Format.CSV : format;
    }

    private char character(String name, char fallback) {
        var text = root.optionalText(name);
        if (text == null) {
            return fallback;
        }
        var meant = text.equals("tab") ? "\t" : text;
        if (meant.length() != 1) {
            root.problem(name, "'" + text + "' is not one character (or the word tab)");
            return fallback;
        }
        return meant.charAt(0);
    }

    private Map<String, Map<String, String>> scales() {
        var section = root.section("scales");
        var scales = new LinkedHashMap<String, Map<String, String>>();
        for (var name : section.names()) {
            scales.put(name, section.section(name).texts());
        }
        return scales;
    }

    private Skip skip(Section section) {
        var column = section.text("column");
        var given = new ArrayList<Skip>();
        if (section.parsedOr("blank", FieldRuleReader::flag, false, "true or false")) {
            given.add(new Skip(column, Skip.Match.BLANK, Set.of()));
        }
        if (section.has("equals")) {
            given.add(new Skip(column, Skip.Match.EQUALS, Set.copyOf(section.oneOrMore("equals"))));
        }
        if (section.has("notEquals")) {
            given.add(new Skip(column, Skip.Match.NOT_EQUALS, Set.copyOf(section.oneOrMore("notEquals"))));
        }
        if (given.size() != 1) {
            section.problem("column", "say when to skip by exactly one of blank: true, equals, notEquals");
        }
        return given.isEmpty() ? new Skip(column, Skip.Match.BLANK, Set.of()) : given.get(0);
    }

    private Map<String, FieldRule> fields(Topic stream, Map<String, Kind> kinds, FieldRuleReader rules) {
        var section = root.section("fields");
        var fields = new LinkedHashMap<String, FieldRule>();
        if (section.names().isEmpty()) {
            root.problem("fields", "is missing: say where the fields of " + stream.shortName() + " come from");
        }
        for (var path : section.names()) {
            var kind = EventShape.kind(kinds, path);
            if (kind == null) {
                section.problem(
                        path,
                        "is no field of " + stream.shortName() + " that can be mapped"
                                + DidYouMean.hint(path, kinds.keySet()));
            } else {
                fields.put(path, rules.read(section.section(path), path, kind));
            }
        }
        return fields;
    }
}
