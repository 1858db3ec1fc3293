package nl.klantstem.measure.drivers;

import java.util.List;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.flow.ContactFact;
import nl.klantstem.contract.in.DemandType;
import nl.klantstem.measure.Cubes;
import nl.klantstem.measure.Dimensions;
import nl.klantstem.rolling.Contribution;
import nl.klantstem.rolling.Tally;

/**
 * A contact counts once, at the time it opened, in each cell that the catalogue's cubes name; where a cube has the driver,
 * once at every level of it. Where the scope has a contact rate it also counts when it is the first about its order.
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
    static final int FIRST_OF_ORDER = 8;
    static final int ORDERS = 9;
    static final int COHORT_CONTACTS = 10;
    static final int COHORT_ORDERS = 11;
    static final int WIDTH = 12;

    private static final Tally FIRST = one(FIRST_OF_ORDER);

    private DriverMeasure() {}

    public static List<Contribution> contributions(ContactFact fact, Catalogue catalogue) {
        Tally tally = tally(fact);
        Tally first = tally.plus(FIRST);
        int firstAt = fact.inbound() ? fact.course().issue().firstOfOrder() : 0;
        long minute = Cubes.minute(fact.openedAt());
        return Dimensions.cells(NAME, catalogue, fact).stream()
                .map(cell -> new Contribution(cell, minute, RateScope.isFirst(cell.scope(), firstAt) ? first : tally))
                .toList();
    }

    static Tally tally(ContactFact fact) {
        var counts = new long[WIDTH];
        counts[fact.inbound() ? INBOUND : OUTBOUND] = 1;
        counts[LATE] = fact.late() ? 1 : 0;
        if (fact.inbound()) {
            counts[FROM_INTENT] = fact.fromIntent() ? 1 : 0;
            counts[demand(fact.course().demand().type())] = 1;
            counts[REPEAT] = fact.course().issue().repeatOf() == null ? 0 : 1;
        }
        return Tally.of(counts);
    }

    static Tally one(int position) {
        var counts = new long[WIDTH];
        counts[position] = 1;
        return Tally.of(counts);
    }

    private static int demand(DemandType type) {
        return switch (type) {
            case VALUE -> VALUE;
            case FAILURE -> AVOIDABLE;
            case UNKNOWN -> DEMAND_UNKNOWN;
        };
    }
}
