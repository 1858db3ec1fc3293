package nl.klantstem.measure.deliveries;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.flow.ShipmentFact;
import nl.klantstem.contract.flow.ShipmentFact.Delivery;
import nl.klantstem.contract.flow.ShipmentFact.Suspicion;
import nl.klantstem.measure.Cubes;
import nl.klantstem.measure.Dimensions;
import nl.klantstem.measure.TimeRun;
import nl.klantstem.rolling.Contribution;
import nl.klantstem.rolling.Tally;
import org.jspecify.annotations.Nullable;

/**
 * A shipment counts once, at the time the carrier got it, by how far it came and what was suspected of it, in each cell that
 * the catalogue's cubes name.
 */
public record DeliveryMeasure(Catalogue catalogue) {

    public static final String NAME = "deliveries";

    static final int UNDERWAY = 0;
    static final int ON_TIME = 1;
    static final int TOO_LATE = 2;
    static final int OVERDUE = 3;
    static final int DELIVERED = 4;
    static final int LOST = 5;
    static final int RETURNED = 6;
    static final int LATE = 7;
    static final int SUSPECTED = 8;
    static final int STILL_SUSPECTED = 9;
    static final int ARRIVED = 10;
    static final int REPORTED = 11;
    static final int SUSPECTED_BEFORE = 12;
    static final int LEAD = 13;
    static final TimeRun LEADS = TimeRun.LONG;
    static final int WIDTH = LEAD + LEADS.width();

    public List<Contribution> contributions(ShipmentFact fact) {
        var counts = new long[WIDTH];
        counts[position(fact.delivery())] = 1;
        counts[LATE] = fact.late() ? 1 : 0;
        count(fact.suspicion(), fact.delivery(), counts);
        return Cubes.contributions(Dimensions.cells(NAME, catalogue, fact), fact.sentAt(), Tally.of(counts));
    }

    private static void count(Suspicion suspicion, Delivery delivery, long[] counts) {
        @Nullable Instant suspectedAt = suspicion.suspectedAt();
        @Nullable Instant reportedAt = suspicion.reportedAt();
        if (suspectedAt != null) {
            counts[SUSPECTED] = 1;
            counts[STILL_SUSPECTED] = suspicion.withdrawnAt() == null ? 1 : 0;
            counts[ARRIVED] = isDelivered(delivery) ? 1 : 0;
        }
        counts[REPORTED] = reportedAt == null ? 0 : 1;
        if (suspectedAt != null && reportedAt != null && suspectedAt.isBefore(reportedAt)) {
            counts[SUSPECTED_BEFORE] = 1;
            LEADS.count((int) Duration.between(suspectedAt, reportedAt).toSeconds(), LEAD, counts);
        }
    }

    private static boolean isDelivered(Delivery delivery) {
        return switch (delivery) {
            case ON_TIME, LATE, DELIVERED -> true;
            case UNDERWAY, OVERDUE, LOST, RETURNED -> false;
        };
    }

    private static int position(Delivery delivery) {
        return switch (delivery) {
            case UNDERWAY -> UNDERWAY;
            case ON_TIME -> ON_TIME;
            case LATE -> TOO_LATE;
            case OVERDUE -> OVERDUE;
            case DELIVERED -> DELIVERED;
            case LOST -> LOST;
            case RETURNED -> RETURNED;
        };
    }
}
