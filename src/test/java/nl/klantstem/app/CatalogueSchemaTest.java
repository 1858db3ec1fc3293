package nl.klantstem.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.testkit.Schemas;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The catalogue's schema says what its reader says; what a schema cannot say is at the end. */
class CatalogueSchemaTest {

    private static final ObjectMapper YAML = new YAMLMapper();
    private static final JsonNode SCHEMA = Schemas.ofValue("catalogue");

    @Test
    void the_starter_catalogue_is_valid() throws IOException {
        assertThat(Schemas.problems(SCHEMA, starter())).isEmpty();
    }

    @TestFactory
    List<DynamicTest> the_schema_and_the_reader_judge_alike() {
        var changes = new LinkedHashMap<String, Consumer<ObjectNode>>();
        for (var field : List.of("version", "zone", "attributionDays", "windows", "cubes", "journeys", "drivers")) {
            changes.put(field + " left out", c -> {
                c.remove(field);
                if (field.equals("journeys")) {
                    c.remove("drivers"); // they name journeys
                }
            });
        }
        changes.put("an unknown field", c -> c.put("windws", 1));
        changes.put("an effectiveFrom", c -> c.put("effectiveFrom", "2026-11-01T00:00:00Z"));
        changes.put("an effectiveFrom without offset", c -> c.put("effectiveFrom", "2026-11-01"));
        changes.put("no attribution", c -> c.put("attributionDays", 0));
        changes.put("an open dimension", c -> c.putObject("open").put("driver", 40));
        changes.put("an open dimension that cannot be", c -> c.putObject("open").put("channel", 40));
        changes.put("an open dimension that lets nobody in", c -> c.putObject("open")
                .put("driver", 0));
        changes.put(
                "an unknown dimension",
                c -> cubes(c).withArray("nps").addArray().add("journey"));
        changes.put(
                "a dimension that is always in",
                c -> cubes(c).withArray("nps").addArray().add("audience"));
        changes.put(
                "a dimension set twice",
                c -> cubes(c).withArray("nps").addArray().add("journeyId"));
        changes.put("no dimension sets", c -> cubes(c).putArray("contacts"));
        changes.put("cubes of another measure", c -> cubes(c).putArray("orders").addArray());
        journeys(changes);
        drivers(changes);
        windows(changes);
        var tests = new ArrayList<DynamicTest>();
        changes.forEach((name, change) -> tests.add(dynamicTest(name, () -> {
            var changed = starter();
            change.accept(changed);
            var problems = Schemas.problems(SCHEMA, changed);
            var mistake = mistake(changed);
            assertThat(problems.isEmpty())
                    .as("schema says %s, reader says %s", problems, mistake)
                    .isEqualTo(mistake.isEmpty());
        })));
        return tests;
    }

    @Test
    void what_only_the_reader_can_see() throws IOException {
        var changes = Map.<String, Consumer<ObjectNode>>of(
                "unknown time zone", c -> c.put("zone", "Europe/Amstedam"),
                "a journey that is not there", c -> first(c, "drivers").put("journeyId", "retrun"),
                "the same journey twice", c -> c.withArray("journeys").add(first(c, "journeys")),
                "a slide that does not divide an hour", c -> first(c, "windows").put("slide", "PT7M"));
        for (var change : changes.entrySet()) {
            var changed = starter();
            change.getValue().accept(changed);
            assertThat(Schemas.problems(SCHEMA, changed)).as(change.getKey()).isEmpty();
            assertThat(mistake(changed)).as(change.getKey()).isNotEmpty();
        }
    }

    private static void journeys(Map<String, Consumer<ObjectNode>> changes) {
        for (var field : List.of("id", "name", "phase", "audience", "owner", "steps", "targetNps")) {
            changes.put("journey without " + field, c -> {
                first(c, "journeys").remove(field);
                c.remove("drivers");
            });
        }
        changes.put("journey called other", c -> {
            first(c, "journeys").put("id", "other");
            c.remove("drivers");
        });
        changes.put("journey of an unknown phase", c -> first(c, "journeys").put("phase", "SELL"));
        changes.put("journey for employees", c -> first(c, "journeys").put("audience", "EMPLOYEE"));
        changes.put(
                "journey with a target beyond 100", c -> first(c, "journeys").put("targetNps", 101));
        changes.put("journey with an unknown field", c -> first(c, "journeys").put("ownr", "x"));
        changes.put("journey without an English name", c -> names(c).remove("en"));
        changes.put("journey with a German name", c -> names(c).put("de", "Retoure"));
    }

    private static void drivers(Map<String, Consumer<ObjectNode>> changes) {
        for (var field : List.of("code", "audience", "demandType", "avoidableCause", "owningDepartment", "journeyId")) {
            changes.put("driver without " + field, c -> first(c, "drivers").remove(field));
        }
        changes.put("driver of four levels", c -> first(c, "drivers").put("code", "a/b/c/d"));
        changes.put("driver of three levels", c -> first(c, "drivers").put("code", "a/b/c"));
        changes.put("driver with a space", c -> first(c, "drivers").put("code", "a/b c"));
        changes.put("driver of an unknown cause", c -> first(c, "drivers").put("avoidableCause", "WEATHER"));
        changes.put("driver with an unknown field", c -> first(c, "drivers").put("department", "x"));
    }

    private static void windows(Map<String, Consumer<ObjectNode>> changes) {
        for (var field : List.of("type", "length", "slide")) {
            changes.put("window without " + field, c -> first(c, "windows").remove(field));
        }
        changes.put("window of an unknown type", c -> first(c, "windows").put("type", "HOPPING"));
        changes.put("window of no length", c -> first(c, "windows").put("length", "an hour"));
        changes.put("day with a length", c -> first(c, "windows").put("type", "DAY"));
        changes.put("window with an unknown field", c -> first(c, "windows").put("step", "PT1M"));
    }

    private static ObjectNode first(ObjectNode catalogue, String list) {
        return (ObjectNode) catalogue.withArray(list).get(0);
    }

    private static ObjectNode names(ObjectNode catalogue) {
        return (ObjectNode) first(catalogue, "journeys").get("name");
    }

    private static ObjectNode cubes(ObjectNode catalogue) {
        return (ObjectNode) catalogue.get("cubes");
    }

    private static ObjectNode starter() throws IOException {
        try (var in = CatalogueSchemaTest.class.getResourceAsStream("/catalogue/starter.yaml")) {
            return (ObjectNode) YAML.readTree(in);
        }
    }

    private static String mistake(ObjectNode catalogue) throws IOException {
        try {
            CatalogueFile.parse("changed.yaml", YAML.writeValueAsString(catalogue));
            return "";
        } catch (UserMistake e) {
            return String.valueOf(e.getMessage());
        }
    }
}
