package nl.klantstem.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.klantstem.contract.in.SurveyResponse;
import nl.klantstem.ingest.Parsed.Accepted;
import nl.klantstem.testkit.BadInputs;
import nl.klantstem.testkit.Schemas;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Topic;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The published schemas accept what the parser accepts and refuse what it refuses; where not, it is said here why. */
class SchemaAndParserTest {

    private static final List<Topic> STREAMS = Arrays.stream(Topic.values())
            .filter(topic -> topic.role() == Topic.Role.INPUT || topic.isReference())
            .toList();

    /** Where the parser is milder than the contract, or the schema cannot say it. */
    private static final Map<String, String> DIFFERENCES = Map.ofEntries(
            Map.entry("unknown resolution", "an unknown value of an optional enum is not sent, but forgiven"),
            Map.entry("unknown channel of a later event", "an unknown value of an optional enum is forgiven"),
            Map.entry("a step with an unknown experience", "an unknown value of an optional enum is forgiven"),
            Map.entry("a step with an unknown emotion", "an unknown value of an optional enum is forgiven"),
            Map.entry("B40 the last year that Java knows", "a schema knows years of four digits; refused as FUTURE"),
            Map.entry("B41 before our era", "a schema knows years of four digits; refused as TOO_OLD"),
            Map.entry("B23 event id blank", "a schema's white space is ASCII"),
            Map.entry("a measure with an unknown experience value", "an unknown value of an optional enum is forgiven"),
            Map.entry("a plan for half an hour", "a schema knows no whole hours"),
            Map.entry("a plan for an hour elsewhere that is not whole here", "a schema knows no whole hours"),
            Map.entry("B31 nps a hair under 10", "a schema validator may work with doubles"));

    private final EventParser parser = new EventParser();

    @TestFactory
    List<DynamicTest> sound_documents_of_the_bad_input_catalogue_are_judged_alike() {
        var tests = new ArrayList<DynamicTest>();
        for (var input : BadInputs.all()) {
            SoundJson.document(input.value())
                    .ifPresent(document -> tests.add(dynamicTest(input.name(), () -> {
                        var schema = Schemas.ofValue(input.stream().shortName());
                        var problems = Schemas.problems(schema, document);
                        boolean accepted =
                                ReadRecord.of(input.stream(), input.value()).isAccepted();
                        assertThat(problems.isEmpty() == accepted)
                                .as("parser accepts: %s, schema says: %s", accepted, problems)
                                .isNotEqualTo(DIFFERENCES.containsKey(input.name()));
                    })));
        }
        assertThat(tests).hasSizeGreaterThan(100);
        return tests;
    }

    @TestFactory
    List<DynamicTest> any_field_left_out_or_replaced_is_judged_alike() throws IOException {
        var tests = new ArrayList<DynamicTest>();
        for (var stream : STREAMS) {
            var schema = Schemas.ofValue(stream.shortName());
            var golden = (ObjectNode) Schemas.golden(stream.shortName());
            for (var name : names(golden)) {
                tests.add(dynamicTest(stream.shortName() + " " + name, () -> {
                    var without = golden.deepCopy();
                    without.remove(name);
                    assertAlike(stream, schema, without);
                    for (var json : List.of("null", "1", "-1", "1.5", "true", "\"A\"", "\"\"", "[]", "{}", "[1]")) {
                        if (!isForgiven(schema.at("/properties/" + name), json, stream, name)) {
                            assertAlike(stream, schema, golden.deepCopy().set(name, Json.MAPPER.readTree(json)));
                        }
                    }
                }));
            }
        }
        return tests;
    }

    @TestFactory
    List<DynamicTest> any_field_of_an_item_left_out_or_replaced_is_judged_alike() throws IOException {
        var tests = new ArrayList<DynamicTest>();
        var schema = Schemas.ofValue("order-events");
        for (var name : names((ObjectNode) Schemas.golden("order-events").at("/items/0"))) {
            tests.add(dynamicTest(name, () -> {
                for (var json : List.of("", "null", "0", "1", "-1", "1.5", "true", "\"A\"", "\"\"", "[]", "{}")) {
                    var order = Schemas.golden("order-events");
                    var item = (ObjectNode) order.at("/items/0");
                    if (json.isEmpty()) {
                        item.remove(name);
                    } else {
                        item.set(name, Json.MAPPER.readTree(json));
                    }
                    assertAlike(Topic.ORDER_EVENTS, schema, order);
                }
            }));
        }
        return tests;
    }

    @TestFactory
    List<DynamicTest> a_golden_example_is_read_as_its_record() {
        return STREAMS.stream()
                .map(stream -> dynamicTest(stream.shortName(), () -> {
                    var golden = Schemas.golden(stream.shortName());
                    var read = ReadRecord.of(stream, Json.MAPPER.writeValueAsBytes(golden));
                    assertThat(read.isAccepted()).as(read.toString()).isTrue();
                    assertThat(read.ignored()).isEmpty();
                    assertThat(read.fact())
                            .isEqualTo(
                                    Json.MAPPER.treeToValue(golden, read.fact().getClass()));
                    assertThat(ReadRecord.of(stream, Json.MAPPER.writeValueAsBytes(read.fact())))
                            .isEqualTo(read);
                }))
                .toList();
    }

    @Test
    void seconds_may_be_left_out_though_the_schema_wants_them() throws IOException {
        var golden = ((ObjectNode) Schemas.golden("survey-responses")).put("occurredAt", "2026-11-27T09:00+01:00");
        assertThat(Schemas.problems(Schemas.ofValue("survey-responses"), golden))
                .isNotEmpty();
        var parsed = parser.parse(Topic.SURVEY_RESPONSES, Json.MAPPER.writeValueAsBytes(golden));
        assertThat(((SurveyResponse) ((Accepted) parsed).event()).occurredAt()).hasToString("2026-11-27T08:00:00Z");
    }

    private void assertAlike(Topic stream, JsonNode schema, JsonNode document) throws JsonProcessingException {
        var problems = Schemas.problems(schema, document);
        var parsed = ReadRecord.of(stream, Json.MAPPER.writeValueAsBytes(document));
        assertThat(parsed.isAccepted())
                .as("%s for %s, schema says %s", parsed, document, problems)
                .isEqualTo(problems.isEmpty());
    }

    /** An unknown text in an optional enum; direction, channel and initiator are required of an opened contact. */
    private static boolean isForgiven(JsonNode property, String json, Topic stream, String name) {
        boolean optional = property.path("type").toString().contains("null");
        boolean opened = stream == Topic.CONTACT_EVENTS
                && List.of("direction", "channel", "initiator").contains(name);
        if (stream == Topic.PLAN) {
            return false;
        }
        return json.startsWith("\"") && property.has("enum") && optional && !opened;
    }

    private static List<String> names(ObjectNode node) {
        var names = new ArrayList<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
