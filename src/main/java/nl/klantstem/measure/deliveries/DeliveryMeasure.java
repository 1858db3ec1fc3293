package nl.klantstem.measure.deliveries;

import java.util.List;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.flow.ShipmentFact;
import nl.klantstem.contract.flow.ShipmentFact.Delivery;
import nl.klantstem.measure.Cubes;
import nl.klantstem.measure.Dimensions;
import nl.klantstem.rolling.Contribution;
import nl.klantstem.rolling.Tally;

/** A shipment counts once, at the time the carrier got it, by how far it came, in each cell that the catalogue's cubes name. */
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
    static final int WIDTH = 8;

    public List<Contribution> contributions(ShipmentFact fact) {
        var counts = new long[WIDTH];
        counts[position(fact.delivery())] = 1;
        counts[LATE] = fact.late() ? 1 : 0;
        return Cubes.contributions(Dimensions.cells(NAME, catalogue, fact), fact.sentAt(), Tally.of(counts));
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
