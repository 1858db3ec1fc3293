package nl.klantstem.house.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What is otherwise for fields of some name than for all of a panel. */
final class Overrides {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ArrayNode all = JSON.arrayNode();

    void put(String name, String property, JsonNode value) {
        var override = all.addObject();
        override.putObject("matcher").put("id", "byName").put("options", name);
        override.putArray("properties").addObject().put("id", property).set("value", value);
    }

    void put(String name, String property, String text) {
        put(name, property, JSON.textNode(text));
    }

    void put(String name, String property, int number) {
        put(name, property, JSON.numberNode(number));
    }

    void put(String name, Unit unit) {
        put(name, "unit", unit.grafana());
        put(name, "decimals", unit.decimals());
    }

    void colour(String name, Colour colour) {
        put(name, "color", JSON.objectNode().put("mode", "fixed").put("fixedColor", colour.hex()));
    }

    ArrayNode json() {
        return all;
    }

    /** Links as panels, fields and dashboards have them. */
    static ArrayNode links(List<Link> further, Language language) {
        var links = JSON.arrayNode();
        further.forEach(link -> links.addObject()
                .put("title", link.title().in(language))
                .put("url", link.url())
                .put("targetBlank", false));
        return links;
    }

    static ObjectNode dashed() {
        var style = JSON.objectNode().put("fill", "dash");
        style.putArray("dash").add(4).add(4);
        return style;
    }
}
