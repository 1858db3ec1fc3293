package nl.klantstem.house.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** What a schema cannot say of a dashboard: panels with numbers of their own that lie beside each other on 24 columns. */
final class Layout {

    private static final int COLUMNS = 24;

    private Layout() {}

    /** In words; none when all is well. */
    static List<String> problems(JsonNode dashboard) {
        var problems = new ArrayList<String>();
        var ids = new HashSet<Integer>();
        var before = new ArrayList<JsonNode>();
        for (JsonNode panel : dashboard.path("panels")) {
            String title = panel.path("title").asText();
            if (!ids.add(panel.path("id").asInt())) {
                problems.add(title + " has the id of another");
            }
            if (at(panel, "x") + at(panel, "w") > COLUMNS) {
                problems.add(title + " goes beyond column " + COLUMNS);
            }
            before.stream()
                    .filter(other -> overlap(panel, other))
                    .forEach(other -> problems.add(
                            title + " lies on " + other.path("title").asText()));
            before.add(panel);
        }
        return problems;
    }

    private static boolean overlap(JsonNode one, JsonNode other) {
        return meet(one, other, "x", "w") && meet(one, other, "y", "h");
    }

    private static boolean meet(JsonNode one, JsonNode other, String from, String length) {
        return at(one, from) < at(other, from) + at(other, length) && at(other, from) < at(one, from) + at(one, length);
    }

    private static int at(JsonNode panel, String where) {
        return panel.path("gridPos").path(where).asInt();
    }
}
