package nl.klantstem.expose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.klantstem.contract.catalogue.CatalogueVersion;
import nl.klantstem.contract.catalogue.Driver;
import nl.klantstem.contract.catalogue.Journey;
import nl.klantstem.contract.out.Scope;
import org.jspecify.annotations.Nullable;

/** Whose journeys and drivers are, so that what is said of them finds who can do something about it. */
final class CatalogueMetrics {

    private final CatalogueVersion catalogue;
    private final Map<String, Journey> journeys = new HashMap<>();

    CatalogueMetrics(CatalogueVersion catalogue) {
        this.catalogue = catalogue;
        catalogue.journeys().forEach(journey -> journeys.put(journey.id(), journey));
    }

    Stream<Samples> samples() {
        var ofJourneys = new Samples(AlertMetric.JOURNEY_INFO);
        for (Journey journey : catalogue.journeys()) {
            ofJourneys.add(
                    1,
                    journey.id(),
                    journey.audience().name(),
                    journey.owner(),
                    journey.phase().name(),
                    journey.name().getOrDefault("en", journey.id()),
                    journey.name().getOrDefault("nl", journey.id()));
        }
        var ofDrivers = new Samples(AlertMetric.DRIVER_INFO);
        byShownDriver()
                .forEach((shown, drivers) -> ofDrivers.add(
                        1,
                        shown,
                        common(drivers.stream().map(Driver::journeyId).toList()),
                        common(drivers.stream()
                                .map(driver -> driver.audience().name())
                                .toList()),
                        common(drivers.stream().map(this::owner).toList()),
                        common(drivers.stream().map(Driver::owningDepartment).toList())));
        return Stream.of(ofJourneys, ofDrivers);
    }

    /** All drivers below each that is shown, and below each top level. */
    private Map<String, List<Driver>> byShownDriver() {
        var shown = new TreeMap<String, List<Driver>>();
        for (Driver driver : catalogue.drivers()) {
            Stream.of(CatalogueLabels.shown(driver.code()), CatalogueLabels.top(driver.code()))
                    .distinct()
                    .forEach(label -> shown.computeIfAbsent(label, any -> new ArrayList<>())
                            .add(driver));
        }
        return shown;
    }

    private @Nullable String owner(Driver driver) {
        @Nullable Journey journey = driver.journeyId() == null ? null : journeys.get(driver.journeyId());
        return journey == null ? null : journey.owner();
    }

    /** What all agree on. */
    private static String common(List<@Nullable String> labels) {
        @Nullable String first = labels.get(0);
        return first != null && labels.stream().allMatch(first::equals) ? first : Scope.UNKNOWN;
    }
}
