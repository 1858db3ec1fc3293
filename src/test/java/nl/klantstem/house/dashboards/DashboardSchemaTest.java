package nl.klantstem.house.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.klantstem.testkit.Schemas;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Dashboards are of the shape that Grafana reads: what it does not know it drops in silence. */
class DashboardSchemaTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNode SCHEMA = schema();

    @TestFactory
    Stream<DynamicTest> dashboards_are_of_the_classic_model() {
        return Boards.ALL.stream().flatMap(board -> Stream.of(Language.values())
                .map(language -> dynamicTest(board.file() + " " + language, () -> {
                    var dashboard = dashboard(board, language);

                    assertThat(Schemas.problems(SCHEMA, dashboard)).isEmpty();
                    assertThat(Layout.problems(dashboard)).isEmpty();
                })));
    }

    @TestFactory
    Stream<DynamicTest> a_dashboard_of_another_shape_is_seen() {
        var changes = new LinkedHashMap<String, Consumer<ObjectNode>>();
        changes.put("a key of the dashboard that there is not", board -> board.put("refreshes", "10s"));
        changes.put("a newer version of the model", board -> board.put("schemaVersion", 42));
        changes.put("a panel of a type that is not used", board -> panel(board, "stat")
                .put("type", "gauge"));
        changes.put(
                "a panel without a description", board -> panel(board, "stat").remove("description"));
        changes.put(
                "an option of another panel", board -> options(board, "stat").put("showUnfilled", true));
        changes.put("a misspelt option", board -> options(board, "stat").put("colourMode", "value"));
        changes.put("an option's value that there is not", board -> options(board, "table")
                .put("cellHeight", "small"));
        changes.put("a reducer that there is not", board -> ((ObjectNode)
                        options(board, "stat").get("reduceOptions"))
                .putArray("calcs")
                .add("newest"));
        changes.put("a key of fields that there is not", board -> defaults(board, "table")
                .put("units", "s"));
        changes.put("a unit that is not used", board -> defaults(board, "stat").put("unit", "seconds"));
        changes.put(
                "a first threshold with a value",
                board -> ((ObjectNode) defaults(board, "stat").at("/thresholds/steps/0")).put("value", 0));
        changes.put(
                "a mapping without a type",
                board -> ((ObjectNode) defaults(board, "state-timeline").at("/mappings/0")).remove("type"));
        changes.put("a property of an override that there is not", board -> ((ObjectNode)
                        panel(board, "table").at("/fieldConfig/overrides/0/properties/0"))
                .put("id", "units"));
        changes.put(
                "a format that takes lines for buckets",
                board -> ((ObjectNode) panel(board, "timeseries").at("/targets/0")).put("format", "heatmap"));
        changes.put("a data source by its name", board -> panel(board, "stat").put("datasource", "Prometheus"));
        changes.put("a variable of a type that is not used", board -> ((ObjectNode) board.at("/templating/list/1"))
                .put("type", "interval"));
        changes.put(
                "a panel wider than the grid",
                board -> ((ObjectNode) panel(board, "stat").get("gridPos")).put("w", 25));
        return changes.entrySet().stream()
                .map(change -> dynamicTest(change.getKey(), () -> {
                    var dashboard = dashboard(DaySteeringBoard.board(), Language.EN);
                    change.getValue().accept(dashboard);

                    assertThat(Schemas.problems(SCHEMA, dashboard)).isNotEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> panels_that_are_in_each_others_way_are_seen() {
        Map<String, Consumer<ObjectNode>> changes = Map.of(
                "NPS last hour, and week has the id of another",
                board -> ((ObjectNode) board.at("/panels/1")).put("id", 1),
                "NPS last hour, and week lies on NPS today",
                board ->
                        ((ObjectNode) board.at("/panels/1/gridPos")).put("x", 3).put("w", 5),
                "Data age goes beyond column 24",
                board -> ((ObjectNode) board.at("/panels/6/gridPos")).put("x", 22));
        return changes.entrySet().stream()
                .map(change -> dynamicTest(change.getKey(), () -> {
                    var dashboard = dashboard(DaySteeringBoard.board(), Language.EN);
                    change.getValue().accept(dashboard);

                    assertThat(Layout.problems(dashboard)).isEqualTo(List.of(change.getKey()));
                }));
    }

    private static ObjectNode panel(ObjectNode dashboard, String type) {
        for (JsonNode panel : dashboard.path("panels")) {
            if (panel.path("type").asText().equals(type)) {
                return (ObjectNode) panel;
            }
        }
        throw new IllegalArgumentException("no panel is a " + type);
    }

    private static ObjectNode options(ObjectNode dashboard, String type) {
        return (ObjectNode) panel(dashboard, type).get("options");
    }

    private static ObjectNode defaults(ObjectNode dashboard, String type) {
        return (ObjectNode) panel(dashboard, type).at("/fieldConfig/defaults");
    }

    private static ObjectNode dashboard(Board board, Language language) {
        try {
            return (ObjectNode) MAPPER.readTree(BoardJson.of(board, language));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a dashboard is no JSON", e);
        }
    }

    private static JsonNode schema() {
        try (var in = DashboardSchemaTest.class.getResourceAsStream("/grafana/dashboard.schema.json")) {
            return MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
