package nl.klantstem.expose;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.catalogue.CatalogueVersion;
import nl.klantstem.contract.catalogue.Driver;
import nl.klantstem.contract.catalogue.Journey;
import nl.klantstem.contract.catalogue.ListedLabels;
import nl.klantstem.contract.flow.ResponseContext;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.AvoidableCause;
import nl.klantstem.contract.in.Channel;
import nl.klantstem.contract.in.Resolution;
import nl.klantstem.contract.out.ContactOutcomes.Handling;
import nl.klantstem.contract.out.Scope;

/** The closed lists of labels that a catalogue gives, over all its versions. */
final class CatalogueLabels {

    /** How deep drivers are shown: deeper levels are part of these, and would count twice. */
    static final int DRIVER_LEVELS = 2;

    /** The most labels that are shown of a dimension that a catalogue lists. */
    private static final int LISTED_CAP = 16;

    private static final List<String> LISTED =
            List.of(Scope.SERVICE_PARTNER, Scope.CARRIER, Scope.DEPARTMENT, Scope.SUPPRESSION_REASON);

    /** The dimensions whose labels are the same in every catalogue. */
    private static final Map<String, List<String>> FIXED = Map.of(
            Scope.CHANNEL, names(Channel.values()),
            Scope.CAUSE, names(AvoidableCause.values()),
            Scope.HANDLING, names(Handling.values()),
            Scope.RESOLUTION, names(Resolution.values()),
            Scope.WAIT_IMPOSED, List.of(ResponseContext.YES, ResponseContext.NO),
            Scope.PROOF_ASKED, List.of(ResponseContext.YES, ResponseContext.NO),
            Scope.CONTACTS_NEEDED, List.of("1", "2", "3+"));

    private record Labels(Collection<String> known, int open, int cap) {}

    private final Map<String, Labels> lists = new HashMap<>();
    private final Map<String, String> audienceOf = new TreeMap<>();
    private final Map<String, String> journeyOf = new TreeMap<>();
    private final Map<String, Set<String>> departmentsOf = new TreeMap<>();
    private final Map<String, Set<String>> stepsOf = new TreeMap<>();
    private final WindowLabels windows;
    private final Set<String> driverGroups = new TreeSet<>();

    CatalogueLabels(Catalogue catalogue, int journeyCap, int driverCap) {
        for (var version : catalogue.versions()) {
            for (Journey journey : version.journeys()) {
                audienceOf.put(journey.id(), journey.audience().name());
                var steps = stepsOf.computeIfAbsent(journey.id(), any -> new TreeSet<>());
                journey.steps().forEach(step -> steps.add(step.id()));
            }
            version.drivers().forEach(this::take);
        }
        journeyOf.keySet().stream().filter(code -> code.contains("/")).forEach(code -> driverGroups.add(group(code)));
        driverGroups.removeAll(journeyOf.keySet());
        FIXED.forEach((dimension, labels) -> lists.put(dimension, new Labels(labels, 0, labels.size())));
        LISTED.forEach(dimension ->
                lists.put(dimension, new Labels(listed(catalogue, dimension), open(catalogue, dimension), LISTED_CAP)));
        lists.put(Scope.JOURNEY, new Labels(audienceOf.keySet(), open(catalogue, Scope.JOURNEY), journeyCap));
        lists.put(Scope.DRIVER, new Labels(journeyOf.keySet(), open(catalogue, Scope.DRIVER), driverCap));
        var steps = stepsOf.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        lists.put(Scope.STEP, new Labels(steps, 0, steps.size()));
        windows = new WindowLabels(catalogue.latest().windows());
    }

    /** A list of a dimension's labels; one of its own for each topic. */
    ClosedLabels closed(String dimension) {
        var labels = lists.getOrDefault(dimension, new Labels(Set.of(), 0, 0));
        return new ClosedLabels(labels.known(), labels.open(), labels.cap());
    }

    /** The labels of a dimension that are there from the start: the known ones, and those outside of them. */
    List<String> announced(String dimension) {
        var outside = FIXED.containsKey(dimension) ? Stream.of(Scope.UNKNOWN) : Stream.of(Scope.OTHER, Scope.UNKNOWN);
        return Stream.concat(closed(dimension).known().stream(), outside).toList();
    }

    /** The audience whose journey it is; none for {@code other} and {@code unknown}, which are anyone's. */
    List<String> audiencesOf(String journey) {
        var audience = audienceOf.get(journey);
        return audience == null ? audiences() : List.of(audience);
    }

    /** The journey that a driver belongs to. */
    String journeyOf(String driver) {
        return journeyOf.getOrDefault(driver, Scope.UNKNOWN);
    }

    /** The steps of a journey, of all versions; none for one that is not in the catalogue. */
    Set<String> stepsOf(String journey) {
        return stepsOf.getOrDefault(journey, Set.of());
    }

    /** Who can prevent contacts of a journey, by its drivers. */
    Set<String> departmentsOf(String journey) {
        return departmentsOf.getOrDefault(journey, Set.of());
    }

    WindowLabels windows() {
        return windows;
    }

    /** Whether this names a whole group of drivers that are shown one by one. */
    boolean isDriverGroup(String driver) {
        return driverGroups.contains(driver);
    }

    static List<String> audiences() {
        return names(Audience.values());
    }

    /** The top level of a driver. */
    static String group(String driver) {
        return driver.substring(0, driver.indexOf('/'));
    }

    private void take(Driver driver) {
        var journey = driver.journeyId() == null ? Scope.UNKNOWN : driver.journeyId();
        journeyOf.putIfAbsent(shown(driver.code()), journey);
        if (driver.owningDepartment() != null) {
            departmentsOf.computeIfAbsent(journey, any -> new TreeSet<>()).add(driver.owningDepartment());
        }
    }

    private static Set<String> listed(Catalogue catalogue, String dimension) {
        var listed = new TreeSet<String>();
        for (var version : catalogue.versions()) {
            listed.addAll(ListedLabels.of(version, dimension));
        }
        return listed;
    }

    /** The top level of a driver, which may be all of it. */
    static String top(String driver) {
        return driver.contains("/") ? group(driver) : driver;
    }

    /** A driver as deep as it is shown. */
    static String shown(String code) {
        return Arrays.stream(code.split("/")).limit(DRIVER_LEVELS).collect(Collectors.joining("/"));
    }

    private static int open(Catalogue catalogue, String dimension) {
        return catalogue.versions().stream()
                .map(CatalogueVersion::open)
                .map(open -> open.getOrDefault(dimension, 0))
                .max(Comparator.naturalOrder())
                .orElse(0);
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
