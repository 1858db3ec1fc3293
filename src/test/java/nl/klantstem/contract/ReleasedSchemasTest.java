package nl.klantstem.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.klantstem.testkit.Schemas;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Topic;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What was released is kept: no field of a published topic goes, changes its type or becomes required. The released schemas
 * are files of their own, that -Dgolden.update=true leaves alone. -Drelease.update=true takes over what was added, and
 * nothing that breaks: for that there is a v2.
 */
class ReleasedSchemasTest {

    private static final Path RELEASED = Path.of("src/test/resources/released");
    private static final Path SCHEMAS = Path.of("src/main/resources/schemas");

    @TestFactory
    List<DynamicTest> what_was_released_still_holds() throws IOException {
        var tests = new ArrayList<DynamicTest>();
        for (String file : released()) {
            tests.add(DynamicTest.dynamicTest(file, () -> {
                assertThat(SCHEMAS.resolve(file)).as("released and gone").exists();
                assertThat(Compatibility.breaks(read(RELEASED.resolve(file)), read(SCHEMAS.resolve(file))))
                        .as(file + " breaks who reads it; add a field beside it, or publish a v2 beside v1")
                        .isEmpty();
                take(file);
            }));
        }
        return tests;
    }

    @Test
    void all_that_is_published_was_released_or_is_said_not_to_be() throws IOException {
        var files = Arrays.stream(Topic.values())
                .filter(Topic::isPublished)
                .flatMap(topic ->
                        Stream.of(".v1.schema.json", ".v1.key.schema.json").map(topic.shortName()::concat))
                .toList();
        for (String file : files) {
            if (!Files.exists(RELEASED.resolve(file))) {
                System.out.println(file + " was not released yet: it is not kept from changing until"
                        + " -Drelease.update=true puts it into " + RELEASED);
                take(file);
            }
        }

        assertThat(files).containsAll(released());
        assertThat(released()).hasSizeGreaterThan(40);
    }

    @Test
    void a_field_that_goes_is_caught() {
        assertThat(breaks(schema -> properties(schema).remove("nps"))).containsExactly("nps: is gone");
        assertThat(breaks(schema -> ((ObjectNode) schema.at("/properties/interval/properties")).remove("low")))
                .containsExactly("interval.low: is gone");
    }

    @Test
    void a_field_that_changes_its_type_is_caught_in_lists_too() {
        assertThat(breaks(schema -> ((ObjectNode) schema.at("/properties/n")).put("type", "string")))
                .containsExactly("n: type was \"integer\" and is \"string\"");
        assertThat(breaks(schema -> ((ObjectNode) schema.at("/properties/scores/items")).put("type", "number")))
                .containsExactly("scores[items]: type was \"integer\" and is \"number\"");
        assertThat(breaks(schema -> ((ObjectNode) schema.at("/properties/asOf")).remove("format")))
                .containsExactly("asOf: format was \"date-time\" and is not given");
        assertThat(breaks(schema -> ((ObjectNode) schema.at("/properties/schemaVersion")).put("const", 2)))
                .containsExactly("schemaVersion: const was 1 and is 2");
    }

    @Test
    void a_field_that_becomes_required_or_may_be_absent_is_caught() {
        assertThat(breaks(schema -> ((ArrayNode) schema.get("required")).add("nps")))
                .containsExactly("nps becomes required");
        assertThat(breaks(schema -> {
                    properties(schema).putObject("mood").put("type", "string");
                    ((ArrayNode) schema.get("required")).add("mood");
                }))
                .containsExactly("mood becomes required");
        assertThat(breaks(schema -> ((ArrayNode) schema.get("required")).remove(0)))
                .containsExactly("scope is no longer always there");
    }

    @Test
    void a_value_that_goes_is_caught_and_one_that_is_added_is_not() {
        assertThat(breaks(schema -> ((ArrayNode) schema.at("/properties/reliability/enum")).remove(0)))
                .containsExactly("reliability: values [OK] are gone");
        assertThat(breaks(schema -> ((ArrayNode) schema.at("/properties/reliability/enum")).add("ESTIMATED")))
                .isEmpty();
        assertThat(breaks(schema -> ((ObjectNode) schema.at("/properties/reliability")).remove("enum")))
                .containsExactly("reliability: was a closed list and is not");
    }

    @Test
    void a_field_that_is_added_and_a_better_description_are_welcome() {
        assertThat(breaks(schema -> {
                    properties(schema).putObject("mood").put("type", "string");
                    schema.put("description", "better");
                }))
                .isEmpty();
    }

    /** Of the form of journey-nps after a change. */
    private static List<String> breaks(Consumer<ObjectNode> change) {
        ObjectNode changed = Schemas.ofValue("journey-nps").deepCopy();
        change.accept(changed);
        return Compatibility.breaks(Schemas.ofValue("journey-nps"), changed);
    }

    private static ObjectNode properties(JsonNode schema) {
        return (ObjectNode) schema.get("properties");
    }

    /** Takes a schema into what is released, after it was seen to break nothing. */
    private static void take(String file) throws IOException {
        if (Boolean.getBoolean("release.update")) {
            Files.copy(SCHEMAS.resolve(file), RELEASED.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static List<String> released() throws IOException {
        try (var files = Files.list(RELEASED)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static JsonNode read(Path file) throws IOException {
        return Json.MAPPER.readTree(file.toFile());
    }
}
