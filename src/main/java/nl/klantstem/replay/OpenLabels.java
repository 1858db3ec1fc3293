package nl.klantstem.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.catalogue.CatalogueVersion;
import nl.klantstem.contract.catalogue.Driver;
import nl.klantstem.contract.catalogue.Journey;
import nl.klantstem.contract.catalogue.ListedLabels;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.DemandType;
import nl.klantstem.contract.out.Scope;

/** Settles which foreign labels an open catalogue lets in, before anything is counted: the most frequent, never by arrival. */
public final class OpenLabels {

    /** Who owns a journey that nobody described. */
    private static final String NOBODY = "unknown";

    private OpenLabels() {}

    /** The catalogue with its open dimensions filled from the inputs, and closed. */
    public static Catalogue close(Catalogue catalogue, LabelCounts labels) {
        return new Catalogue(
                catalogue.versions().stream().map(v -> close(v, labels)).toList());
    }

    private static CatalogueVersion close(CatalogueVersion version, LabelCounts labels) {
        List<Journey> journeys = new ArrayList<>(version.journeys());
        Set<String> knownJourneys = journeys.stream().map(Journey::id).collect(Collectors.toSet());
        labels.top(Scope.JOURNEY, version.open().getOrDefault(Scope.JOURNEY, 0), reserved(knownJourneys))
                .forEach(id -> journeys.add(journey(id)));
        List<Driver> drivers = new ArrayList<>(version.drivers());
        Set<String> knownDrivers = drivers.stream().map(Driver::code).collect(Collectors.toSet());
        labels.top(Scope.DRIVER, version.open().getOrDefault(Scope.DRIVER, 0), reserved(knownDrivers))
                .forEach(
                        code -> drivers.add(new Driver(code, Audience.CUSTOMER, DemandType.UNKNOWN, null, null, null)));
        return new CatalogueVersion(
                version.version(),
                version.effectiveFrom(),
                version.zone(),
                journeys,
                drivers,
                version.cubes(),
                Map.of(),
                version.windows(),
                version.attributionDays(),
                lists(version, labels),
                version.ownership(),
                version.contacts(),
                version.instances(),
                version.surveys(),
                version.lostInMail(),
                version.alerts(),
                version.peaks());
    }

    private static Map<String, List<String>> lists(CatalogueVersion version, LabelCounts labels) {
        var lists = new HashMap<>(version.labels());
        for (String dimension : ListedLabels.DIMENSIONS) {
            var known = reserved(ListedLabels.of(version, dimension));
            var letIn = labels.top(dimension, version.open().getOrDefault(dimension, 0), known);
            if (!letIn.isEmpty()) {
                lists.merge(dimension, letIn, (listed, more) -> Stream.concat(listed.stream(), more.stream())
                        .toList());
            }
        }
        return lists;
    }

    /** Our own labels for missing and foreign values are not to be had. */
    private static Set<String> reserved(Set<String> known) {
        known.add(Scope.UNKNOWN);
        known.add(Scope.OTHER);
        return known;
    }

    private static Journey journey(String id) {
        return new Journey(
                id, Map.of("nl", id, "en", id), Journey.Phase.AFTER_SALES, Audience.CUSTOMER, NOBODY, List.of(), null);
    }
}
