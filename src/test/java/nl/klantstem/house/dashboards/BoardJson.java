package nl.klantstem.house.dashboards;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import nl.klantstem.expose.AlertMetric;
import nl.klantstem.expose.MetricCatalogue;
import nl.klantstem.house.dashboards.Board.Row;
import nl.klantstem.house.dashboards.Board.Variable;

/** A dashboard as Grafana's classic model has it: schema version 39, the newest that provisioning from files takes everywhere. */
final class BoardJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final int SCHEMA_VERSION = 39;
    private static final int COLUMNS = 24;

    private final Board board;
    private final Language language;

    private BoardJson(Board board, Language language) {
        this.board = board;
        this.language = language;
    }

    static String of(Board board, Language language) {
        try {
            return MAPPER.writeValueAsString(new BoardJson(board, language).write()) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a dashboard cannot be written", e);
        }
    }

    private ObjectNode write() {
        var json = JSON.objectNode();
        json.put("uid", board.uid());
        json.put("title", board.title().in(language));
        json.put("description", board.says().in(language));
        json.putArray("tags").add("klantstem");
        json.put("schemaVersion", SCHEMA_VERSION);
        json.put("version", 1);
        json.put("editable", false);
        json.put("graphTooltip", 1);
        json.put("timezone", "Europe/Amsterdam");
        json.put("weekStart", "monday");
        json.put("refresh", board.refresh());
        json.putObject("time").put("from", board.from()).put("to", "now");
        json.putObject("timepicker");
        json.set("links", links());
        json.putObject("templating").set("list", variables());
        json.putObject("annotations").set("list", annotations());
        json.set("panels", panels());
        return json;
    }

    private ArrayNode panels() {
        var panels = JSON.arrayNode();
        int id = 1;
        int top = 0;
        for (Row row : board.rows()) {
            if (!row.heading().en().isEmpty()) {
                panels.add(heading(row, id++, top));
                top++;
            }
            int left = 0;
            int height = 0;
            for (Panel panel : row.panels()) {
                panels.add(PanelJson.of(panel, language, id++, place(left, top, panel.width(), panel.height())));
                left += panel.width();
                height = Math.max(height, panel.height());
            }
            if (left > COLUMNS) {
                throw new IllegalStateException("a row of " + board.file() + " is " + left + " columns wide");
            }
            top += height;
        }
        return panels;
    }

    private ObjectNode heading(Row row, int id, int top) {
        var heading = JSON.objectNode();
        heading.put("id", id);
        heading.put("type", "row");
        heading.put("title", row.heading().in(language));
        heading.put("collapsed", false);
        heading.set("gridPos", place(0, top, COLUMNS, 1));
        heading.putArray("panels");
        return heading;
    }

    private static ObjectNode place(int x, int y, int width, int height) {
        return JSON.objectNode().put("h", height).put("w", width).put("x", x).put("y", y);
    }

    private ArrayNode variables() {
        var list = JSON.arrayNode();
        list.addObject()
                .put("name", "datasource")
                .put("label", language == Language.EN ? "Data source" : "Bron")
                .put("type", "datasource")
                .put("query", "prometheus")
                .put("refresh", 1)
                .put("hide", 0);
        for (Variable variable : Variable.values()) {
            if (board.asks().contains(variable)) {
                list.add(variable(variable));
            }
        }
        return list;
    }

    private ObjectNode variable(Variable variable) {
        boolean en = language == Language.EN;
        return switch (variable) {
            case AUDIENCE -> fixed("audience", en ? "Audience" : "Doelgroep", "CUSTOMER", "CUSTOMER,PARTNER");
            case WINDOW -> fixed("window", en ? "Window" : "Venster", "24h", "1h,6h,24h,7d,28d,today");
            case JOURNEY ->
                asked(
                        "journey",
                        en ? "Journey" : "Reis",
                        "label_values(%s{%s}, journey)"
                                .formatted(
                                        MetricCatalogue.NPS_JOURNEY_WINDOW_RESPONSES.fullName(),
                                        board.asks().contains(Variable.AUDIENCE) ? Choice.AUDIENCE : ""));
            case CHANNEL ->
                asked(
                        "channel",
                        en ? "Channel" : "Kanaal",
                        "label_values(%s, channel)".formatted(MetricCatalogue.CONTACTS.fullName()));
        };
    }

    private static ObjectNode fixed(String name, String label, String chosen, String values) {
        var variable = JSON.objectNode();
        variable.put("name", name).put("label", label).put("type", "custom").put("query", values);
        variable.put("multi", false).put("includeAll", false).put("hide", 0);
        variable.putObject("current").put("text", chosen).put("value", chosen).put("selected", true);
        var options = variable.putArray("options");
        for (String value : values.split(",")) {
            options.addObject().put("text", value).put("value", value).put("selected", value.equals(chosen));
        }
        return variable;
    }

    private ObjectNode asked(String name, String label, String query) {
        var variable = JSON.objectNode();
        variable.put("name", name).put("label", label).put("type", "query");
        variable.set("datasource", PanelJson.datasource());
        variable.put("definition", query);
        variable.putObject("query").put("query", query).put("refId", name);
        variable.put("refresh", 2).put("sort", 1).put("regex", "");
        variable.put("multi", true)
                .put("includeAll", true)
                .put("allValue", ".*")
                .put("hide", 0);
        var all = variable.putObject("current");
        all.putArray("text").add(language == Language.EN ? "All" : "Alle");
        all.putArray("value").add("$__all");
        all.put("selected", true);
        variable.putArray("options");
        return variable;
    }

    /** What happened, drawn over all lines. */
    private ArrayNode annotations() {
        var list = JSON.arrayNode();
        var drops = Series.of(AlertMetric.NPS_ALERT_ACTIVE, Choice.label("direction", "DROP"));
        list.add(annotation(
                new Words("NPS drop", "NPS-daling"),
                "max by (journey) (" + drops + ") > 0",
                "{{journey}}",
                Colour.VERMILION));
        var surges = Series.of(AlertMetric.CONTACT_SURGE_ACTIVE);
        list.add(annotation(
                new Words("Contact surge", "Contactgolf"),
                "max by (driver) (" + surges + ") > 0",
                "{{driver}}",
                Colour.ORANGE));
        return list;
    }

    private ObjectNode annotation(Words name, String expr, String title, Colour colour) {
        var annotation = JSON.objectNode();
        annotation.put("name", name.in(language));
        annotation.set("datasource", PanelJson.datasource());
        annotation.put("enable", true).put("hide", false).put("iconColor", colour.hex());
        annotation
                .put("expr", expr)
                .put("step", "60s")
                .put("titleFormat", name.in(language))
                .put("textFormat", title);
        return annotation;
    }

    private ArrayNode links() {
        var links = JSON.arrayNode();
        var link = links.addObject();
        link.put("title", language == Language.EN ? "Klantstem dashboards" : "Dashboards van Klantstem");
        link.put("type", "dashboards")
                .put("asDropdown", true)
                .put("includeVars", true)
                .put("keepTime", true);
        link.put("icon", "external link")
                .put("targetBlank", false)
                .put("tooltip", "")
                .put("url", "");
        link.putArray("tags").add("klantstem");
        return links;
    }
}
