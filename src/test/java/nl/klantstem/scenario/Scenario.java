package nl.klantstem.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPInputStream;
import nl.klantstem.topic.Topic;
import org.jspecify.annotations.Nullable;

/**
 * A folder that tells a story: {@code story.md}, whose front matter says {@code until} when, and for a long one {@code every}
 * how often finals are published; {@code given/} with a file of input lines per topic, of many lines as gzip; {@code then/} with a file per topic of what must be published: an empty one when nothing may be.
 */
record Scenario(
        Path folder, String title, Instant until, @Nullable Duration every, List<Given> given, List<Then> then) {

    static final Path ALL = Path.of("src/test/resources/scenarios");

    static final String ZIPPED = ".jsonl.gz";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** An input line as it was recorded. */
    record Given(Topic topic, @Nullable String key, String value, Instant recordedAt) {}

    /**
     * An expected record: the fields that its key and its value must have.
     *
     * @param to when given, the final (or without a window, the record) that stands at this moment; else the last one
     */
    record Then(
            Topic topic,
            String place,
            JsonNode key,
            @Nullable Instant to,
            JsonNode value) {

        /** Whether nothing at all must be published to the topic. */
        boolean isNothing() {
            return value.isMissingNode();
        }

        /** Whether a record with this key is meant. */
        boolean fits(JsonNode published) {
            return isNothing()
                    || published.isObject()
                            && key.properties().stream()
                                    .allMatch(field -> field.getValue().equals(published.path(field.getKey())));
        }
    }

    /** Whether anything is expected of a key. */
    boolean expects(Topic topic, JsonNode key) {
        return then.stream().anyMatch(each -> each.topic() == topic && each.fits(key));
    }

    static List<Scenario> all() {
        return children(ALL).stream()
                .filter(Files::isDirectory)
                .map(Scenario::read)
                .toList();
    }

    static Scenario read(Path folder) {
        String story = text(folder.resolve("story.md"));
        String[] parts = story.split("(?m)^---$", 3);
        if (parts.length != 3 || !parts[0].isBlank()) {
            throw new AssertionError(folder + "/story.md: begin it with a line ---, 'until: <instant>' and a line ---");
        }
        for (Path child : children(folder)) {
            if (!List.of("story.md", "given", "then")
                    .contains(child.getFileName().toString())) {
                throw new AssertionError(child + ": a scenario has story.md, given and then, nothing else");
            }
        }
        var given = new ArrayList<Given>();
        for (Path file : children(folder.resolve("given"))) {
            Topic topic = topic(file, true);
            lines(file).forEach(line -> given.add(given(topic, line.json())));
        }
        given.sort(Comparator.comparing(Given::recordedAt)
                .thenComparing(line -> line.topic().rank()));
        var then = new ArrayList<Then>();
        for (Path file : children(folder.resolve("then"))) {
            Topic topic = topic(file, false);
            List<Line> lines = lines(file);
            if (lines.isEmpty()) {
                then.add(new Then(topic, file.toString(), MissingNode.getInstance(), null, MissingNode.getInstance()));
            }
            lines.forEach(line -> then.add(then(topic, line)));
        }
        if (given.isEmpty() || then.isEmpty()) {
            throw new AssertionError(folder + ": something must be given, and something expected");
        }
        String title = parts[2].strip().lines().findFirst().orElse("").replaceFirst("^#+ *", "");
        return new Scenario(
                folder, title, until(folder, parts[1]), every(folder, parts[1]), List.copyOf(given), List.copyOf(then));
    }

    private static Instant until(Path folder, String frontMatter) {
        try {
            return Instant.parse(
                    new YAMLMapper().readTree(frontMatter).path("until").asText());
        } catch (IOException | DateTimeParseException e) {
            throw new AssertionError(folder + "/story.md: its front matter must say 'until: <instant>'", e);
        }
    }

    private static @Nullable Duration every(Path folder, String frontMatter) {
        try {
            JsonNode every = new YAMLMapper().readTree(frontMatter).path("every");
            return every.isMissingNode() ? null : Duration.parse(every.asText());
        } catch (IOException | DateTimeParseException e) {
            throw new AssertionError(folder + "/story.md: 'every' must be a duration such as P1D", e);
        }
    }

    private static Given given(Topic topic, JsonNode line) {
        var event = (ObjectNode) line.deepCopy();
        JsonNode recordedAt = event.remove("recordedAt");
        String at = recordedAt == null ? event.path("occurredAt").asText() : recordedAt.asText();
        String key = topic == Topic.PLAN
                ? event.path("audience").asText() + "/" + event.path("hour").asText()
                : null;
        for (String field : List.of("customerKey", "contactId", "responseId", "measureId")) {
            key = key == null && event.hasNonNull(field) ? event.path(field).asText() : key;
        }
        return new Given(topic, key, event.toString(), OffsetDateTime.parse(at).toInstant());
    }

    private static Then then(Topic topic, Line line) {
        JsonNode json = line.json();
        json.fieldNames().forEachRemaining(field -> {
            if (!List.of("key", "to", "value").contains(field)) {
                throw new AssertionError(line.place() + ": '" + field + "' is none of key, to and value");
            }
        });
        return new Then(
                topic,
                line.place(),
                json.path("key"),
                json.has("to") ? Instant.parse(json.path("to").asText()) : null,
                json.path("value"));
    }

    private static Topic topic(Path file, boolean input) {
        String name = file.getFileName().toString();
        return Arrays.stream(Topic.values())
                .filter(topic -> (topic.role() == Topic.Role.INPUT || topic.isReference()) == input)
                .filter(topic ->
                        name.equals(topic.shortName() + ".jsonl") || (input && name.equals(topic.shortName() + ZIPPED)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        file + ": no topic " + (input ? "is read" : "is published") + " by that name"));
    }

    private record Line(String place, JsonNode json) {}

    private static List<Line> lines(Path file) {
        var lines = new ArrayList<Line>();
        int number = 0;
        for (String text : text(file).split("\n")) {
            number++;
            if (!text.isBlank()) {
                String place = file + ":" + number;
                try {
                    lines.add(new Line(place, JSON.readTree(text)));
                } catch (IOException e) {
                    throw new AssertionError(place + ": not JSON: " + e.getMessage(), e);
                }
            }
        }
        return lines;
    }

    private static List<Path> children(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        if (file.toString().endsWith(ZIPPED)) {
            return unzipped(file);
        }
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unzipped(Path file) {
        try (var in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
