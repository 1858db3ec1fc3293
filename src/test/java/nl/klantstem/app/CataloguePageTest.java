package nl.klantstem.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import nl.klantstem.contract.catalogue.CubeMeasure;
import nl.klantstem.testkit.Golden;
import nl.klantstem.testkit.Schemas;
import org.junit.jupiter.api.Test;

/** docs/catalogue.md is what the catalogue's schema and the table of measures say. */
class CataloguePageTest {

    private static final String TEXT = """
            # The catalogue

            Made from its [schema](../src/main/resources/schemas/catalogue.v1.schema.json) and the table of measures in the code; a
            test keeps it so (`-Dgolden.update=true` rewrites it).

            Reference data for counting, one YAML file, checked as a whole before anything runs: every mistake is told at once, with
            its line. The [starter catalogue](../src/main/resources/catalogue/starter.yaml) counts when none is given; copy it, change
            it, and give the copy with `--catalogue`.

            - **Versions.** Each document of the file (after a line with `---`) is a version. A fact counts under the version in force
              when it became known. What decides where and how a fact counts is sealed once it has counted: a pipeline whose version
              says something else then refuses to start. Names, owners and targets (`targetNps`, `targetRatio`) may be edited; for
              anything else add a version. Zone and windows are the same in all.
            - **Closed lists.** A label that is not on its list counts under `other`, a missing one under `unknown`; a contact that
              names no service partner under `IN_HOUSE`. Departments are those that drivers name, and those listed.
            - **Open dimensions** have their labels settled before anything counts: `replay` first takes the most frequent ones of
              its files, ties by name, as many as the cap says. What is listed is in besides and costs no place. A `pipeline`, which
              cannot know what will come, counts what is listed.

            ## What is counted by what

            `cubes` names dimension sets by measure. [measures.md](measures.md) defines what is counted.

            | measure | insight | always in | a set may name |
            | --- | --- | --- | --- |
            %s

            A set that has the driver counts at each of its levels, and has `level` in its scope. **Bold** ones are in every set.

            ## Fields

            | field | value | what it is |
            | --- | --- | --- |
            %s
            """;

    @Test
    void the_page_is_up_to_date() {
        var fields = new ArrayList<String>();
        addFields(fields, Schemas.ofValue("catalogue"), "");
        Golden.check("docs/catalogue.md", TEXT.formatted(measures(), String.join("\n", fields)));
    }

    private static String measures() {
        return CubeMeasure.ALL.stream()
                .map(measure -> "| `" + measure.name() + "`" + (measure.required() ? " (required)" : "") + " | "
                        + measure.insight() + " | " + String.join(", ", measure.alwaysIn()) + " | "
                        + measure.dimensions().stream()
                                .map(dimension -> dimension.equals(measure.key()) ? "**" + dimension + "**" : dimension)
                                .collect(Collectors.joining(", "))
                        + " |")
                .collect(Collectors.joining("\n"));
    }

    private static void addFields(List<String> rows, JsonNode schema, String path) {
        var required = texts(schema.path("required"));
        schema.path("properties").properties().forEach(field -> {
            var name = path + field.getKey();
            var property = field.getValue();
            rows.add("| `" + name + "` | " + value(property) + (required.contains(field.getKey()) ? ", required" : "")
                    + (property.has("default") ? ", " + property.path("default").asText() + " when left out" : "")
                    + " | " + property.path("description").asText() + " |");
            if (!name.equals("cubes")) {
                addFields(rows, property, name + ".");
                addFields(rows, property.path("items"), name + "[].");
            }
        });
    }

    private static String value(JsonNode property) {
        if (property.has("enum")) {
            return String.join(" ", texts(property.path("enum")));
        }
        var type = property.path("type").asText();
        return switch (type) {
            case "object" -> "fields";
            case "array" -> "list";
            case "string" -> text(property);
            default -> bounds(property) + (type.equals("integer") ? ", whole" : "");
        };
    }

    private static String text(JsonNode property) {
        var pattern = property.path("pattern").asText();
        return property.has("format") ? "instant" : pattern.contains("P") ? "duration" : "text";
    }

    private static String bounds(JsonNode number) {
        var most = number.path("maximum");
        return number.path("minimum").asText()
                + (most.asLong() == Integer.MAX_VALUE ? " or more" : " to " + most.asText());
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
