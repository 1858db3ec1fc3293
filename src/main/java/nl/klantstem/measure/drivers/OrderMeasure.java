package nl.klantstem.measure.drivers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.catalogue.CatalogueVersion;
import nl.klantstem.contract.catalogue.Driver;
import nl.klantstem.contract.flow.OrderFact;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.measure.Cubes;
import nl.klantstem.rolling.Cell;
import nl.klantstem.rolling.Contribution;
import nl.klantstem.rolling.Tally;

/**
 * An order counts once, when it was placed, in the cell of all contacts and in that of every driver of its audience, had it
 * a contact or not: a rate's orders are all orders. The cells are made once, since orders are the largest stream.
 */
public final class OrderMeasure {

    private static final Tally ORDER = DriverMeasure.one(DriverMeasure.ORDERS);

    private final Map<Place, List<RateCell>> cells = new HashMap<>();

    private record Place(String version, Audience audience) {}

    /** A cell of contact rates, by the driver that it is about; none: of all. */
    private record RateCell(Cell cell, String driver) {

        static final String ALL = "";

        boolean isAbout(String label) {
            return driver.equals(ALL) || label.equals(driver) || label.startsWith(driver + "/");
        }
    }

    public OrderMeasure(Catalogue catalogue) {
        for (CatalogueVersion version : catalogue.versions()) {
            for (Audience audience : Audience.values()) {
                cells.put(new Place(version.version(), audience), cells(version, audience));
            }
        }
    }

    public List<Contribution> contributions(OrderFact fact) {
        long minute = Cubes.minute(fact.placedAt());
        var contributions = new ArrayList<Contribution>();
        for (RateCell each : cells.getOrDefault(new Place(fact.catalogueVersion(), fact.audience()), List.of())) {
            contributions.add(new Contribution(each.cell(), minute, tally(fact, each)));
        }
        return contributions;
    }

    private static Tally tally(OrderFact fact, RateCell cell) {
        long contacts = fact.contacts().isEmpty()
                ? 0
                : fact.contacts().entrySet().stream()
                        .filter(contact -> cell.isAbout(contact.getKey()))
                        .mapToLong(Map.Entry::getValue)
                        .sum();
        if (contacts == 0) {
            return ORDER;
        }
        var counts = new long[DriverMeasure.WIDTH];
        counts[DriverMeasure.ORDERS] = 1;
        counts[DriverMeasure.COHORT_CONTACTS] = contacts;
        counts[DriverMeasure.COHORT_ORDERS] = 1;
        return Tally.of(counts);
    }

    private static List<RateCell> cells(CatalogueVersion version, Audience audience) {
        List<List<String>> cubes = version.cubes().getOrDefault(DriverMeasure.NAME, List.of());
        var cells = new ArrayList<RateCell>();
        if (cubes.contains(List.<String>of())) {
            cells.add(cell(Map.of(Scope.AUDIENCE, audience.name()), RateCell.ALL));
        }
        if (cubes.contains(List.of(Scope.DRIVER))) {
            for (String driver : drivers(version, audience)) {
                String level = Integer.toString(Driver.levels(driver).size());
                cells.add(cell(
                        Map.of(Scope.AUDIENCE, audience.name(), Scope.DRIVER, driver, Scope.LEVEL, level), driver));
            }
        }
        return List.copyOf(cells);
    }

    private static RateCell cell(Map<String, String> labels, String driver) {
        return new RateCell(new Cell(DriverMeasure.NAME, Scope.of(labels)), driver);
    }

    private static Set<String> drivers(CatalogueVersion version, Audience audience) {
        var drivers = new LinkedHashSet<String>();
        version.drivers().stream()
                .filter(driver -> driver.audience() == audience)
                .map(Driver::code)
                .forEach(code -> drivers.addAll(Driver.levels(code)));
        drivers.add(Scope.UNKNOWN);
        drivers.add(Scope.OTHER);
        return drivers;
    }
}
