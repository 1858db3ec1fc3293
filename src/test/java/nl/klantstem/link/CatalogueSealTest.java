package nl.klantstem.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.klantstem.contract.catalogue.AlertRules;
import nl.klantstem.contract.catalogue.CatalogueVersion;
import nl.klantstem.contract.catalogue.ContactRules;
import nl.klantstem.contract.catalogue.ContactRules.ServiceLevel;
import nl.klantstem.contract.catalogue.Driver;
import nl.klantstem.contract.catalogue.Journey;
import nl.klantstem.contract.catalogue.JourneyRules;
import nl.klantstem.contract.catalogue.LostInMailRules;
import nl.klantstem.contract.catalogue.Ownership;
import nl.klantstem.contract.catalogue.PeakCalendar;
import nl.klantstem.contract.catalogue.SurveyRules;
import nl.klantstem.contract.catalogue.WindowSpec;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.AvoidableCause;
import nl.klantstem.contract.in.Channel;
import nl.klantstem.contract.in.DemandType;
import nl.klantstem.contract.in.Party;
import nl.klantstem.contract.in.Resolution;
import nl.klantstem.topic.Json;
import org.junit.jupiter.api.Test;

/** What a version that has counted may still change, and what not: tried on every value of a version. */
class CatalogueSealTest {

    private static final CatalogueVersion VERSION = new CatalogueVersion(
            "v1",
            Instant.EPOCH,
            ZoneOffset.UTC,
            List.of(new Journey(
                    "return",
                    Map.of("nl", "Retour", "en", "Return"),
                    Journey.Phase.AFTER_SALES,
                    Audience.CUSTOMER,
                    "owner",
                    List.of(
                            new Journey.Step("0", Map.of("nl", "Wil", "en", "Wants")),
                            new Journey.Step("1", Map.of("nl", "Stuurt", "en", "Sends"))),
                    40)),
            List.of(
                    new Driver(
                            "returns/how",
                            Audience.CUSTOMER,
                            DemandType.FAILURE,
                            AvoidableCause.UNCLEAR_INFO,
                            "communication",
                            "return"),
                    new Driver("delivery/late", Audience.CUSTOMER, DemandType.VALUE, null, null, null)),
            Map.of("nps", List.of(List.of()), "contacts", List.of(List.of("driver"))),
            Map.of("driver", 4),
            List.of(WindowSpec.rolling("P7D", Duration.ofHours(1)), WindowSpec.day(Duration.ofMinutes(15))),
            14,
            Map.of("carrier", List.of("a", "b"), "region", List.of("n", "s")),
            List.of(
                    new Ownership("delivery", Party.PARTNER, Party.PARTNER),
                    new Ownership("delivery", null, Party.PLATFORM)),
            new ContactRules(
                    Map.of(
                            Channel.PHONE, new ServiceLevel(Duration.ofMinutes(1), 0.8, Duration.ofHours(12)),
                            Channel.CHAT, new ServiceLevel(Duration.ofMinutes(2), null, null)),
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(5),
                    Duration.ofHours(24),
                    7,
                    30,
                    Duration.ofDays(3),
                    10),
            JourneyRules.DEFAULT,
            SurveyRules.DEFAULT,
            new LostInMailRules(
                    new LostInMailRules.Rule(2, 48, List.of(Resolution.COURIER)),
                    Map.of("a", new LostInMailRules.Rule(1, 36, List.of()))),
            AlertRules.DEFAULT,
            PeakCalendar.DEFAULT);

    @Test
    void what_decides_where_and_how_a_fact_counts_is_sealed() {
        var changed = new LinkedHashMap<String, CatalogueVersion>();
        changed.put("effectiveFrom", with("effectiveFrom", Instant.EPOCH.plusSeconds(1)));
        changed.put("zone", with("zone", ZoneId.of("Europe/Amsterdam")));
        changed.put("a window", with("windows", List.of(WindowSpec.day(Duration.ofMinutes(15)))));
        changed.put("cubes", with("cubes", Map.of("nps", List.of(List.of()))));
        changed.put("attributionDays", with("attributionDays", 15));
        changed.put("a label", with("labels", Map.of("carrier", List.of("a", "b"), "region", List.of("n"))));
        changed.put(
                "a label elsewhere", with("labels", Map.of("carrier", List.of("a"), "region", List.of("b", "n", "s"))));
        changed.put("an owner", with("ownership", List.of(new Ownership("delivery", Party.PARTNER, Party.PARTNER))));
        changed.put("journeys", with("journeys", List.of()));
        changed.put("drivers", with("drivers", List.of()));
        for (var field : List.of("shortAbandon", "humanWithin", "containment", "endsAfter")) {
            changed.put(field, changed("/contacts", field, Duration.ofHours(30)));
        }
        for (var field : List.of("repeatDays", "orderDays", "botMargin")) {
            changed.put(field, changed("/contacts", field, 8));
        }
        changed.put("answerWithin", changed("/contacts/serviceLevels/PHONE", "answerWithin", Duration.ofSeconds(61)));
        changed.put("a channel's end", changed("/contacts/serviceLevels/CHAT", "endsAfter", Duration.ofHours(12)));
        List<Journey.Step> steps = VERSION.journeys().get(0).steps();
        changed.put("a journey's steps", changed("/journeys/0", "steps", List.of()));
        changed.put("the order of its steps", changed("/journeys/0", "steps", List.of(steps.get(1), steps.get(0))));
        changed.put("abandonedAfter", changed("/instances", "abandonedAfter", Duration.ofDays(31)));
        for (var field : List.of("reorderDays", "leakageDays")) {
            changed.put(field, changed("/instances", field, 8));
        }
        for (var field : List.of("quarantineDays", "answerDays")) {
            changed.put(field, changed("/surveys", field, 8));
        }
        changed.put("demandType", changed("/drivers/0", "demandType", "VALUE"));
        changed.put("avoidableCause", changed("/drivers/0", "avoidableCause", "OWN_ERROR"));
        changed.put("owningDepartment", changed("/drivers/0", "owningDepartment", "finance"));
        changed.put("a driver's journey", changed("/drivers/0", "journeyId", null));
        changed.put("ownership's driver", changed("/ownership/0", "driver", "delivery/late"));
        changed.put("ownership's fulfilment", changed("/ownership/0", "fulfilment", "PLATFORM"));
        changed.put("ownership's owner", changed("/ownership/0", "owner", "PLATFORM"));
        for (var rule : List.of("/lostInMail/otherwise", "/lostInMail/carriers/a")) {
            changed.put(rule + " days", changed(rule, "daysPast", 3));
            changed.put(rule + " hours", changed(rule, "silentHours", 24));
        }

        changed.forEach((name, version) ->
                assertThat(CatalogueSeal.digest(version)).as(name).isNotEqualTo(CatalogueSeal.digest(VERSION)));
        assertThat(changed.values().stream()
                        .map(CatalogueSeal::digest)
                        .map(Arrays::toString)
                        .distinct())
                .hasSize(changed.size());
    }

    @Test
    void names_targets_and_responsible_people_may_change_and_so_may_the_order_of_a_list() {
        var changed = new LinkedHashMap<String, CatalogueVersion>();
        changed.put("open, which is settled before anything counts", with("open", Map.of()));
        changed.put("a journey's name", changed("/journeys/0", "name", Map.of("nl", "Terug", "en", "Back")));
        changed.put("a journey's owner", changed("/journeys/0", "owner", "someone"));
        changed.put("a target", changed("/journeys/0", "targetNps", 50));
        changed.put("a step's name", changed("/journeys/0/steps/0", "name", Map.of("nl", "Wenst", "en", "Wishes")));
        changed.put("a target ratio", changed("/contacts/serviceLevels/PHONE", "targetRatio", 0.9));
        changed.put("what is offered", changed("/lostInMail/otherwise", "offers", List.of("RUSH_ORDER")));
        changed.put("what is watched, which counts nothing", changed("/alerts", "falseAlarmsPerYear", 2));
        changed.put("the phases of the peak", changed("/peaks", "phases", List.of()));
        changed.put(
                "the order of labels",
                with("labels", Map.of("region", List.of("s", "n"), "carrier", List.of("b", "a"))));
        changed.put(
                "the order of rules",
                with(
                        "ownership",
                        List.of(VERSION.ownership().get(1), VERSION.ownership().get(0))));
        changed.put(
                "the order of drivers",
                with(
                        "drivers",
                        List.of(VERSION.drivers().get(1), VERSION.drivers().get(0))));

        changed.forEach((name, version) ->
                assertThat(CatalogueSeal.digest(version)).as(name).isEqualTo(CatalogueSeal.digest(VERSION)));
    }

    @Test
    void every_part_of_a_version_and_of_its_rules_is_tried_above() {
        assertThat(fields(CatalogueVersion.class))
                .isEqualTo(Set.of(
                        "version",
                        "effectiveFrom",
                        "zone",
                        "journeys",
                        "drivers",
                        "cubes",
                        "open",
                        "windows",
                        "attributionDays",
                        "labels",
                        "ownership",
                        "contacts",
                        "instances",
                        "surveys",
                        "lostInMail",
                        "alerts",
                        "peaks"));
        assertThat(fields(JourneyRules.class)).isEqualTo(Set.of("abandonedAfter", "reorderDays", "leakageDays"));
        assertThat(fields(SurveyRules.class)).isEqualTo(Set.of("quarantineDays", "answerDays"));
        assertThat(fields(Journey.class))
                .isEqualTo(Set.of("id", "name", "phase", "audience", "owner", "steps", "targetNps"));
        assertThat(fields(ContactRules.class))
                .isEqualTo(Set.of(
                        "serviceLevels",
                        "shortAbandon",
                        "humanWithin",
                        "containment",
                        "repeatDays",
                        "orderDays",
                        "endsAfter",
                        "botMargin"));
        assertThat(fields(LostInMailRules.Rule.class)).isEqualTo(Set.of("daysPast", "silentHours", "offers"));
    }

    private static Set<String> fields(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
    }

    private static CatalogueVersion with(String field, Object value) {
        return changed("", field, value);
    }

    /** The version with another value in one place of its tree. */
    private static CatalogueVersion changed(String parent, String field, Object value) {
        var tree = Json.MAPPER.valueToTree(VERSION);
        ((ObjectNode) tree.at(parent)).set(field, Json.MAPPER.valueToTree(value));
        return Json.MAPPER.convertValue(tree, CatalogueVersion.class);
    }
}
