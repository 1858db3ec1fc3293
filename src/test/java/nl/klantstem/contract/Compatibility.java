package nl.klantstem.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What of a released schema a newer one breaks for those who read by it, all the way down. Fields and enum values may be
 * added and ranges may widen; nothing else may change: records of both are in the same compacted topic.
 */
final class Compatibility {

    /** Must be as released: what kind of value it is, and how many there are of it. */
    private static final List<String> SAME = List.of("type", "const", "format", "minItems", "maxItems", "uniqueItems");

    private static final List<String> NESTED = List.of("items", "additionalProperties", "propertyNames", "contains");

    private final List<String> breaks = new ArrayList<>();

    private Compatibility() {}

    static List<String> breaks(JsonNode released, JsonNode now) {
        var compatibility = new Compatibility();
        compatibility.compare(released, now, "");
        return compatibility.breaks;
    }

    private void compare(JsonNode released, JsonNode now, String path) {
        for (String keyword : SAME) {
            if (!released.path(keyword).equals(now.path(keyword))) {
                breaks.add(at(path) + keyword + " was " + said(released.path(keyword)) + " and is "
                        + said(now.path(keyword)));
            }
        }
        compareValues(released, now, path);
        compareRequired(released, now, path);
        released.path("properties").properties().forEach(field -> {
            var name = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
            var property = now.path("properties").path(field.getKey());
            if (property.isMissingNode()) {
                breaks.add(name + ": is gone");
            } else {
                compare(field.getValue(), property, name);
            }
        });
        for (String keyword : NESTED) {
            if (released.path(keyword).isObject()) {
                compare(released.path(keyword), now.path(keyword), path + "[" + keyword + "]");
            }
        }
    }

    /** A value that goes breaks who counts on it; a new one is to be expected. */
    private void compareValues(JsonNode released, JsonNode now, String path) {
        var gone = texts(released.path("enum"));
        gone.removeAll(texts(now.path("enum")));
        if (!gone.isEmpty() && now.has("enum")) {
            breaks.add(at(path) + "values " + gone + " are gone");
        }
        if (released.has("enum") != now.has("enum")) {
            breaks.add(at(path) + "was " + (released.has("enum") ? "a closed list" : "open") + " and is not");
        }
    }

    /** Records that were published without a field stay in the topic; readers count on one that was always there. */
    private void compareRequired(JsonNode released, JsonNode now, String path) {
        var before = texts(released.path("required"));
        var after = texts(now.path("required"));
        for (String name : after) {
            if (!before.contains(name)) {
                breaks.add(at(path) + name + " becomes required");
            }
        }
        for (String name : before) {
            if (!after.contains(name)) {
                breaks.add(at(path) + name + " is no longer always there");
            }
        }
    }

    private static String at(String path) {
        return path.isEmpty() ? "" : path + ": ";
    }

    private static String said(JsonNode value) {
        return value.isMissingNode() ? "not given" : value.toString();
    }

    private static Set<String> texts(JsonNode array) {
        var texts = new TreeSet<String>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
