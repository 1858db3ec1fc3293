package nl.klantstem.measure.drivers;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.flow.ContactFact;
import nl.klantstem.contract.in.DemandType;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.rolling.Cell;
import nl.klantstem.rolling.Contribution;
import nl.klantstem.rolling.Tally;

/**
 * A contact counts once, at the time it opened, in each cell that the catalogue's cubes name; where a cube has the driver,
 * once at every level of it.
 */
public final class DriverMeasure {

    public static final String NAME = "contacts";

    static final int INBOUND = 0;
    static final int OUTBOUND = 1;
    static final int FROM_INTENT = 2;
    static final int LATE = 3;
    static final int VALUE = 4;
    static final int AVOIDABLE = 5;
    static final int DEMAND_UNKNOWN = 6;
    static final int REPEAT = 7;
    static final int WIDTH = 8;

    private DriverMeasure() {}

    public static List<Contribution> contributions(ContactFact fact, Catalogue catalogue) {
        Tally tally = tally(fact);
        long minute = Math.floorDiv(fact.openedAt().getEpochSecond(), 60);
        var contributions = new ArrayList<Contribution>();
        for (List<String> cube :
                catalogue.named(fact.catalogueVersion()).cubes().getOrDefault(NAME, List.of())) {
            int levels = cube.contains(Scope.DRIVER) ? levels(fact.driver()) : 1;
            for (int level = 1; level <= levels; level++) {
                contributions.add(new Contribution(new Cell(NAME, scope(fact, cube, level)), minute, tally));
            }
        }
        return contributions;
    }

    static Tally tally(ContactFact fact) {
        var counts = new long[WIDTH];
        counts[fact.inbound() ? INBOUND : OUTBOUND] = 1;
        counts[FROM_INTENT] = fact.inbound() && fact.fromIntent() ? 1 : 0;
        counts[LATE] = fact.late() ? 1 : 0;
        if (fact.inbound()) {
            counts[demand(fact.course().demand().type())] = 1;
            counts[REPEAT] = fact.course().issue().repeatOf() == null ? 0 : 1;
        }
        return Tally.of(counts);
    }

    private static int demand(DemandType type) {
        return switch (type) {
            case VALUE -> VALUE;
            case FAILURE -> AVOIDABLE;
            case UNKNOWN -> DEMAND_UNKNOWN;
        };
    }

    private static int levels(String driver) {
        return driver.split("/", -1).length;
    }

    private static String atLevel(String driver, int level) {
        String[] parts = driver.split("/", -1);
        return String.join("/", List.of(parts).subList(0, level));
    }

    private static Scope scope(ContactFact fact, List<String> cube, int level) {
        var labels = new TreeMap<String, String>();
        labels.put(Scope.AUDIENCE, fact.audience().name());
        for (String dimension : cube) {
            switch (dimension) {
                case Scope.JOURNEY -> labels.put(dimension, fact.journey());
                case Scope.CHANNEL -> labels.put(dimension, fact.channel());
                case Scope.HANDLER -> labels.put(dimension, fact.handler());
                case Scope.DRIVER -> {
                    labels.put(Scope.DRIVER, atLevel(fact.driver(), level));
                    labels.put(Scope.LEVEL, Integer.toString(level));
                }
                default -> throw new IllegalStateException("a contact has no dimension '" + dimension + "'");
            }
        }
        return new Scope(labels);
    }
}
