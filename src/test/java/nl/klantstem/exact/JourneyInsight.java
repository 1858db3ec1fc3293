package nl.klantstem.exact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What journey-outcomes must say of counts. */
final class JourneyInsight {

    private JourneyInsight() {}

    static ObjectNode of(Counts now) {
        var json = Line.JSON.createObjectNode();
        long instances = instances(now);
        json.put("instances", instances).put("open", now.of("OPEN"));
        json.put("completed", now.of("COMPLETED")).put("abandoned", now.of("ABANDONED"));
        Figures.share(json, "reordered", now.of("reordered"), now.of("due"));
        Figures.share(json, "reorderedByAgent", now.of("reorderedByAgent"), now.of("due"));
        for (String field : List.of("credited", "found", "kept", "refunded")) {
            Figures.share(json, field, now.of(field), instances);
        }
        Figures.share(json, "leakage", now.of("leakage"), now.of("leakageDue"));
        return json;
    }

    private static long instances(Counts now) {
        return now.of("OPEN") + now.of("COMPLETED") + now.of("ABANDONED");
    }

    /** What is counted over all time. */
    static ObjectNode counters(Counts counts) {
        var json = Line.JSON.createObjectNode();
        json.put("instances", counts.of("instances"));
        json.put("completed", counts.of("COMPLETED")).put("abandoned", counts.of("ABANDONED"));
        for (String field : List.of(
                "due",
                "reordered",
                "reorderedByAgent",
                "credited",
                "found",
                "kept",
                "refunded",
                "leakageDue",
                "leakage")) {
            json.put(field, counts.of(field));
        }
        return json;
    }
}
