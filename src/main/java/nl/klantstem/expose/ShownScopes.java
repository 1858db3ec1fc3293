package nl.klantstem.expose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.topic.Topic;
import org.jspecify.annotations.Nullable;

/** Decides which scopes of a topic are shown: the right dimensions, one programme, two driver levels, closed labels. */
final class ShownScopes {

    private static final Set<String> NOT_LABELS = Set.of(Scope.PROGRAMME, Scope.LEVEL, Scope.AUDIENCE);

    /** A label that lost its place to another. */
    record Leaves(String dimension, String label) {}

    /** Whether all labels of a scope have a place, and which had to leave for it. */
    record Admission(boolean in, List<Leaves> leaves) {
        Admission {
            leaves = List.copyOf(leaves);
        }
    }

    private final Topic topic;
    private final String programme;
    private final CatalogueLabels labels;
    private final Map<String, ClosedLabels> closed = new HashMap<>();

    ShownScopes(Topic topic, Programme programme, CatalogueLabels labels) {
        this.topic = topic;
        this.programme = programme.name();
        this.labels = labels;
    }

    /** The shape of a scope that is meant to be shown; null for any other. */
    @Nullable
    Shape shape(Scope scope) {
        var of = scope.labels();
        return of.getOrDefault(Scope.PROGRAMME, programme).equals(programme) && isShownLevel(of)
                ? Shape.of(topic, scope).orElse(null)
                : null;
    }

    /** Gives the labels of a scope their places, as far as there are any. */
    Admission admit(Scope scope) {
        if (!CatalogueLabels.audiences().contains(scope.labels().getOrDefault(Scope.AUDIENCE, ""))) {
            return new Admission(false, List.of());
        }
        var leaves = new ArrayList<Leaves>();
        boolean in = true;
        for (var label : scope.labels().entrySet()) {
            // Each is asked whatever the others say: then it plays no part which scope came first.
            in &= admit(label.getKey(), label.getValue(), leaves);
        }
        return new Admission(in, leaves);
    }

    private boolean admit(String dimension, String label, List<Leaves> leaves) {
        if (NOT_LABELS.contains(dimension)) {
            return true;
        }
        var admission = closed.computeIfAbsent(dimension, labels::closed).admit(label);
        if (admission.leaves() != null) {
            leaves.add(new Leaves(dimension, admission.leaves()));
        }
        return admission.in();
    }

    private boolean isShownLevel(Map<String, String> of) {
        var driver = of.get(Scope.DRIVER);
        if (driver == null) {
            return true;
        }
        int depth = Math.min(CatalogueLabels.DRIVER_LEVELS, driver.split("/", -1).length);
        return String.valueOf(depth).equals(of.get(Scope.LEVEL)) && !labels.isDriverGroup(driver);
    }
}
