package nl.klantstem.exact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where something counts: in a cell (the insight's topic and its scope as text), in a minute of event time. */
record Place(String cell, long minute) {

    /** The insights by the name that their cubes have in a catalogue. */
    static final Map<String, String> TOPICS = Map.of(
            "nps", "journey-nps",
            "contacts", "contact-drivers",
            "outcomes", "contact-outcomes",
            "avoidable", "avoidable-contacts",
            "service-partners", "service-partners",
            "deliveries", "delivery-outcomes",
            "steps", "journey-steps",
            "journeys", "journey-outcomes",
            "surveys", "survey-health");

    private static final Map<String, Map<Map<String, String>, String>> CELLS = new HashMap<>();

    /** The scopes that the cubes of a measure make of some labels; none of a cube with a dimension that has no label. */
    static List<Map<String, String>> scopes(
            Reference reference, String measure, Map<String, String> always, Function<String, @Nullable String> label) {
        var scopes = new ArrayList<Map<String, String>>();
        for (List<String> cube : reference.cubes(measure)) {
            if (cube.stream().anyMatch(dimension -> label.apply(dimension) == null)) {
                continue;
            }
            var scope = new TreeMap<>(always);
            cube.forEach(dimension -> scope.put(dimension, label.apply(dimension)));
            if (!cube.contains("driver")) {
                scopes.add(scope);
                continue;
            }
            int level = 1;
            for (String driver : Reference.levels(scope.get("driver"))) {
                var ofLevel = new TreeMap<>(scope);
                ofLevel.put("driver", driver);
                ofLevel.put("level", Integer.toString(level++));
                scopes.add(ofLevel);
            }
        }
        return scopes;
    }

    /** Counts the same in every scope that the cubes of a measure make of some labels. */
    static void count(
            Map<Place, Counts> counted,
            Reference reference,
            String measure,
            Map<String, String> always,
            Function<String, @Nullable String> label,
            Instant at,
            Counts counts) {
        for (var scope : scopes(reference, measure, always, label)) {
            counted.merge(of(measure, scope, at), counts, (a, b) -> new Counts()
                    .add(a)
                    .add(b));
        }
    }

    static Place of(String measure, Map<String, String> scope, Instant at) {
        String cell = CELLS.computeIfAbsent(measure, m -> new HashMap<>())
                .computeIfAbsent(scope, labels -> TOPICS.get(measure) + " " + text(labels));
        return new Place(cell, Math.floorDiv(at.getEpochSecond(), 60L));
    }

    /** As a scope is published: names sorted, the level a number. */
    private static ObjectNode text(Map<String, String> scope) {
        ObjectNode text = Line.JSON.createObjectNode();
        new TreeMap<>(scope).forEach((name, label) -> {
            if (name.equals("level")) {
                text.put(name, Integer.parseInt(label));
            } else {
                text.put(name, label);
            }
        });
        return text;
    }
}
