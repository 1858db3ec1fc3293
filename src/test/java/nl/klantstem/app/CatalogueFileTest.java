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
import nl.klantstem.contract.UserMistake;
import nl.klantstem.contract.catalogue.Driver;
import nl.klantstem.contract.catalogue.Journey;
import nl.klantstem.contract.catalogue.WindowSpec;
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
        assertThat(version.cubes().get("contacts")).hasSize(6);
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
                        "c.yaml:8: cubes.contacts: cubes.contacts[1]: unknown dimension 'drivr', did you mean 'driver'?",
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
                        "c.yaml:18: open.channel: cannot be open; known are journeyId, driver");
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
                .replace("PT15M", "PT30M");

        assertThat(problems(GOOD + "---\n" + second))
                .hasSize(3)
                .anySatisfy(p -> assertThat(p).contains("version: 'one' is there already"))
                .anySatisfy(p -> assertThat(p).contains("is not after 1970-01-01T00:00:00Z of version 'one'"))
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
