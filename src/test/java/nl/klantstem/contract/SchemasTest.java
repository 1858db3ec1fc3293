package nl.klantstem.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.klantstem.contract.catalogue.CatalogueVersion;
import nl.klantstem.contract.catalogue.ContactRules.ServiceLevel;
import nl.klantstem.contract.in.ContactEvent;
import nl.klantstem.contract.in.DeliveryEvent;
import nl.klantstem.contract.in.HourPlan;
import nl.klantstem.contract.in.ImprovementMeasure;
import nl.klantstem.contract.in.JourneyStepEvent;
import nl.klantstem.contract.in.OrderEvent;
import nl.klantstem.contract.in.RejectReason;
import nl.klantstem.contract.in.SurveyInvitation;
import nl.klantstem.contract.in.SurveyResponse;
import nl.klantstem.contract.out.AvoidableContacts;
import nl.klantstem.contract.out.ContactDrivers;
import nl.klantstem.contract.out.ContactLedger;
import nl.klantstem.contract.out.ContactOutcomes;
import nl.klantstem.contract.out.ContactSurge;
import nl.klantstem.contract.out.ContactSurgeKey;
import nl.klantstem.contract.out.DaySteering;
import nl.klantstem.contract.out.DaySteeringKey;
import nl.klantstem.contract.out.DeadLetter;
import nl.klantstem.contract.out.DeliveryOutcomes;
import nl.klantstem.contract.out.InsightKey;
import nl.klantstem.contract.out.InsightProgress;
import nl.klantstem.contract.out.JourneyNps;
import nl.klantstem.contract.out.JourneyNpsLedger;
import nl.klantstem.contract.out.JourneyOutcomes;
import nl.klantstem.contract.out.JourneySteps;
import nl.klantstem.contract.out.LateEvent;
import nl.klantstem.contract.out.LinkedResponse;
import nl.klantstem.contract.out.LinkedResponseKey;
import nl.klantstem.contract.out.LostInMailSuspect;
import nl.klantstem.contract.out.LostInMailSuspectKey;
import nl.klantstem.contract.out.MeasureEffect;
import nl.klantstem.contract.out.MeasureEffectKey;
import nl.klantstem.contract.out.NpsAlert;
import nl.klantstem.contract.out.NpsAlertKey;
import nl.klantstem.contract.out.NpsChange;
import nl.klantstem.contract.out.NpsWatch;
import nl.klantstem.contract.out.NpsWatchKey;
import nl.klantstem.contract.out.PaneKey;
import nl.klantstem.contract.out.ProgressKey;
import nl.klantstem.contract.out.RecordKey;
import nl.klantstem.contract.out.ServicePartners;
import nl.klantstem.contract.out.SurveyHealth;
import nl.klantstem.testkit.Schemas;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Topic;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemas, record classes and golden examples say the same. */
class SchemasTest {

    static final Map<String, Class<?>> INPUTS = Map.of(
            "survey-responses", SurveyResponse.class,
            "contact-events", ContactEvent.class,
            "survey-invitations", SurveyInvitation.class,
            "order-events", OrderEvent.class,
            "delivery-events", DeliveryEvent.class,
            "journey-step-events", JourneyStepEvent.class,
            "measures", ImprovementMeasure.class,
            "plan", HourPlan.class);

    static final Map<String, Class<?>> INSIGHTS = Map.ofEntries(
            Map.entry("journey-nps", JourneyNps.class),
            Map.entry("journey-nps-ledger", JourneyNpsLedger.class),
            Map.entry("contact-drivers", ContactDrivers.class),
            Map.entry("contact-surges", ContactSurge.class),
            Map.entry("day-steering", DaySteering.class),
            Map.entry("contact-ledger", ContactLedger.class),
            Map.entry("linked-responses", LinkedResponse.class),
            Map.entry("insight-progress", InsightProgress.class),
            Map.entry("dead-letters", DeadLetter.class),
            Map.entry("late-events", LateEvent.class),
            Map.entry("contact-outcomes", ContactOutcomes.class),
            Map.entry("service-partners", ServicePartners.class),
            Map.entry("avoidable-contacts", AvoidableContacts.class),
            Map.entry("delivery-outcomes", DeliveryOutcomes.class),
            Map.entry("journey-steps", JourneySteps.class),
            Map.entry("journey-outcomes", JourneyOutcomes.class),
            Map.entry("survey-health", SurveyHealth.class),
            Map.entry("measure-effects", MeasureEffect.class),
            Map.entry("lost-in-mail-suspects", LostInMailSuspect.class),
            Map.entry("nps-alerts", NpsAlert.class),
            Map.entry("nps-watches", NpsWatch.class),
            Map.entry("nps-change", NpsChange.class));

    static final Map<String, Class<?>> KEYS = Map.ofEntries(
            Map.entry("journey-nps", InsightKey.class),
            Map.entry("journey-nps-ledger", PaneKey.class),
            Map.entry("contact-drivers", InsightKey.class),
            Map.entry("contact-surges", ContactSurgeKey.class),
            Map.entry("day-steering", DaySteeringKey.class),
            Map.entry("contact-ledger", PaneKey.class),
            Map.entry("linked-responses", LinkedResponseKey.class),
            Map.entry("insight-progress", ProgressKey.class),
            Map.entry("dead-letters", RecordKey.class),
            Map.entry("late-events", RecordKey.class),
            Map.entry("contact-outcomes", InsightKey.class),
            Map.entry("service-partners", InsightKey.class),
            Map.entry("avoidable-contacts", InsightKey.class),
            Map.entry("delivery-outcomes", InsightKey.class),
            Map.entry("journey-steps", InsightKey.class),
            Map.entry("journey-outcomes", InsightKey.class),
            Map.entry("survey-health", InsightKey.class),
            Map.entry("measure-effects", MeasureEffectKey.class),
            Map.entry("lost-in-mail-suspects", LostInMailSuspectKey.class),
            Map.entry("nps-alerts", NpsAlertKey.class),
            Map.entry("nps-watches", NpsWatchKey.class),
            Map.entry("nps-change", InsightKey.class));

    /** What an event may leave out although the record always has it; and what only our own records may leave out. */
    private static final Set<String> DEFAULTED = Set.of(
            "test",
            "experienceValues",
            "emotions",
            "aiAssist",
            "customerKey",
            "audience",
            "forecastContacts",
            "capacityContacts");

    /** What a catalogue file may leave out although the record always has it. */
    private static final Set<String> CATALOGUE_DEFAULTS = Set.of(
            "effectiveFrom",
            "journeys",
            "drivers",
            "open",
            "attributionDays",
            "journeys[].steps",
            "labels",
            "ownership",
            "contacts",
            "contacts.serviceLevels",
            "contacts.shortAbandon",
            "contacts.humanWithin",
            "contacts.containment",
            "contacts.repeatDays",
            "contacts.orderDays",
            "contacts.endsAfter",
            "contacts.botMargin",
            "instances",
            "instances.abandonedAfter",
            "instances.reorderDays",
            "instances.leakageDays",
            "surveys",
            "surveys.quarantineDays",
            "surveys.answerDays",
            "lostInMail",
            "alerts",
            "alerts.falseAlarmsPerYear",
            "alerts.smallestChange",
            "alerts.newNormalDays",
            "alerts.watches",
            "alerts.watches[].scope",
            "alerts.watches[].segments",
            "alerts.surges",
            "alerts.surges.falseAlarmsPerYear",
            "alerts.surges.binMinutes",
            "alerts.links",
            "peaks",
            "peaks[].first.plusDays",
            "peaks[].last.plusDays");

    /** More golden examples than one for a form. */
    private static final Map<String, List<String>> VARIANTS = Map.ofEntries(
            Map.entry("journey-nps", List.of("journey-nps.empty", "journey-nps.suppressed")),
            Map.entry("contact-outcomes", List.of("contact-outcomes.empty")),
            Map.entry("contact-surges", List.of("contact-surges.open")),
            Map.entry("day-steering", List.of("day-steering.day")),
            Map.entry("journey-steps", List.of("journey-steps.empty")),
            Map.entry("journey-outcomes", List.of("journey-outcomes.empty")),
            Map.entry("survey-health", List.of("survey-health.empty")),
            Map.entry("delivery-outcomes", List.of("delivery-outcomes.empty")),
            Map.entry("lost-in-mail-suspects", List.of("lost-in-mail-suspects.withdrawn")),
            Map.entry("nps-change", List.of("nps-change.suppressed")),
            Map.entry("linked-responses", List.of("linked-responses.unmatched", "linked-responses.revised")),
            Map.entry("measure-effects", List.of("measure-effects.planned")),
            Map.entry("insight-progress", List.of("insight-progress.finals")));

    @Test
    void every_topic_of_others_and_for_others_has_its_schemas() {
        for (var topic : Topic.values()) {
            if (topic.role() != Topic.Role.LOG) {
                assertThat(INPUTS.containsKey(topic.shortName()) || INSIGHTS.containsKey(topic.shortName()))
                        .as(topic.shortName())
                        .isTrue();
            }
        }
        assertThat(KEYS.keySet()).isEqualTo(INSIGHTS.keySet());
    }

    @TestFactory
    List<DynamicTest> a_schema_is_valid_and_tells_what_it_is_about() {
        var tests = new ArrayList<DynamicTest>();
        schemas()
                .forEach((name, schema) -> tests.add(dynamicTest(name, () -> {
                    var meta = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                            .getSchema(SchemaLocation.of(SchemaId.V202012));
                    assertThat(meta.validate(schema)).isEmpty();
                    assertThat(schema.path("$schema").asText()).isEqualTo(SchemaId.V202012);
                    assertThat(schema.path("title").asText()).isNotBlank();
                    assertThat(schema.path("description").asText()).isNotBlank();
                })));
        return tests;
    }

    @TestFactory
    List<DynamicTest> records_and_schemas_agree() {
        var tests = new ArrayList<DynamicTest>();
        INPUTS.forEach((name, type) -> tests.add(agreement(name, type, Schemas.ofValue(name), DEFAULTED)));
        INSIGHTS.forEach((name, type) -> tests.add(agreement(name, type, Schemas.ofValue(name), Set.of())));
        KEYS.forEach((name, type) -> tests.add(agreement(name + " key", type, Schemas.ofKey(name), Set.of())));
        return tests;
    }

    @Test
    void the_catalogue_file_and_its_record_agree_but_for_the_name_of_a_window_and_channels_being_listed() {
        var schema = Schemas.ofValue("catalogue");
        assertThat(RecordForm.differences(CatalogueVersion.class, schema, CATALOGUE_DEFAULTS))
                .containsExactlyInAnyOrder(
                        "windows[].name is in the record only",
                        "contacts.serviceLevels is [array], not object",
                        "contacts.serviceLevels has the keys [], not [BOT, CHAT, EMAIL, OTHER, PHONE]",
                        "lostInMail.otherwise is in the record only",
                        "lostInMail.carriers is optional but not nullable",
                        "lostInMail.carriers is [array], not object",
                        "lostInMail.daysPast is in the schema only",
                        "lostInMail.silentHours is in the schema only",
                        "lostInMail.offers is in the schema only",
                        "alerts.journeys is optional but not nullable",
                        "alerts.journeys is [array], not object",
                        "peaks is [array], not object",
                        "peaks.phases is in the record only");
        assertThat(RecordForm.differences(
                        ServiceLevel.class, schema.at("/properties/contacts/properties/serviceLevels/items"), Set.of()))
                .containsExactly("channel is in the schema only");
    }

    @Test
    void a_field_that_is_only_in_one_of_them_is_seen() throws Exception {
        var schema = Json.MAPPER.readTree("""
                {"type":"object","required":["topic","offset"],"properties":{
                  "topic":{"type":"string","description":"t"},"partition":{"type":"string","description":"p"},
                  "extra":{"type":"string"}}}""");
        assertThat(RecordForm.differences(RecordKey.class, schema, Set.of()))
                .containsExactlyInAnyOrder(
                        "partition is optional but not nullable",
                        "partition is [string], not integer",
                        "offset is in the record only",
                        "extra is in the schema only");
    }

    @Test
    void the_reasons_of_refusal_are_the_same_everywhere() {
        var reasons = new ArrayList<String>();
        for (var reason : RejectReason.values()) {
            reasons.add(reason.name());
        }
        var rejected =
                Schemas.ofValue("insight-progress").at("/properties/records/properties/rejected/propertyNames/enum");
        assertThat(Json.MAPPER.convertValue(rejected, String[].class)).containsExactlyElementsOf(reasons);
    }

    @TestFactory
    List<DynamicTest> a_golden_example_is_valid_and_comes_back_from_its_record_unchanged() {
        var tests = new ArrayList<DynamicTest>();
        INPUTS.forEach((name, type) -> tests.add(golden(name, type, Schemas.ofValue(name))));
        INSIGHTS.forEach((name, type) -> {
            tests.add(golden(name, type, Schemas.ofValue(name)));
            VARIANTS.getOrDefault(name, List.of())
                    .forEach(variant -> tests.add(golden(variant, type, Schemas.ofValue(name))));
        });
        KEYS.forEach((name, type) -> tests.add(golden(name + ".key", type, Schemas.ofKey(name))));
        tests.add(golden("journey-nps.day.key", InsightKey.class, Schemas.ofKey("journey-nps")));
        tests.add(golden("day-steering.day.key", DaySteeringKey.class, Schemas.ofKey("day-steering")));
        tests.add(golden("insight-progress.finals.key", ProgressKey.class, Schemas.ofKey("insight-progress")));
        return tests;
    }

    @ParameterizedTest
    @ValueSource(strings = {"contact-drivers", "contact-ledger"})
    void what_an_earlier_release_published_still_parses(String name) throws Exception {
        var earlier = Schemas.golden("earlier/" + name);

        var read = Json.MAPPER.readTree(Json.bytes(Json.MAPPER.treeToValue(earlier, INSIGHTS.get(name))));

        assertThat(read.get("contacts")).isEqualTo(earlier.get("contacts"));
        assertThat(read.get("scope")).isEqualTo(earlier.get("scope"));
    }

    @Test
    void a_full_example_has_every_field() {
        for (var name : INPUTS.keySet()) {
            assertThat(Schemas.golden(name).size())
                    .as(name)
                    .isEqualTo(Schemas.ofValue(name).path("properties").size());
        }
    }

    private static Map<String, JsonNode> schemas() {
        var schemas = new LinkedHashMap<String, JsonNode>();
        INPUTS.keySet().forEach(name -> schemas.put(name, Schemas.ofValue(name)));
        INSIGHTS.keySet().forEach(name -> schemas.put(name, Schemas.ofValue(name)));
        KEYS.keySet().forEach(name -> schemas.put(name + " key", Schemas.ofKey(name)));
        schemas.put("catalogue", Schemas.ofValue("catalogue"));
        return schemas;
    }

    private static DynamicTest agreement(String name, Class<?> type, JsonNode schema, Set<String> exempt) {
        return dynamicTest(name, () -> assertThat(RecordForm.differences(type, schema, exempt))
                .isEmpty());
    }

    private static DynamicTest golden(String name, Class<?> type, JsonNode schema) {
        return dynamicTest(name, () -> {
            var example = Schemas.golden(name);
            assertThat(Schemas.problems(schema, example)).isEmpty();
            var record = Json.MAPPER.treeToValue(example, type);
            var written = Json.MAPPER.readTree(Json.MAPPER.writeValueAsBytes(record));
            assertThat(written).isEqualTo(example);
            assertThat(Json.MAPPER.treeToValue(written, type)).isEqualTo(record);
        });
    }
}
