package nl.klantstem.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.contract.catalogue.ContactRules;
import nl.klantstem.contract.catalogue.ContactRules.ServiceLevel;
import nl.klantstem.contract.catalogue.CubeMeasure;
import nl.klantstem.contract.catalogue.Driver;
import nl.klantstem.contract.catalogue.Journey;
import nl.klantstem.contract.catalogue.JourneyRules;
import nl.klantstem.contract.catalogue.ListedLabels;
import nl.klantstem.contract.catalogue.LostInMailRules;
import nl.klantstem.contract.catalogue.Ownership;
import nl.klantstem.contract.catalogue.SurveyRules;
import nl.klantstem.contract.catalogue.WindowSpec;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Channel;
import nl.klantstem.contract.in.DemandType;
import nl.klantstem.contract.in.Party;
import nl.klantstem.contract.in.Resolution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueFileTest {

    private static final String GOOD = """
            version: one
            zone: Europe/Amsterdam
            windows:
              - {type: ROLLING, length: P7D, slide: PT1H}
              - {type: DAY, slide: PT15M}
            cubes:
              nps: [[], [journeyId]]
              contacts: [[], [driver]]
            journeys:
              - id: return
                name: {nl: Retour, en: Return}
                phase: AFTER_SALES
                audience: CUSTOMER
                owner: returns
                steps: [{id: 0, name: {nl: Wil terug, en: Wants to return}}]
            drivers:
              - {code: returns/how, audience: CUSTOMER, demandType: FAILURE, journeyId: return}
            """;

    @TempDir
    private Path dir;

    @Test
    void the_starter_catalogue_is_what_the_shop_talks_about() {
        var starter = CatalogueFile.starter();

        assertThat(starter.versions()).hasSize(1);
        var version = starter.latest();
        assertThat(version.effectiveFrom()).isEqualTo(Instant.EPOCH);
        assertThat(version.zone()).isEqualTo(ZoneId.of("Europe/Amsterdam"));
        assertThat(version.attributionDays()).isEqualTo(14);
        assertThat(version.journeys())
                .extracting(Journey::id)
                .contains(
                        "order-status", "return", "exchange", "warranty", "complaint", "lost-in-mail", "order-delivery")
                .contains("inbound-logistics", "partner-payments", "partner-performance", "do-it-for-me", "explain-it");
        assertThat(version.journeys())
                .filteredOn(j -> j.id().equals("lost-in-mail"))
                .singleElement()
                .satisfies(j -> assertThat(j.steps())
                        .extracting(Journey.Step::id)
                        .containsExactly("0", "1", "2", "3", "4", "5"));
        assertThat(version.drivers()).extracting(Driver::code).contains("delivery/late", "product/not-as-ordered");
        assertThat(version.windows())
                .extracting(WindowSpec::name)
                .containsExactly("PT1H", "PT6H", "PT24H", "P7D", "P28D", "P90D", null);
        assertThat(version.cubes().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        CubeMeasure.ALL.stream().map(CubeMeasure::name).toList());
        assertThat(version.cubes().get("contacts")).startsWith(List.of(), List.of("driver"));
    }

    @Test
    void in_the_starter_every_driver_has_an_owner_and_every_failure_a_cause_and_a_department() {
        var starter = CatalogueFile.starter().latest();

        assertThat(starter.ownership())
                .extracting(Ownership::driver)
                .containsAll(starter.drivers().stream()
                        .map(driver -> driver.code().substring(0, driver.code().indexOf('/')))
                        .toList());
        assertThat(starter.drivers())
                .filteredOn(driver -> driver.demandType() == DemandType.FAILURE)
                .allSatisfy(driver -> {
                    assertThat(driver.avoidableCause()).as(driver.code()).isNotNull();
                    assertThat(driver.owningDepartment()).as(driver.code()).isNotNull();
                });
        assertThat(starter.drivers())
                .filteredOn(driver -> driver.audience() == Audience.PARTNER)
                .extracting(Driver::journeyId)
                .contains("inbound-logistics", "partner-payments", "partner-performance", "do-it-for-me", "explain-it");
        assertThat(ListedLabels.of(starter, "servicePartnerId")).contains("service-partner-1", "IN_HOUSE");
        assertThat(ListedLabels.of(starter, "owningDepartment")).contains("logistics", "partner-service");
        assertThat(starter.labels().get("region")).hasSize(12);
    }

    @Test
    void surveys_are_judged_as_the_file_says_and_by_default_where_it_is_silent() {
        assertThat(CatalogueFile.parse("c.yaml", GOOD + "surveys: {quarantineDays: 90}\n")
                        .latest()
                        .surveys())
                .isEqualTo(new SurveyRules(90, SurveyRules.DEFAULT.answerDays()));
        assertThat(CatalogueFile.parse("c.yaml", GOOD).latest().surveys()).isEqualTo(SurveyRules.DEFAULT);
        assertThat(problems(GOOD + "surveys: {quarantineDays: 91, answerDays: 0, days: 3}\n"))
                .containsExactly(
                        "c.yaml:18: surveys.quarantineDays: 91 is out of bounds: give 1 to 90",
                        "c.yaml:18: surveys.answerDays: 0 is out of bounds: give 1 to 90",
                        "c.yaml:18: surveys: unknown key 'days'; known are answerDays, quarantineDays");
    }

    @Test
    void contacts_are_judged_as_the_file_says_and_by_default_where_it_is_silent() {
        var rules = CatalogueFile.parse("c.yaml", GOOD + """
                        contacts:
                          repeatDays: 5
                          endsAfter: P2DT12H
                          botMargin: 2.5
                          serviceLevels:
                            - {channel: PHONE, answerWithin: PT1M, targetRatio: 0.8, endsAfter: PT12H}
                            - {channel: EMAIL, answerWithin: P1D}
                        """).latest().contacts();

        assertThat(rules)
                .isEqualTo(new ContactRules(
                        Map.of(
                                Channel.PHONE,
                                new ServiceLevel(Duration.ofMinutes(1), 0.8, Duration.ofHours(12)),
                                Channel.EMAIL,
                                new ServiceLevel(Duration.ofDays(1), null, null)),
                        Duration.ofSeconds(10),
                        Duration.ofMinutes(5),
                        Duration.ofHours(24),
                        5,
                        30,
                        Duration.ofHours(60),
                        2.5));
        assertThat(CatalogueFile.parse("c.yaml", GOOD).latest().contacts()).isEqualTo(ContactRules.DEFAULT);
    }

    @Test
    void times_and_margins_of_contacts_keep_their_bounds() {
        assertThat(problems(GOOD + """
                        contacts:
                          shortAbandn: PT5S
                          humanWithin: PT0S
                          containment: PT0.5S
                          repeatDays: 0
                          orderDays: 91
                          endsAfter: P91D
                          botMargin: 101
                          serviceLevels:
                            - {channel: PHONE, answerWithin: -PT1M, targetRatio: 1.2}
                            - {channel: PHONE, answerWithin: PT1M, targetRatio: most}
                            - {channel: FAX}
                        """))
                .containsExactly(
                        "c.yaml:19: contacts: unknown key 'shortAbandn', did you mean 'shortAbandon'?",
                        "c.yaml:20: contacts.humanWithin: 'PT0S' is not a positive duration of whole seconds such as PT10S or P1D",
                        "c.yaml:21: contacts.containment: 'PT0.5S' is not a positive duration of whole seconds such as PT10S or P1D",
                        "c.yaml:22: contacts.repeatDays: 0 is out of bounds: give 1 to 90",
                        "c.yaml:23: contacts.orderDays: 91 is out of bounds: give 1 to 90",
                        "c.yaml:24: contacts.endsAfter: P91D is too long: give at most P90D",
                        "c.yaml:25: contacts.botMargin: 101.0 is out of bounds: give 0.0 to 100.0",
                        "c.yaml:27: contacts.serviceLevels[0].answerWithin: '-PT1M' is not a positive duration of whole seconds such as PT10S or P1D",
                        "c.yaml:27: contacts.serviceLevels[0].targetRatio: 1.2 is out of bounds: give 0.0 to 1.0",
                        "c.yaml:28: contacts.serviceLevels[1].targetRatio: 'most' is not a number",
                        "c.yaml:28: contacts.serviceLevels[1].channel: 'PHONE' is there already: give each channel one service level",
                        "c.yaml:29: contacts.serviceLevels[2].channel: 'FAX' is not known; known are PHONE, CHAT, EMAIL, BOT, OTHER",
                        "c.yaml:29: contacts.serviceLevels[2].answerWithin: is missing: give it a value");
    }

    @Test
    void instances_of_journeys_are_judged_by_the_catalogue_and_else_as_usual() {
        assertThat(CatalogueFile.parse("c.yaml", GOOD + """
                        instances:
                          abandonedAfter: P10D
                          leakageDays: 45
                        """).latest().instances())
                .isEqualTo(new JourneyRules(Duration.ofDays(10), 14, 45));
        assertThat(CatalogueFile.parse("c.yaml", GOOD).latest().instances()).isEqualTo(JourneyRules.DEFAULT);
        assertThat(problems(GOOD + """
                        instances:
                          abandonedAfter: P91D
                          reorderDays: 0
                          leakageDays: 91
                          leakageDay: 5
                        """))
                .containsExactly(
                        "c.yaml:19: instances.abandonedAfter: P91D is too long: give at most P90D",
                        "c.yaml:20: instances.reorderDays: 0 is out of bounds: give 1 to 90",
                        "c.yaml:21: instances.leakageDays: 91 is out of bounds: give 1 to 90",
                        "c.yaml:22: instances: unknown key 'leakageDay', did you mean 'leakageDays'?");
    }

    @Test
    void an_end_by_time_out_comes_within_the_days_of_a_repeat() {
        assertThat(problems(GOOD + """
                        contacts:
                          endsAfter: P8D
                          serviceLevels: [{channel: CHAT, answerWithin: PT1M, endsAfter: PT169H}]
                        """))
                .containsExactly(
                        "c.yaml:19: contacts.endsAfter: P8D, longer than the P7D of repeatDays: an end by time-out would undo a"
                                + " repeat of a contact that was still open; give P7D or less",
                        "c.yaml:20: contacts.serviceLevels[0].endsAfter: PT169H, longer than the P7D of repeatDays: an end by"
                                + " time-out would undo a repeat of a contact that was still open; give P7D or less");
        assertThat(problems(GOOD + "contacts: {repeatDays: 2}\n"))
                .singleElement()
                .asString()
                .startsWith("c.yaml:18: contacts.endsAfter: left out, it is P3D, longer than the P2D of repeatDays:");
        assertThat(CatalogueFile.parse("c.yaml", GOOD + "contacts: {repeatDays: 3}\n")
                        .latest()
                        .contacts()
                        .repeatDays())
                .isEqualTo(3);
    }

    @Test
    void lists_of_labels_are_closed_and_ours_are_not_taken() {
        var labels = GOOD + """
                labels:
                  servicePartnerId: [sp-1, IN_HOUSE]
                  carrier: [a, a, other]
                  suppressionReason: [none]
                  regions: [north]
                """;

        assertThat(problems(labels))
                .containsExactly(
                        "c.yaml:19: labels.servicePartnerId: labels.servicePartnerId[1]: 'IN_HOUSE' is always there: leave it out",
                        "c.yaml:20: labels.carrier: labels.carrier[2]: 'other' is what we count missing or foreign labels under: choose another",
                        "c.yaml:20: labels.carrier: 'a' is there twice: keep one",
                        "c.yaml:21: labels.suppressionReason: labels.suppressionReason[0]: 'none' is always there: leave it out",
                        "c.yaml:22: labels: unknown key 'regions', did you mean 'region'?");
        assertThat(CatalogueFile.parse("c.yaml", GOOD + "labels: {carrier: [b, a]}\n")
                        .latest()
                        .labels())
                .isEqualTo(Map.of("carrier", List.of("b", "a")));
    }

    @Test
    void an_owner_is_given_once_for_a_driver_that_is_there() {
        var rules = GOOD + """
                ownership:
                  - {driver: returns, owner: PLATFORM}
                  - {driver: returns/how, fulfilment: PARTNER, owner: PARTNER}
                """;
        var wrong = rules + """
                  - {driver: returns, owner: PARTNER}
                  - {driver: return, owner: PARTNER}
                  - {driver: returns/how, fulfilment: PARTNR, owner: PARTNER}
                  - {driver: returns how}
                """;

        assertThat(CatalogueFile.parse("c.yaml", rules).latest().ownership())
                .containsExactly(
                        new Ownership("returns", null, Party.PLATFORM),
                        new Ownership("returns/how", Party.PARTNER, Party.PARTNER));
        assertThat(problems(wrong))
                .containsExactly(
                        "c.yaml:21: ownership[2].driver: 'returns' without fulfilment is there already: keep one",
                        "c.yaml:22: ownership[3].driver: driver 'return' does not exist at any level, did you mean 'returns'?",
                        "c.yaml:23: ownership[4].fulfilment: 'PARTNR' is not known, did you mean 'PARTNER'?",
                        "c.yaml:24: ownership[5].owner: is missing: give it a value",
                        "c.yaml:24: ownership[5].driver: 'returns how' is not level1, level1/level2 or level1/level2/level3, without spaces");
        assertThat(CatalogueFile.parse(
                                "c.yaml",
                                GOOD + "open: {driver: 9}\nownership: [{driver: elsewhere, owner: PARTNER}]\n")
                        .latest()
                        .ownership())
                .hasSize(1);
    }

    @Test
    void a_carrier_may_have_its_own_rule_of_when_a_parcel_is_suspected_and_says_only_what_differs() {
        var rules = GOOD + """
                labels: {carrier: [a, b]}
                lostInMail:
                  silentHours: 30
                  offers: [COURIER]
                  carriers:
                    - {carrier: b, daysPast: 0, offers: []}
                """;
        var wrong = rules + """
                    - {carrier: b, silentHours: 1441}
                    - {carrier: c, daysPast: 61}
                    - {offers: [COURIERS]}
                """;

        var read = CatalogueFile.parse("c.yaml", rules).latest().lostInMail();
        assertThat(read.of("a")).isEqualTo(new LostInMailRules.Rule(2, 30, List.of(Resolution.COURIER)));
        assertThat(read.of("b")).isEqualTo(new LostInMailRules.Rule(0, 30, List.of()));
        assertThat(CatalogueFile.parse("c.yaml", GOOD).latest().lostInMail()).isEqualTo(LostInMailRules.DEFAULT);
        assertThat(problems(wrong))
                .containsExactly(
                        "c.yaml:24: lostInMail.carriers[1].silentHours: 1441 is out of bounds: give 0 to 1440",
                        "c.yaml:24: lostInMail.carriers[1].carrier: 'b' is there already: give each carrier one rule",
                        "c.yaml:25: lostInMail.carriers[2].carrier: 'c' is not listed in labels.carrier, did you mean 'a'?",
                        "c.yaml:25: lostInMail.carriers[2].daysPast: 61 is out of bounds: give 0 to 60",
                        "c.yaml:26: lostInMail.carriers[3].carrier: is missing: give it a value",
                        "c.yaml:26: lostInMail.carriers[3].offers: 'COURIERS' is not known, did you mean 'COURIER'?");
        assertThat(CatalogueFile.parse(
                                "c.yaml",
                                GOOD
                                        + "open: {carrier: 9}\nlostInMail: {carriers: [{carrier: elsewhere, daysPast: 1}]}\n")
                        .latest()
                        .lostInMail()
                        .of("elsewhere")
                        .daysPast())
                .isEqualTo(1);
    }

    @Test
    void each_measure_has_its_own_dimensions() {
        var more = GOOD.replace("  contacts: [[], [driver]]\n", """
                  contacts: [[], [driver, resolution]]
                  nps2: [[]]
                  outcomes: []
                  avoidable: [[owningDepartment], [driver]]
                  service-partners: [[servicePartnerId], []]
                  deliveries: [[level], carrier]
                """);

        assertThat(problems(more))
                .containsExactly(
                        "c.yaml:8: cubes.contacts: cubes.contacts[1]: 'resolution' is no dimension of contacts;"
                                + " known are journeyId, channel, driver, handler, repeatFrom",
                        "c.yaml:9: cubes: unknown key 'nps2', did you mean 'nps'?",
                        "c.yaml:10: cubes.outcomes: no dimension sets: give at least [] (everything together), or leave it out",
                        "c.yaml:11: cubes.avoidable: cubes.avoidable[1]: 'owningDepartment' is missing: the insight is kept by it",
                        "c.yaml:12: cubes.service-partners: cubes.service-partners[1]: 'servicePartnerId' is missing: the insight is kept by it",
                        "c.yaml:13: cubes.deliveries: cubes.deliveries[0]: 'level' is always in: leave it out",
                        "c.yaml:13: cubes.deliveries: cubes.deliveries[1] is not a list of dimensions such as [carrier]");
    }

    @Test
    void a_small_good_file_is_read_as_it_stands() {
        var version = CatalogueFile.parse("c.yaml", GOOD).latest();

        assertThat(version.version()).isEqualTo("one");
        assertThat(version.windows())
                .containsExactly(
                        WindowSpec.rolling("P7D", Duration.ofHours(1)), WindowSpec.day(Duration.ofMinutes(15)));
        assertThat(version.windows().get(0).length()).isEqualTo(Duration.ofDays(7));
        assertThat(version.cubes().get("nps")).containsExactly(List.of(), List.of("journeyId"));
    }

    @Test
    void everything_that_is_wrong_is_told_at_once_with_line_field_and_remedy() {
        assertThat(problems(GOOD.replace("zone: Europe/Amsterdam", "zone: Europe/Amsterdan")
                        .replace("journeyId: return", "journeyId: retrun")
                        .replace("phase: AFTER_SALES", "phase: AFTERSALES")
                        .replace("owner: returns", "ownr: returns")
                        .replace("[driver]", "[drivr]")))
                .containsExactlyInAnyOrder(
                        "c.yaml:2: zone: 'Europe/Amsterdan' is not a time zone such as Europe/Amsterdam",
                        "c.yaml:8: cubes.contacts: cubes.contacts[1]: 'drivr' is no dimension of contacts, did you mean 'driver'?",
                        "c.yaml:10: journeys[0].owner: is missing: give it a value",
                        "c.yaml:12: journeys[0].phase: 'AFTERSALES' is not known, did you mean 'AFTER_SALES'?",
                        "c.yaml:14: journeys[0]: unknown key 'ownr', did you mean 'owner'?",
                        "c.yaml:17: drivers[0].journeyId: journey 'retrun' does not exist, did you mean 'return'?");
    }

    @Test
    void a_slide_divides_an_hour_and_a_length_is_whole_slides() {
        assertThat(problems(GOOD.replace("slide: PT15M", "slide: PT7M")))
                .singleElement()
                .asString()
                .startsWith(
                        "c.yaml:5: windows[1].slide: slide PT7M is not a whole number of minutes that divides an hour");
        assertThat(problems(GOOD.replace("length: P7D, slide: PT1H", "length: PT90M, slide: PT1H")))
                .singleElement()
                .asString()
                .contains("windows[0].slide: length PT90M is not a whole number of slides of PT1H");
        assertThat(problems(GOOD.replace("length: P7D", "length: week")))
                .containsExactly("c.yaml:4: windows[0].length: 'week' is not a length such as PT24H or P7D");
    }

    @Test
    void an_open_dimension_needs_a_cap_and_lets_foreign_journeys_be_named() {
        var open = GOOD.replace("journeyId: return", "journeyId: elsewhere") + "open: {journeyId: 24}\n";

        assertThat(CatalogueFile.parse("c.yaml", open).latest().open()).containsEntry("journeyId", 24);
        assertThat(problems(GOOD + "open: {journeyId: 0, channel: 4}\n"))
                .containsExactly(
                        "c.yaml:18: open.journeyId: 0 is too small: give 1 or more",
                        "c.yaml:18: open.channel: cannot be open; known are journeyId, driver, servicePartnerId, carrier, region, owningDepartment, suppressionReason");
    }

    @Test
    void codes_are_given_once_and_ours_are_not_taken() {
        var twice = GOOD + "  - {code: returns/how, audience: CUSTOMER, demandType: VALUE}\n"
                + "  - {code: other, audience: CUSTOMER, demandType: VALUE}\n";

        assertThat(problems(twice))
                .containsExactly(
                        "c.yaml:17: drivers: 'returns/how' is there twice: keep one",
                        "c.yaml:19: drivers[2].code: 'other' is what we count missing or foreign labels under: choose another");
    }

    @Test
    void versions_come_in_order_with_their_own_names_and_the_same_windows() {
        var second = GOOD.replace("version: one", "version: one\neffectiveFrom: 1969-01-01T00:00:00Z")
                .replace("PT15M", "PT30M")
                .replace("Europe/Amsterdam", "Europe/Brussels");

        assertThat(problems(GOOD + "---\n" + second))
                .hasSize(4)
                .anySatisfy(p -> assertThat(p).contains("version: 'one' is there already"))
                .anySatisfy(p -> assertThat(p).contains("is not after 1970-01-01T00:00:00Z of version 'one'"))
                .anySatisfy(p -> assertThat(p).contains("zone: Europe/Brussels differs from version 'one'"))
                .anySatisfy(p -> assertThat(p).contains("windows: differ from version 'one'"));
        assertThat(problems(GOOD + "---\n" + GOOD.replace("version: one", "version: two")))
                .contains("c.yaml:19: effectiveFrom: is missing: give it a value");
    }

    @Test
    void what_is_no_yaml_names_its_line() {
        assertThat(problems("version: one\nzone: [\n"))
                .singleElement()
                .asString()
                .startsWith("c.yaml:2: not readable as YAML: while parsing a flow node, ");
        assertThat(problems("version: one\nversion: two\n"))
                .containsExactly("c.yaml:2: 'version' is given twice: keep one");
        assertThat(problems("")).containsExactly("catalogue c.yaml is empty: it needs at least one version");
        assertThat(problems("- a\n")).first().asString().isEqualTo("c.yaml:1: expected names with values here");
    }

    @Test
    void a_file_that_is_not_there_is_named() throws Exception {
        assertThatThrownBy(() -> CatalogueFile.load(dir.resolve("none.yaml")))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("none.yaml does not exist");
        Files.write(dir.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xe9});
        assertThatThrownBy(() -> CatalogueFile.load(dir.resolve("latin.yaml")))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("is not UTF-8 text");
    }

    private static List<String> problems(String text) {
        var mistake = catchThrowableOfType(UserMistake.class, () -> CatalogueFile.parse("c.yaml", text));
        assertThat(mistake).as("should be refused").isNotNull();
        return mistake.getMessage().lines().toList();
    }
}
