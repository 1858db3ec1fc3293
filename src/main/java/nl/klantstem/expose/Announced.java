package nl.klantstem.expose;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.topic.Topic;

/**
 * The scopes of a shape that a catalogue lets expect: shown from the start, at zero, since an increase from nothing to five
 * is none to Prometheus. Labels that hang together (a journey and its audience, a driver and its journey) come together.
 */
final class Announced {

    /** Told by a scope, and no label of any metric. */
    private static final Set<String> NOT_LABELS = Set.of(Scope.PROGRAMME, Scope.LEVEL);

    private static final Set<Topic> OF_CONTACTS = Set.of(Topic.CONTACT_DRIVERS, Topic.CONTACT_OUTCOMES);

    private final CatalogueLabels labels;

    Announced(CatalogueLabels labels) {
        this.labels = labels;
    }

    List<Map<String, String>> scopes(Shape shape) {
        var scopes = first(shape);
        for (var dimension : shape.dimensions()) {
            scopes = scopes.flatMap(scope -> with(scope, dimension));
        }
        return scopes.filter(scope -> canBe(shape, scope)).toList();
    }

    /** A contact always names its channel: only answers may have none. */
    private static boolean canBe(Shape shape, Map<String, String> scope) {
        return !OF_CONTACTS.contains(shape.topic()) || !Scope.UNKNOWN.equals(scope.get(Scope.CHANNEL));
    }

    private Stream<Map<String, String>> first(Shape shape) {
        if (shape.has(Scope.JOURNEY) && shape.has(Scope.DEPARTMENT)) {
            return labels.announced(Scope.JOURNEY).stream().flatMap(this::avoidable);
        }
        if (shape.has(Scope.DRIVER)) {
            // No metric of drivers has the audience: a driver is one audience's.
            return labels.announced(Scope.DRIVER).stream()
                    .map(driver -> Map.of(
                            Scope.DRIVER,
                            driver,
                            Scope.JOURNEY,
                            labels.journeyOf(driver),
                            Scope.AUDIENCE,
                            Scope.UNKNOWN));
        }
        if (shape.has(Scope.JOURNEY)) {
            return labels.announced(Scope.JOURNEY).stream().flatMap(journey -> labels.audiencesOf(journey).stream()
                    .map(audience -> Map.of(Scope.JOURNEY, journey, Scope.AUDIENCE, audience)));
        }
        return CatalogueLabels.audiences().stream().map(audience -> Map.of(Scope.AUDIENCE, audience));
    }

    /** Of all that could cause contacts on a journey, what its drivers can; that nothing is known is always possible. */
    private Stream<Map<String, String>> avoidable(String journey) {
        var known = labels.departmentsOf(journey).stream().flatMap(department -> labels.announced(Scope.CAUSE).stream()
                .map(cause -> Map.of(
                        Scope.JOURNEY,
                        journey,
                        Scope.DEPARTMENT,
                        department,
                        Scope.CAUSE,
                        cause,
                        Scope.AUDIENCE,
                        Scope.UNKNOWN)));
        var unknown = Map.of(
                Scope.JOURNEY,
                journey,
                Scope.DEPARTMENT,
                Scope.UNKNOWN,
                Scope.CAUSE,
                Scope.UNKNOWN,
                Scope.AUDIENCE,
                Scope.UNKNOWN);
        return Stream.concat(known, Stream.of(unknown));
    }

    private Stream<Map<String, String>> with(Map<String, String> scope, String dimension) {
        if (scope.containsKey(dimension) || NOT_LABELS.contains(dimension)) {
            return Stream.of(scope);
        }
        // A gauge outside of a journey's steps may come as it is: only counters must begin at zero.
        var all = dimension.equals(Scope.STEP)
                ? labels.stepsOf(scope.getOrDefault(Scope.JOURNEY, ""))
                : labels.announced(dimension);
        return all.stream().map(label -> {
            var more = new TreeMap<>(scope);
            more.put(dimension, label);
            return more;
        });
    }
}
