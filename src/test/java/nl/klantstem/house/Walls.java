package nl.klantstem.house;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The walls between the rooms: what each room may import, and where the wall clock may be read. */
record Walls(String base) {

    private static final Set<String> SHARED = Set.of("contract", "stats", "topic", "rolling");

    /** What a room may import besides itself; a room that is not named here may import nothing of ours. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("contract", Set.of()),
            Map.entry("stats", Set.of()),
            Map.entry("topic", Set.of("contract")),
            Map.entry("ingest", Set.of("contract", "stats", "topic")),
            Map.entry("link", SHARED),
            Map.entry("measure", SHARED),
            Map.entry("insight", SHARED),
            Map.entry("rolling", Set.of("contract", "stats", "topic")),
            Map.entry("expose", Set.of("contract", "stats", "topic")),
            Map.entry("replay", Set.of("contract", "topic")),
            Map.entry("app", Set.of("*")));

    /** Code of others that a room must not see. */
    private static final Map<String, List<String>> FOREIGN = Map.of(
            "contract", List.of("org.apache.kafka", "com.fasterxml.jackson.databind", "org.slf4j"),
            "stats", List.of("org.apache.kafka", "com.fasterxml.jackson", "org.slf4j"));

    /** Rooms whose rooms do not know each other. */
    private static final Set<String> DIVIDED = Set.of("measure", "insight");

    private static final Set<String> CLOCK_ROOMS = Set.of("app", "expose", "replay");
    private static final Set<String> CLOCKS =
            Set.of("now", "currentTimeMillis", "systemUTC", "systemDefaultZone", "system");

    /** Every import that goes through a wall. */
    List<String> broken(JavaClasses classes) {
        return classes.stream()
                .filter(this::isOurs)
                .flatMap(from -> from.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                        .distinct()
                        .filter(to -> !allowed(from, to))
                        .map(to -> from.getName() + " uses " + to.getName()))
                .distinct()
                .sorted()
                .toList();
    }

    /** Every reading of the wall clock where only given times may be used. */
    List<String> clocks(JavaClasses classes) {
        return classes.stream()
                .filter(from -> isOurs(from) && !CLOCK_ROOMS.contains(room(from)))
                .flatMap(from -> Stream.<JavaAccess<?>>concat(
                                from.getMethodCallsFromSelf().stream(), from.getMethodReferencesFromSelf().stream())
                        .filter(access -> CLOCKS.contains(access.getTarget().getName()))
                        .filter(access ->
                                access.getTargetOwner().getPackageName().equals("java.time")
                                        || access.getTargetOwner().isEquivalentTo(System.class))
                        .map(access ->
                                from.getName() + " reads " + access.getTarget().getFullName()))
                .distinct()
                .sorted()
                .toList();
    }

    /** How many classes each room has, to see that the rule looked at something. */
    Map<String, Long> rooms(JavaClasses classes) {
        var rooms = new TreeMap<String, Long>();
        classes.stream().filter(this::isOurs).forEach(c -> rooms.merge(room(c), 1L, Long::sum));
        return rooms;
    }

    private boolean allowed(JavaClass from, JavaClass to) {
        var room = room(from);
        if (!isOurs(to)) {
            return FOREIGN.getOrDefault(room, List.of()).stream()
                    .noneMatch(foreign -> to.getPackageName().startsWith(foreign));
        }
        if (room.equals(room(to))) {
            return !DIVIDED.contains(room)
                    || part(to, 1).isEmpty() // what all in the room share
                    || part(from, 1).equals(part(to, 1));
        }
        var mayUse = MAY_USE.getOrDefault(room, Set.of());
        return mayUse.contains("*") || mayUse.contains(room(to));
    }

    private boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith(base + ".");
    }

    private String room(JavaClass type) {
        return part(type, 0);
    }

    /** A step of the package name behind the base: the room, then the room in the room. */
    private String part(JavaClass type, int step) {
        var steps = type.getPackageName().substring(base.length() + 1).split("\\.", -1);
        return step < steps.length ? steps[step] : "";
    }
}
