package nl.klantstem.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.contract.in.Channel;
import nl.klantstem.contract.in.HourPlan;
import nl.klantstem.topic.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PutFileTest {

    private static final String PLAN = "{\"hour\":\"2026-03-02T%s:00:00Z\",\"forecastOrders\":%s}";

    @TempDir
    Path dir;

    @Test
    void all_that_is_wrong_is_told_at_once_with_line_field_and_remedy() throws IOException {
        var file = file(
                "plan.jsonl",
                PLAN.formatted("09", "1"),
                PLAN.formatted("10", "-1"),
                "torn {",
                PLAN.formatted("09", "2"),
                "{\"hour\":\"2026-03-02T11:00:00Z\",\"forecastContacts\":{\"FAX\":{\"delivery\":1}}}",
                "{\"forecastOrders\":1}");

        assertThatThrownBy(() -> PutFile.read(Topic.PLAN, file, null))
                .isInstanceOf(UserMistake.class)
                .extracting(e -> e.getMessage()
                        .lines()
                        .map(line -> line.replace(file + ":", ""))
                        .toList())
                .isEqualTo(List.of(
                        "2: forecastOrders: is outside its range: see the schema",
                        "3: is not one JSON document in UTF-8: write one object on this line",
                        "4: CUSTOMER/2026-03-02T09:00:00Z stands in line 1 too: keep one of them",
                        "5: forecastContacts: is no value that is known: correct it, or leave it out",
                        "6: hour: is missing or blank: it must be given"));
    }

    @Test
    void a_json_array_says_the_same_as_lines() throws IOException {
        var lines = file("plan.jsonl", PLAN.formatted("09", "1"), PLAN.formatted("10", "2"));
        var array = file("plan.json", "", "[", PLAN.formatted("09", "1") + ",", PLAN.formatted("10", "2"), "]");

        assertThat(PutFile.read(Topic.PLAN, array, null).facts())
                .hasSize(2)
                .isEqualTo(PutFile.read(Topic.PLAN, lines, null).facts());
    }

    @Test
    void a_wrong_element_of_an_array_is_told_with_its_line() throws IOException {
        var array = file("plan.json", "[", PLAN.formatted("09", "1") + ",", PLAN.formatted("10", "-2"), "]");

        assertThatThrownBy(() -> PutFile.read(Topic.PLAN, array, null))
                .hasMessageContaining("plan.json:3: forecastOrders");
    }

    @Test
    void a_field_that_nobody_knows_is_told_and_left_out() throws IOException {
        var file = file("plan.jsonl", PLAN.formatted("09", "1").replace("forecastOrders", "forecastOrder"));

        var read = PutFile.read(Topic.PLAN, file, null);

        assertThat(read.notices())
                .containsExactly(
                        file + ":1: unknown field 'forecastOrder' is left out, did you mean 'forecastOrders'?");
        assertThat(read.facts()).hasSize(1);
    }

    @Test
    void a_sheet_becomes_a_plan_by_its_mapping() throws IOException {
        var mapping = MappingFile.parse("m.yaml", """
                stream: plan
                format: csv
                zone: Europe/Amsterdam
                fields:
                  hour: {column: hour, time: {format: yyyy-MM-dd HH:mm}}
                  forecastContacts.PHONE.delivery: {column: phone delivery}
                  forecastContacts.CHAT.delivery: {column: chat delivery}
                  capacityContacts.PHONE.IN_HOUSE: {column: in house}
                """);
        var sheet = file("sheet.csv", "hour,phone delivery,chat delivery,in house", "2026-03-02 10:00,12.5,,20");

        var facts = PutFile.read(Topic.PLAN, sheet, mapping).facts();

        assertThat(facts.keySet()).containsExactly("CUSTOMER/2026-03-02T09:00:00Z");
        var plan = (HourPlan) facts.get(facts.firstKey());
        assertThat(plan.forecastContacts()).hasToString("{PHONE={delivery=12.5}}");
        assertThat(plan.capacityContacts().get(Channel.PHONE)).hasToString("{IN_HOUSE=20.0}");
    }

    @Test
    void a_sheet_becomes_measures_by_its_mapping() throws IOException {
        var mapping = MappingFile.parse("m.yaml", """
                stream: measures
                format: csv
                fields:
                  measureId: {column: id}
                  name: {column: what}
                  type: {constant: PROCESS}
                  scope.journeyId: {column: journey}
                  scope.driver: {column: driver, levels: /}
                  effectiveAt: {column: since, time: {format: yyyy-MM-dd, at: "06:00", zone: Europe/Amsterdam}}
                  preDays: {constant: "28"}
                  washoutDays: {constant: "3"}
                  postDays: {constant: "28"}
                  expectedDirection: {constant: UP}
                  owner: {column: owner}
                """);
        var sheet =
                file("sheet.csv", "id,what,journey,driver,since,owner", "m-1,Label,return,returns/how,2026-03-02,ops");

        assertThat(PutFile.read(Topic.MEASURES, sheet, mapping).facts().get("m-1"))
                .hasToString("ImprovementMeasure[measureId=m-1, name=Label, type=PROCESS, experienceValue=null,"
                        + " scope=MeasureScope[journeyId=return, driver=returns/how, channel=null, audience=null],"
                        + " controlScope=null, effectiveAt=2026-03-02T05:00:00Z, preDays=28, washoutDays=3, postDays=28,"
                        + " expectedDirection=UP, owner=ops]");
        assertThatThrownBy(() -> PutFile.read(Topic.PLAN, sheet, mapping)).hasMessageContaining("not for plan");
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.write(dir.resolve(name), List.of(lines));
    }
}
