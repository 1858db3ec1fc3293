package nl.klantstem.expose;

import java.util.Arrays;
import java.util.Comparator;
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
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Channel;
import nl.klantstem.contract.out.Scope;

/** The closed lists of labels that a catalogue gives, over all its versions: what can come is shown from the start. */
final class CatalogueLabels {

    /** How deep drivers are shown: deeper levels are part of these, and would count twice. */
    static final int DRIVER_LEVELS = 2;

    /** A journey as it is labelled, with the audience whose journey it is. */
    record JourneyLabel(String journey, String audience) {}

    /** A driver as it is labelled, with the journey that it belongs to. */
    record DriverLabel(String driver, String journey) {}

    private final Map<String, String> audienceOf = new TreeMap<>();
    private final Map<String, String> journeyOf = new TreeMap<>();
    private final int openJourneys;
    private final int openDrivers;
    private final int journeyCap;
    private final int driverCap;
    private final WindowLabels windows;
    private final Set<String> driverGroups = new TreeSet<>();

    CatalogueLabels(Catalogue catalogue, int journeyCap, int driverCap) {
        for (var version : catalogue.versions()) {
            for (Journey journey : version.journeys()) {
                audienceOf.put(journey.id(), journey.audience().name());
            }
            for (Driver driver : version.drivers()) {
                var journey = driver.journeyId();
                journeyOf.putIfAbsent(shown(driver.code()), journey == null ? Scope.UNKNOWN : journey);
            }
        }
        journeyOf.keySet().stream().filter(code -> code.contains("/")).forEach(code -> driverGroups.add(group(code)));
        driverGroups.removeAll(journeyOf.keySet());
        this.openJourneys = open(catalogue, Scope.JOURNEY);
        this.openDrivers = open(catalogue, Scope.DRIVER);
        this.journeyCap = journeyCap;
        this.driverCap = driverCap;
        windows = new WindowLabels(catalogue.latest().windows());
    }

    /** A list of its own for each topic. */
    ClosedLabels journeys() {
        return new ClosedLabels(audienceOf.keySet(), openJourneys, journeyCap);
    }

    /** A list of its own for each topic. */
    ClosedLabels drivers() {
        return new ClosedLabels(journeyOf.keySet(), openDrivers, driverCap);
    }

    /** The journeys, and {@code other} and {@code unknown}, which are anyone's. */
    List<JourneyLabel> announcedJourneys() {
        var known = journeys().known().stream()
                .map(journey -> new JourneyLabel(journey, audienceOf.getOrDefault(journey, Scope.UNKNOWN)));
        var always = Stream.of(Scope.OTHER, Scope.UNKNOWN)
                .flatMap(journey -> audiences().stream().map(audience -> new JourneyLabel(journey, audience)));
        return Stream.concat(known, always).toList();
    }

    /** The drivers with the journey they belong to, and {@code other} and {@code unknown}. */
    List<DriverLabel> announcedDrivers() {
        var known = drivers().known().stream()
                .map(driver -> new DriverLabel(driver, journeyOf.getOrDefault(driver, Scope.UNKNOWN)));
        var always = Stream.of(Scope.OTHER, Scope.UNKNOWN).map(driver -> new DriverLabel(driver, Scope.UNKNOWN));
        return Stream.concat(known, always).toList();
    }

    WindowLabels windows() {
        return windows;
    }

    /** Whether this names a whole group of drivers that are shown one by one. */
    boolean isDriverGroup(String driver) {
        return driverGroups.contains(driver);
    }

    static List<String> channels() {
        return Stream.concat(Arrays.stream(Channel.values()).map(Channel::name), Stream.of(Scope.UNKNOWN))
                .toList();
    }

    static List<String> audiences() {
        return Arrays.stream(Audience.values()).map(Audience::name).toList();
    }

    /** The top level of a driver. */
    static String group(String driver) {
        return driver.substring(0, driver.indexOf('/'));
    }

    private static String shown(String code) {
        return Arrays.stream(code.split("/")).limit(DRIVER_LEVELS).collect(Collectors.joining("/"));
    }

    private static int open(Catalogue catalogue, String dimension) {
        return catalogue.versions().stream()
                .map(CatalogueVersion::open)
                .map(open -> open.getOrDefault(dimension, 0))
                .max(Comparator.naturalOrder())
                .orElse(0);
    }
}
