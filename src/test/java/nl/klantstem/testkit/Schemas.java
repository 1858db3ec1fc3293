package nl.klantstem.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import nl.klantstem.topic.Json;

/** The JSON Schemas that ship in the jar, and the golden examples, by the short name of their topic. */
public final class Schemas {

    private static final SchemaValidatorsConfig CONFIG = SchemaValidatorsConfig.builder()
            .formatAssertionsEnabled(true)
            .losslessNarrowing(true)
            .build();
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private Schemas() {}

    /** The schema of a topic's values. */
    public static JsonNode ofValue(String shortName) {
        return read("/schemas/" + shortName + ".v1.schema.json");
    }

    /** The schema of a topic's keys. */
    public static JsonNode ofKey(String shortName) {
        return read("/schemas/" + shortName + ".v1.key.schema.json");
    }

    public static JsonNode golden(String name) {
        return read("/golden/" + name + ".json");
    }

    /** What is wrong with a document, in words. */
    public static List<String> problems(JsonNode schema, JsonNode document) {
        return compiled(schema).validate(document).stream()
                .map(Object::toString)
                .sorted()
                .toList();
    }

    public static JsonSchema compiled(JsonNode schema) {
        return FACTORY.getSchema(schema, CONFIG);
    }

    private static JsonNode read(String resource) {
        try (var in = Schemas.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException(resource + " does not exist");
            }
            return Json.MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
