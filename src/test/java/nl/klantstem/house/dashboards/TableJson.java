package nl.klantstem.house.dashboards;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.klantstem.house.dashboards.Panel.Column;
import nl.klantstem.house.dashboards.Panel.Look;

/** A table as Grafana's classic dashboard model has it: the answers to its queries joined by their labels. */
final class TableJson {

    private final Panel panel;
    private final Look.Table table;
    private final Language language;

    TableJson(Panel panel, Look.Table table, Language language) {
        this.panel = panel;
        this.table = table;
        this.language = language;
    }

    void drawOptions(ObjectNode options) {
        options.put("showHeader", true);
        options.put("cellHeight", "sm");
        options.putArray("sortBy")
                .addObject()
                .put("displayName", table.sortedBy().in(language))
                .put("desc", true);
    }

    ArrayNode transformations() {
        var transformations = JsonNodeFactory.instance.arrayNode();
        transformations.addObject().put("id", "merge").putObject("options");
        var organize = transformations.addObject().put("id", "organize").putObject("options");
        var names = organize.putObject("renameByName");
        var order = organize.putObject("indexByName");
        var left = organize.putObject("excludeByName").put("Time", true);
        fields().forEach(field -> left.put(field, true));
        int place = 0;
        for (Column column : table.columns()) {
            String source = valueField(column.source());
            left.remove(source);
            order.put(source, place++);
            names.put(source, column.title().in(language));
        }
        return transformations;
    }

    void override(Overrides overrides) {
        for (Column column : table.columns()) {
            String title = column.title().in(language);
            overrides.put(title, column.unit());
            column.link().ifPresent(link -> overrides.put(title, "links", Overrides.links(List.of(link), language)));
        }
    }

    /** All that the answers have: labels and values. Grafana shows what is not left out. */
    private Set<String> fields() {
        var fields = new TreeSet<String>();
        panel.queries().forEach(query -> {
            fields.addAll(new Expression(query.expr()).groups());
            fields.add(valueField(query.legend().en()));
        });
        return fields;
    }

    /** Prometheus calls a query's values "Value #A" when there are several, and leaves labels by their names. */
    private String valueField(String source) {
        for (int at = 0; at < panel.queries().size(); at++) {
            if (panel.queries().get(at).legend().en().equals(source)) {
                return panel.queries().size() == 1 ? "Value" : "Value #" + (char) ('A' + at);
            }
        }
        return source;
    }
}
