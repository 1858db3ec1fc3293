package nl.klantstem.app.tail;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.klantstem.app.DidYouMean;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Topic;

/** What can be asked of a topic's records: the labels of its scope and its plain fields, as its schema names them. */
final class TopicForm {

    private static final String SCOPE = "scope";
    private static final String PROPERTIES = "properties";
    private static final String ENUM = "enum";

    private final Map<String, JsonNode> labels = new TreeMap<>();

    private TopicForm(JsonNode schema) {
        schema.path(PROPERTIES).properties().forEach(field -> {
            String type = field.getValue().path("type").asText();
            if (!type.equals("object") && !type.equals("array")) {
                labels.put(field.getKey(), field.getValue());
            }
        });
        schema.at("/properties/scope/properties").properties().forEach(e -> labels.put(e.getKey(), e.getValue()));
    }

    static TopicForm of(Topic topic) {
        String resource = "/schemas/" + topic.shortName() + ".v1.schema.json";
        try (var in = TopicForm.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not in the jar");
            }
            return new TopicForm(Json.MAPPER.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Throws UserMistake for a name that no record has, or a value that it never has. */
    void refuseUnknown(Map<String, String> wanted) {
        wanted.forEach((name, value) -> {
            var label = labels.get(name);
            if (label == null) {
                throw new UserMistake("unknown scope key '" + name + "'" + DidYouMean.hint(name, labels.keySet()));
            }
            var values = new ArrayList<String>();
            label.path(ENUM).forEach(each -> values.add(each.asText()));
            if (!values.isEmpty() && !values.contains(value)) {
                throw new UserMistake(
                        "--scope " + name + "=" + value + ": no such value" + DidYouMean.hint(value, values));
            }
        });
    }

    /** The label or field of a record, empty when it has none. */
    static String label(JsonNode record, String name) {
        var label = record.path(SCOPE).path(name);
        return (label.isMissingNode() ? record.path(name) : label).asText();
    }

    /** The labels of a record's scope, in order: {@code audience=CUSTOMER channel=CHAT}. */
    static String scope(JsonNode record) {
        var parts = new ArrayList<String>();
        record.path(SCOPE)
                .properties()
                .forEach(label ->
                        parts.add(label.getKey() + "=" + label.getValue().asText()));
        return String.join(" ", parts);
    }

    /** How many labels a scope has that tell parts apart: whose survey and which audience never do. */
    static List<String> dimensions(JsonNode record) {
        var names = new ArrayList<String>();
        record.path(SCOPE).fieldNames().forEachRemaining(names::add);
        names.removeAll(List.of("programme", "audience", "level"));
        return names;
    }
}
