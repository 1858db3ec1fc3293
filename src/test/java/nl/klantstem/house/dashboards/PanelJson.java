package nl.klantstem.house.dashboards;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import nl.klantstem.house.dashboards.Panel.Look;
import nl.klantstem.house.dashboards.Panel.State;
import nl.klantstem.house.dashboards.Panel.Threshold;

/** A panel as Grafana's classic dashboard model has it. */
final class PanelJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Panel panel;
    private final Language language;
    private final ObjectNode json = JSON.objectNode();
    private final ObjectNode options = JSON.objectNode();
    private final ObjectNode custom = JSON.objectNode();
    private final ObjectNode defaults = JSON.objectNode();
    private final Overrides overrides = new Overrides();

    private PanelJson(Panel panel, Language language) {
        this.panel = panel;
        this.language = language;
    }

    static ObjectNode of(Panel panel, Language language, int id, ObjectNode place) {
        return new PanelJson(panel, language).write(id, place);
    }

    private ObjectNode write(int id, ObjectNode place) {
        json.put("id", id);
        json.put("type", type());
        json.put("title", panel.title().in(language));
        json.put("description", panel.says().in(language));
        json.set("gridPos", place);
        json.set("datasource", datasource());
        defaults.put("unit", panel.unit().grafana());
        defaults.put("decimals", panel.unit().decimals());
        defaults.set("mappings", JSON.arrayNode());
        defaults.set("thresholds", thresholds(List.of()));
        defaults.put("noValue", panel.aids().nothing().in(language));
        json.set("links", Overrides.links(panel.aids().links(), language));
        name();
        draw();
        defaults.set("custom", custom);
        var config = json.putObject("fieldConfig");
        config.set("defaults", defaults);
        config.set("overrides", overrides.json());
        json.set("options", options);
        var targets = json.putArray("targets");
        char letter = 'A';
        for (Query query : panel.queries()) {
            targets.add(target(query, String.valueOf(letter++)));
        }
        return json;
    }

    private String type() {
        if (panel.look() instanceof Look.Numbers) {
            return "stat";
        }
        if (panel.look() instanceof Look.Lines) {
            return "timeseries";
        }
        if (panel.look() instanceof Look.Bars) {
            return "bargauge";
        }
        if (panel.look() instanceof Look.Table) {
            return "table";
        }
        return panel.look() instanceof Look.States ? "state-timeline" : "heatmap";
    }

    private void draw() {
        if (panel.look() instanceof Look.Numbers numbers) {
            drawNumbers(numbers);
        } else if (panel.look() instanceof Look.Lines lines) {
            drawLines(lines);
        } else if (panel.look() instanceof Look.Bars) {
            drawBars();
        } else if (panel.look() instanceof Look.Table table) {
            drawTable(table);
        } else if (panel.look() instanceof Look.States states) {
            drawStates(states.states());
        } else {
            drawHeat();
        }
    }

    private void drawNumbers(Look.Numbers numbers) {
        defaults.set("thresholds", thresholds(numbers.thresholds()));
        defaults.putObject("color").put("mode", numbers.thresholds().isEmpty() ? "fixed" : "thresholds");
        if (numbers.thresholds().isEmpty()) {
            ((ObjectNode) defaults.get("color")).put("fixedColor", "text");
        }
        for (Query query : panel.queries()) {
            if (query.legend().en().equals("n")) {
                overrides.put(query.legend().in(language), Unit.COUNT);
            }
        }
        options.put("colorMode", "value");
        options.put("graphMode", "none");
        options.put("justifyMode", "center");
        options.put("orientation", "auto");
        options.put("textMode", isAlone() ? "value" : "value_and_name");
        options.set("reduceOptions", lastOfEach());
    }

    /** Whether there is one number, which needs no name beside the title. */
    private boolean isAlone() {
        return panel.queries().size() == 1
                && !panel.queries().get(0).legend().en().contains("{{");
    }

    private void drawLines(Look.Lines lines) {
        defaults.putObject("color").put("mode", "palette-classic-by-name");
        custom.put("drawStyle", "line");
        custom.put("lineWidth", lines.stack() == Panel.Stack.NONE ? 2 : 1);
        custom.put("fillOpacity", lines.stack() == Panel.Stack.NONE ? 0 : 60);
        custom.put("showPoints", "never");
        custom.put("spanNulls", false);
        if (lines.stack() != Panel.Stack.NONE) {
            custom.putObject("stacking")
                    .put("mode", lines.stack() == Panel.Stack.ADDED ? "normal" : "percent")
                    .put("group", "A");
        }
        if (lines.scale() == Panel.Scale.LOGARITHMIC) {
            custom.putObject("scaleDistribution").put("type", "log").put("log", 10);
        } else if (panel.unit() != Unit.POINTS) {
            custom.put("axisSoftMin", 0);
        }
        legend(lines.stack() == Panel.Stack.NONE ? "lastNotNull" : "");
        options.putObject("tooltip").put("mode", "multi").put("sort", "desc");
        panel.queries().forEach(this::colour);
        panel.aids().terms().forEach(term -> NamedColour.of(term.called().en())
                .ifPresent(colour -> overrides.colour(term.value(), colour)));
    }

    /** Below the lines, with their newest values when there is something to compute. */
    private void legend(String computed) {
        var legend = options.putObject("legend")
                .put("displayMode", "list")
                .put("placement", "bottom")
                .put("showLegend", true);
        var calcs = legend.putArray("calcs");
        if (!computed.isEmpty()) {
            calcs.add(computed);
        }
    }

    /** Names that have a colour of their own wherever they are drawn. */
    private void colour(Query query) {
        var legend = query.legend().in(language);
        NamedColour.of(query.legend().en()).ifPresent(colour -> overrides.colour(legend, colour));
        if (NamedColour.isHeldAgainst(query.legend().en())) {
            overrides.put(legend, "custom.lineStyle", Overrides.dashed());
        }
        if (query.legend().en().startsWith("95%")) {
            overrides.put(legend, "custom.lineWidth", 1);
        }
        if (query.legend().equals(JourneyBoard.HIGH)) {
            overrides.put(legend, "custom.fillBelowTo", JourneyBoard.LOW.in(language));
            overrides.put(legend, "custom.fillOpacity", 15);
        }
    }

    private void drawBars() {
        defaults.putObject("color").put("mode", "fixed").put("fixedColor", Colour.BLUE.hex());
        defaults.put("min", panel.unit() == Unit.POINTS ? -100 : 0);
        if (panel.unit() == Unit.POINTS) {
            defaults.put("max", 100);
        } else if (panel.unit() == Unit.SHARE) {
            defaults.put("max", 1);
        }
        options.put("displayMode", "basic");
        options.put("orientation", "horizontal");
        options.put("showUnfilled", false);
        options.put("valueMode", "text");
        options.set("reduceOptions", lastOfEach());
    }

    private void drawTable(Look.Table table) {
        var drawn = new TableJson(panel, table, language);
        custom.put("filterable", false);
        drawn.drawOptions(options);
        drawn.override(overrides);
        json.set("transformations", drawn.transformations());
    }

    private void drawStates(List<State> states) {
        defaults.putObject("color").put("mode", "thresholds");
        var values = JSON.objectNode();
        int index = 0;
        for (State state : states) {
            values.putObject(String.valueOf(state.value()))
                    .put("text", state.name().in(language))
                    .put("color", state.colour().hex())
                    .put("index", index++);
        }
        defaults.putArray("mappings").addObject().put("type", "value").set("options", values);
        custom.put("fillOpacity", 80);
        custom.put("lineWidth", 0);
        options.put("mergeValues", true);
        options.put("showValue", "auto");
        options.put("rowHeight", 0.8);
        legend("");
        options.putObject("tooltip").put("mode", "single").put("sort", "none");
    }

    private void drawHeat() {
        options.put("calculate", false);
        options.putObject("cellValues").put("unit", panel.unit().grafana());
        options.putObject("color").put("mode", "scheme").put("scheme", "Blues").put("steps", 64);
        options.putObject("yAxis").put("axisPlacement", "left");
        options.putObject("rowsFrame").put("layout", "auto");
        options.putObject("legend").put("show", true);
        options.putObject("tooltip").put("mode", "single").put("yHistogram", false);
        options.put("cellGap", 1);
    }

    /** What values of labels are called: in a table the cells, elsewhere the series. */
    private void name() {
        if (panel.look() instanceof Look.Table && !panel.aids().terms().isEmpty()) {
            var texts = JSON.objectNode();
            panel.aids().terms().forEach(term -> texts.putObject(term.value())
                    .put("text", term.called().in(language))
                    .put("index", texts.size() - 1));
            defaults.withArray("mappings").addObject().put("type", "value").set("options", texts);
        } else {
            panel.aids()
                    .terms()
                    .forEach(term -> overrides.put(
                            term.value(), "displayName", term.called().in(language)));
        }
    }

    private ObjectNode target(Query query, String refId) {
        var target = JSON.objectNode();
        target.put("refId", refId);
        target.set("datasource", datasource());
        target.put("editorMode", "code");
        target.put("expr", query.expr());
        target.put("legendFormat", query.legend().in(language));
        target.put("instant", query.form() != Query.Form.RANGE);
        target.put("range", query.form() == Query.Form.RANGE);
        target.put("format", format(query));
        return target;
    }

    /** Never "heatmap": that takes each series from the next, as the buckets of a histogram need it, and ours do not. */
    private static String format(Query query) {
        return query.form() == Query.Form.TABLE ? "table" : "time_series";
    }

    private static ObjectNode lastOfEach() {
        var reduce = JSON.objectNode();
        reduce.putArray("calcs").add("lastNotNull");
        reduce.put("fields", "");
        reduce.put("values", false);
        return reduce;
    }

    private static ObjectNode thresholds(List<Threshold> from) {
        var thresholds = JSON.objectNode().put("mode", "absolute");
        var steps = thresholds.putArray("steps");
        steps.addObject()
                .put("color", from.isEmpty() ? Colour.BLUE.hex() : "text")
                .putNull("value");
        from.forEach(threshold ->
                steps.addObject().put("color", threshold.colour().hex()).put("value", threshold.from()));
        return thresholds;
    }

    static ObjectNode datasource() {
        return JSON.objectNode().put("type", "prometheus").put("uid", "${datasource}");
    }
}
