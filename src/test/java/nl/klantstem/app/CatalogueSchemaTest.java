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
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.contract.catalogue.ContactRules;
import nl.klantstem.contract.catalogue.CubeMeasure;
import nl.klantstem.contract.catalogue.JourneyRules;
import nl.klantstem.contract.catalogue.ListedLabels;
import nl.klantstem.contract.catalogue.LostInMailRules;
import nl.klantstem.contract.catalogue.SurveyRules;
import nl.klantstem.testkit.Schemas;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The catalogue's schema says what its reader says; what a schema cannot say is at the end. */
class CatalogueSchemaTest {

    private static final ObjectMapper YAML = new YAMLMapper();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> DURATIONS = List.of(
            "PT0S",
            "P0DT0H",
            "-PT5S",
            "PT0.5S",
            "PT5S",
            "pt5s",
            "PT",
            "P",
            "P1DT",
            "P1DT2H3M4S",
            "PT72H",
            "P1W",
            "soon");
    private static final List<String> ALL_DIMENSIONS = Stream.concat(
                    CubeMeasure.ALL.stream()
                            .flatMap(measure ->
                                    Stream.concat(measure.dimensions().stream(), measure.alwaysIn().stream())),
                    Stream.of("level", "partnerId"))
            .distinct()
            .toList();
    private static final JsonNode SCHEMA = Schemas.ofValue("catalogue");

    @Test
    void the_starter_catalogue_is_valid() throws IOException {
        assertThat(Schemas.problems(SCHEMA, starter())).isEmpty();
    }

    @TestFactory
    List<DynamicTest> the_schema_and_the_reader_judge_alike() {
        var changes = new LinkedHashMap<String, Consumer<ObjectNode>>();
        for (var field : List.of(
                "version",
                "zone",
                "attributionDays",
                "windows",
                "cubes",
                "journeys",
                "drivers",
                "labels",
                "contacts",
                "surveys",
                "ownership",
                "lostInMail")) {
            changes.put(field + " left out", c -> {
                c.remove(field);
                if (field.equals("labels")) {
                    c.remove("lostInMail"); // it names carriers
                }
                if (field.equals("journeys")) {
                    c.remove("drivers"); // they name journeys
                }
                if (!c.has("drivers")) {
                    c.remove("ownership"); // it names drivers
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
        cubes(changes);
        journeys(changes);
        drivers(changes);
        windows(changes);
        labels(changes);
        contacts(changes);
        instances(changes);
        surveys(changes);
        ownership(changes);
        lostInMail(changes);
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
                "a slide that does not divide an hour", c -> first(c, "windows").put("slide", "PT7M"),
                "an owner for a driver that is not there",
                        c -> first(c, "ownership").put("driver", "delivry"),
                "an end later than a repeat", c -> contacts(c).put("endsAfter", "P8D"),
                "a time of more than 90 days", c -> contacts(c).put("containment", "P91D"),
                "a channel twice", c -> level(c).put("channel", "CHAT"),
                "a rule of a carrier that is not listed",
                        c -> first(lostInMail(c), "carriers").put("carrier", "carrier-z"));
        for (var change : changes.entrySet()) {
            var changed = starter();
            change.getValue().accept(changed);
            assertThat(Schemas.problems(SCHEMA, changed)).as(change.getKey()).isEmpty();
            assertThat(mistake(changed)).as(change.getKey()).isNotEmpty();
        }
    }

    @Test
    void the_table_of_measures_is_the_schemas() {
        var cubes = SCHEMA.at("/properties/cubes");
        assertThat(names(cubes.path("properties")))
                .containsExactlyElementsOf(
                        CubeMeasure.ALL.stream().map(CubeMeasure::name).toList());
        assertThat(texts(cubes.path("required")))
                .containsExactlyElementsOf(CubeMeasure.ALL.stream()
                        .filter(CubeMeasure::required)
                        .map(CubeMeasure::name)
                        .toList());
        for (var measure : CubeMeasure.ALL) {
            var sets = cubes.path("properties").path(measure.name()).path("items");
            assertThat(texts(sets.at("/items/enum"))).as(measure.name()).isEqualTo(measure.dimensions());
            assertThat(sets.at("/contains/const").asText(null))
                    .as(measure.name())
                    .isEqualTo(measure.key());
        }
        assertThat(names(SCHEMA.at("/properties/labels/properties"))).isEqualTo(ListedLabels.DIMENSIONS);
    }

    @Test
    void what_the_schema_says_of_defaults_is_what_holds() {
        var contacts = defaults("contacts");
        var instances = defaults("instances");
        var surveys = defaults("surveys");
        var given = CatalogueFile.parse("c.yaml", """
                version: one
                zone: UTC
                windows: [{type: DAY, slide: PT15M}]
                cubes: {nps: [[]], contacts: [[]]}
                contacts: %s
                instances: %s
                surveys: %s
                """.formatted(
                                JSON.valueToTree(contacts), JSON.valueToTree(instances), JSON.valueToTree(surveys)))
                .latest();

        assertThat(given.contacts()).isEqualTo(ContactRules.DEFAULT);
        assertThat(contacts.keySet())
                .hasSize(ContactRules.class.getRecordComponents().length - 1)
                .doesNotContain("serviceLevels");
        assertThat(given.instances()).isEqualTo(JourneyRules.DEFAULT);
        assertThat(instances).hasSize(JourneyRules.class.getRecordComponents().length);
        assertThat(given.surveys()).isEqualTo(SurveyRules.DEFAULT);
        assertThat(surveys).hasSize(SurveyRules.class.getRecordComponents().length);
    }

    private static Map<String, JsonNode> defaults(String section) {
        var defaults = new TreeMap<String, JsonNode>();
        SCHEMA.at("/properties/" + section + "/properties").properties().stream()
                .filter(field -> field.getValue().has("default"))
                .forEach(field -> defaults.put(field.getKey(), field.getValue().get("default")));
        return defaults;
    }

    @Test
    void what_the_schema_says_of_lost_parcels_is_what_holds_when_nothing_is_said() {
        var said = SCHEMA.at("/properties/lostInMail/properties");
        var holds = LostInMailRules.DEFAULT.otherwise();

        assertThat(said.at("/daysPast/default").asInt()).isEqualTo(holds.daysPast());
        assertThat(said.at("/silentHours/default").asInt()).isEqualTo(holds.silentHours());
        assertThat(said.at("/offers/description").asText())
                .endsWith(holds.offers().get(0) + ", " + holds.offers().get(1) + " and "
                        + holds.offers().get(2) + " when left out.");
        assertThat(holds.offers()).hasSize(3);
    }

    private static void cubes(Map<String, Consumer<ObjectNode>> changes) {
        for (var measure : CubeMeasure.ALL) {
            var name = measure.name();
            changes.put("no cubes of " + name, c -> cubes(c).remove(name));
            changes.put("an empty list of cubes of " + name, c -> cubes(c).putArray(name));
            changes.put("everything together of " + name, c -> cubes(c).putArray(name)
                    .addArray());
            for (var dimension : ALL_DIMENSIONS) {
                changes.put(name + " by " + dimension, c -> {
                    var set = cubes(c).putArray(name).addArray();
                    if (measure.key() != null && !measure.key().equals(dimension)) {
                        set.add(measure.key());
                    }
                    set.add(dimension);
                });
            }
        }
    }

    private static void labels(Map<String, Consumer<ObjectNode>> changes) {
        for (var dimension : ListedLabels.DIMENSIONS) {
            changes.put("no list of " + dimension, c -> {
                labels(c).remove(dimension);
                c.remove("lostInMail"); // it names carriers
            });
            changes.put("a list of " + dimension, c -> {
                labels(c).putArray(dimension).add("a").add("b");
                c.remove("lostInMail");
            });
            changes.put(
                    dimension + " twice",
                    c -> labels(c).putArray(dimension).add("a").add("a"));
            for (var label : List.of("other", "unknown", "IN_HOUSE", "none", "", " ")) {
                changes.put(dimension + " called '" + label + "'", c -> {
                    labels(c).putArray(dimension).add(label);
                    c.remove("lostInMail");
                });
            }
            changes.put(dimension + " open", c -> c.putObject("open").put(dimension, 4));
        }
        changes.put("a list of channels", c -> labels(c).putArray("channel").add("PHONE"));
        changes.put("one label that is no list", c -> labels(c).put("carrier", "a"));
        changes.put("a label that is a list", c -> labels(c).putArray("carrier").addArray());
    }

    private static void contacts(Map<String, Consumer<ObjectNode>> changes) {
        for (var time : List.of("shortAbandon", "humanWithin", "containment", "endsAfter")) {
            changes.put("no " + time, c -> contacts(c).remove(time));
            for (var duration : DURATIONS) {
                changes.put(time + " '" + duration + "'", c -> contacts(c).put(time, duration));
                changes.put("of a channel, " + time + " '" + duration + "'", c -> level(c).put(
                                time.equals("endsAfter") ? time : "answerWithin", duration));
            }
        }
        for (var number : List.of("repeatDays", "orderDays", "botMargin")) {
            changes.put("no " + number, c -> contacts(c).remove(number));
            for (var value : List.of("-1", "0", "0.5", "4", "90", "91", "100", "100.5", "many")) {
                changes.put(number + " " + value, c -> contacts(c).set(number, number(value)));
            }
        }
        for (var value : List.of("-0.1", "0", "0.85", "1", "1.1", "most")) {
            changes.put("targetRatio " + value, c -> level(c).set("targetRatio", number(value)));
        }
        for (var field : List.of("channel", "answerWithin", "targetRatio", "endsAfter")) {
            changes.put("service level without " + field, c -> level(c).remove(field));
        }
        changes.put("no service levels", c -> contacts(c).remove("serviceLevels"));
        changes.put("service level of an unknown channel", c -> level(c).put("channel", "FAX"));
        changes.put("service level with an unknown field", c -> level(c).put("within", "PT1M"));
        changes.put("contacts with an unknown field", c -> contacts(c).put("within", "PT1M"));
    }

    private static void instances(Map<String, Consumer<ObjectNode>> changes) {
        changes.put("no instances", c -> c.remove("instances"));
        changes.put("instances with an unknown field", c -> instances(c).put("within", "P1D"));
        changes.put("no abandonedAfter", c -> instances(c).remove("abandonedAfter"));
        for (var duration : DURATIONS) {
            changes.put("abandonedAfter '" + duration + "'", c -> instances(c).put("abandonedAfter", duration));
        }
        for (var number : List.of("reorderDays", "leakageDays")) {
            changes.put("no " + number, c -> instances(c).remove(number));
            for (var value : List.of("-1", "0", "0.5", "4", "90", "91", "many")) {
                changes.put(number + " " + value, c -> instances(c).set(number, number(value)));
            }
        }
    }

    private static void surveys(Map<String, Consumer<ObjectNode>> changes) {
        for (var number : List.of("quarantineDays", "answerDays")) {
            changes.put("no " + number, c -> surveys(c).remove(number));
            for (var value : List.of("-1", "0", "0.5", "1", "90", "91", "many")) {
                changes.put(number + " " + value, c -> surveys(c).set(number, number(value)));
            }
        }
        changes.put("surveys with an unknown field", c -> surveys(c).put("within", "PT1M"));
    }

    private static void ownership(Map<String, Consumer<ObjectNode>> changes) {
        for (var field : List.of("driver", "fulfilment", "owner")) {
            changes.put("ownership without " + field, c -> {
                c.withArray("ownership").remove(1); // the same without fulfilment
                first(c, "ownership").remove(field);
            });
        }
        changes.put("owner of a level", c -> first(c, "ownership").put("driver", "delivery/late"));
        changes.put("owner of four levels", c -> first(c, "ownership").put("driver", "a/b/c/d"));
        changes.put("owner with an unknown field", c -> first(c, "ownership").put("by", "x"));
        changes.put("an unknown owner", c -> first(c, "ownership").put("owner", "CUSTOMER"));
        changes.put("an unknown fulfilment", c -> first(c, "ownership").put("fulfilment", "ANY"));
    }

    private static void lostInMail(Map<String, Consumer<ObjectNode>> changes) {
        for (var number : List.of("daysPast", "silentHours")) {
            for (var value : List.of("-1", "0", "0.5", "60", "61", "1440", "1441", "many")) {
                changes.put(number + " " + value, c -> lostInMail(c).set(number, number(value)));
                changes.put(number + " of a carrier " + value, c -> first(lostInMail(c), "carriers")
                        .set(number, number(value)));
            }
        }
        for (var field : List.of("daysPast", "silentHours", "offers", "carriers")) {
            changes.put("no " + field, c -> lostInMail(c).remove(field));
            changes.put("no " + field + " of a carrier", c -> first(lostInMail(c), "carriers")
                    .remove(field));
        }
        changes.put("no offers at all", c -> lostInMail(c).putArray("offers"));
        changes.put("an offer", c -> lostInMail(c).putArray("offers").add("RUSH_ORDER"));
        changes.put("an unknown offer", c -> lostInMail(c).putArray("offers").add("FLOWERS"));
        changes.put(
                "an offer that is a list", c -> lostInMail(c).putArray("offers").addArray());
        changes.put("one offer that is no list", c -> lostInMail(c).put("offers", "COURIER"));
        changes.put(
                "a rule of no carrier", c -> first(lostInMail(c), "carriers").remove("carrier"));
        changes.put("a rule of a nameless carrier", c -> first(lostInMail(c), "carriers")
                .put("carrier", " "));
        changes.put("a carrier's rule with an unknown field", c -> first(lostInMail(c), "carriers")
                .put("days", 1));
        changes.put("lost in mail with an unknown field", c -> lostInMail(c).put("days", 1));
    }

    private static void journeys(Map<String, Consumer<ObjectNode>> changes) {
        for (var field : List.of("id", "name", "phase", "audience", "owner", "steps", "targetNps")) {
            changes.put("journey without " + field, c -> {
                first(c, "journeys").remove(field);
                c.remove("drivers");
                c.remove("ownership");
            });
        }
        changes.put("journey called other", c -> {
            first(c, "journeys").put("id", "other");
            c.remove("drivers");
            c.remove("ownership");
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

    private static ObjectNode labels(ObjectNode catalogue) {
        return (ObjectNode) catalogue.get("labels");
    }

    private static ObjectNode lostInMail(ObjectNode catalogue) {
        return (ObjectNode) catalogue.get("lostInMail");
    }

    private static ObjectNode contacts(ObjectNode catalogue) {
        return (ObjectNode) catalogue.get("contacts");
    }

    private static ObjectNode instances(ObjectNode catalogue) {
        return (ObjectNode) catalogue.get("instances");
    }

    private static ObjectNode surveys(ObjectNode catalogue) {
        return (ObjectNode) catalogue.get("surveys");
    }

    /** The first service level. */
    private static ObjectNode level(ObjectNode catalogue) {
        return first(contacts(catalogue), "serviceLevels");
    }

    private static JsonNode number(String text) {
        return text.matches("-?[0-9]+")
                ? JSON.getNodeFactory().numberNode(Integer.parseInt(text))
                : text.matches("-?[0-9.]+")
                        ? JSON.getNodeFactory().numberNode(Double.parseDouble(text))
                        : JSON.getNodeFactory().textNode(text);
    }

    private static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
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
