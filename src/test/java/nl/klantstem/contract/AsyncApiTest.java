package nl.klantstem.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.klantstem.testkit.Golden;
import nl.klantstem.testkit.Schemas;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Topic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** docs/asyncapi.json says what is published, in a form that AsyncAPI's tools take. */
class AsyncApiTest {

    private static final Path PAGE = Path.of("docs/asyncapi.json");
    private static final String SPECS = "KLANTSTEM_ASYNCAPI_SPECS";

    /** What an AsyncAPI 3 schema takes as draft-07 does: a newer keyword would be ignored by its tools. */
    private static final Set<String> KEYWORDS = Set.of(
            "$id",
            "$schema",
            "additionalProperties",
            "const",
            "contains",
            "default",
            "description",
            "else",
            "enum",
            "exclusiveMinimum",
            "format",
            "if",
            "items",
            "maxItems",
            "maxLength",
            "maximum",
            "minItems",
            "minLength",
            "minimum",
            "not",
            "pattern",
            "properties",
            "propertyNames",
            "required",
            "then",
            "title",
            "type",
            "uniqueItems");

    @Test
    void the_document_is_up_to_date() throws IOException {
        Golden.check(
                PAGE.toString(),
                Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(AsyncApi.document()) + "\n");
    }

    @Test
    void every_published_topic_is_in_it_and_every_reference_leads_somewhere() {
        var document = AsyncApi.document();
        assertThat(document.get("channels").properties())
                .hasSize(AsyncApi.published().size());
        for (Topic topic : AsyncApi.published()) {
            assertThat(document.at("/channels/" + topic.shortName() + "/address")
                            .asText())
                    .isEqualTo("{prefix}" + topic.shortName() + ".v1");
        }
        assertThat(document.findValuesAsText("$ref"))
                .hasSize(AsyncApi.published().size() * 4)
                .allSatisfy(ref -> {
                    if (ref.startsWith("#")) {
                        assertThat(document.at(ref.substring(1)).isMissingNode())
                                .as(ref)
                                .isFalse();
                    } else {
                        assertThat(PAGE.resolveSibling(ref)).exists();
                    }
                });
    }

    @Test
    void its_schemas_say_nothing_that_tools_of_draft_07_would_not_hear() {
        var used = new TreeSet<String>();
        for (Topic topic : AsyncApi.published()) {
            addKeywords(Schemas.ofValue(topic.shortName()), used);
            addKeywords(Schemas.ofKey(topic.shortName()), used);
        }

        assertThat(KEYWORDS).containsAll(used);
    }

    /** With the JSON Schema of AsyncAPI: the npm package @asyncapi/specs, its file schemas/3.0.0.json. */
    @Test
    void it_is_valid_by_asyncapis_own_schema() throws IOException {
        @Nullable String specs = System.getenv(SPECS);
        assumeTrue(
                specs != null && Files.exists(Path.of(specs)),
                SPECS + " does not name schemas/3.0.0.json of npm's @asyncapi/specs: not checked with it");
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                .getSchema(Json.MAPPER.readTree(Path.of(String.valueOf(specs)).toFile()));
        ObjectNode broken = whole(AsyncApi.document());
        ((ObjectNode) broken.at("/operations/publish-journey-nps")).put("action", "shout");

        assertThat(schema.validate(whole(AsyncApi.document()))).isEmpty();
        assertThat(schema.validate(broken)).isNotEmpty();
    }

    /** The schemas in place of the references to their files, as tools read it before they judge. */
    private static ObjectNode whole(ObjectNode document) {
        for (Topic topic : AsyncApi.published()) {
            var message = (ObjectNode) document.at("/components/messages/" + topic.shortName());
            message.set("payload", Schemas.ofValue(topic.shortName()));
            ((ObjectNode) message.at("/bindings/kafka")).set("key", Schemas.ofKey(topic.shortName()));
        }
        return document;
    }

    private static void addKeywords(JsonNode schema, Set<String> used) {
        schema.properties().forEach(keyword -> {
            used.add(keyword.getKey());
            JsonNode value = keyword.getValue();
            if (keyword.getKey().equals("properties")) {
                value.forEach(property -> addKeywords(property, used));
            } else if (value.isObject() && !List.of("const", "default").contains(keyword.getKey())) {
                addKeywords(value, used);
            }
        });
    }
}
