package nl.klantstem.insight.steering;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import nl.klantstem.contract.catalogue.Driver;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.insight.DayBook;

/**
 * How the contacts of an audience about a driver's top level divide among journeys, or among who can prevent them: as those
 * of the last four weeks did, or without any of these in equal parts over the driver's codes in the catalogue. A plan speaks
 * of top levels only; what is planned of one is divided like this, so that the parts add up to it.
 */
final class Split {

    private final Map<String, Map<String, Double>> shares = new HashMap<>();
    private final List<Driver> drivers;
    private final Function<Driver, String> by;

    private Split(List<Driver> drivers, Function<Driver, String> by) {
        this.drivers = drivers;
        this.by = by;
    }

    /**
     * A split by a dimension.
     *
     * @param counted contacts by top level and the dimension
     * @param drivers of the audience
     * @param by the label that a driver has in the dimension
     */
    static Split of(SortedMap<String, long[]> counted, List<Driver> drivers, Function<Driver, String> by) {
        var split = new Split(drivers, by);
        counted.forEach((segment, contacts) -> {
            int end = segment.indexOf(DayBook.BETWEEN);
            split.shares
                    .computeIfAbsent(segment.substring(0, end), top -> new TreeMap<>())
                    .merge(segment.substring(end + 1), (double) contacts[0], Double::sum);
        });
        split.shares.values().forEach(Split::toParts);
        return split;
    }

    /** The part of a top level's contacts that have a label, 0..1. */
    double share(String top, String label) {
        return shares.computeIfAbsent(top, this::byCatalogue).getOrDefault(label, 0.0);
    }

    private Map<String, Double> byCatalogue(String top) {
        var codes = new TreeMap<String, Double>();
        drivers.stream()
                .filter(driver -> Driver.levels(driver.code()).get(0).equals(top))
                .forEach(driver -> codes.merge(by.apply(driver), 1.0, Double::sum));
        if (codes.isEmpty()) {
            codes.put(Scope.UNKNOWN, 1.0);
        }
        toParts(codes);
        return codes;
    }

    private static void toParts(Map<String, Double> counts) {
        double all = counts.values().stream().mapToDouble(count -> count).sum();
        counts.replaceAll((label, count) -> count / all);
    }

    /** The journey of a driver. */
    static String journey(Driver driver) {
        return Objects.requireNonNullElse(driver.journeyId(), Scope.UNKNOWN);
    }

    /** Who can prevent contacts about a driver. */
    static String department(Driver driver) {
        return Objects.requireNonNullElse(driver.owningDepartment(), Scope.UNKNOWN);
    }
}
