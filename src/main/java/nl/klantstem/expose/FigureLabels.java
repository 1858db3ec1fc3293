package nl.klantstem.expose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.klantstem.contract.catalogue.CatalogueVersion;
import nl.klantstem.contract.catalogue.Journey;
import nl.klantstem.contract.out.Scope;

/** The labels of a figure's samples: from the scope, the window and the part of the figure, as its metric names them. */
final class FigureLabels {

    /** The journey of what is counted over all journeys together. */
    static final String ALL = "ALL";

    private static final Map<String, String> DIMENSIONS = Map.of(
            "journey", Scope.JOURNEY,
            "channel", Scope.CHANNEL,
            "audience", Scope.AUDIENCE,
            "driver", Scope.DRIVER,
            "department", Scope.DEPARTMENT,
            "cause", Scope.CAUSE,
            "service_partner", Scope.SERVICE_PARTNER,
            "carrier", Scope.CARRIER,
            "step", Scope.STEP,
            "suppression", Scope.SUPPRESSION_REASON);
    private static final Set<String> NOT_SEGMENTS = Set.of(Scope.PROGRAMME, Scope.AUDIENCE, Scope.JOURNEY);

    private final Map<String, String> ownerOf = new TreeMap<>();

    FigureLabels(CatalogueVersion catalogue) {
        for (Journey journey : catalogue.journeys()) {
            ownerOf.put(journey.id(), journey.owner());
        }
    }

    String[] of(Figure<?> figure, Map<String, String> scope, String window, List<String> part) {
        var labels = new ArrayList<String>();
        var parts = part.iterator();
        for (var name : figure.metric().labels()) {
            labels.add(
                    switch (name) {
                        case "window", "age" -> window;
                        case "owner" -> ownerOf.getOrDefault(label(scope, Scope.JOURNEY), Scope.UNKNOWN);
                        case "segment" -> segment(figure.shape(), scope);
                        case "journey" -> figure.shape().has(Scope.JOURNEY) ? label(scope, Scope.JOURNEY) : ALL;
                        default -> DIMENSIONS.containsKey(name) ? label(scope, DIMENSIONS.get(name)) : parts.next();
                    });
        }
        // The part of a histogram is no label of it, and comes last.
        parts.forEachRemaining(labels::add);
        return labels.toArray(String[]::new);
    }

    /** The dimension that is neither programme, audience nor journey, with its label. */
    private static String segment(Shape shape, Map<String, String> scope) {
        return shape.dimensions().stream()
                .filter(dimension -> !NOT_SEGMENTS.contains(dimension))
                .findFirst()
                .map(dimension -> dimension + "=" + label(scope, dimension))
                .orElse(Scope.UNKNOWN);
    }

    private static String label(Map<String, String> scope, String dimension) {
        return scope.getOrDefault(dimension, Scope.UNKNOWN);
    }
}
