package nl.klantstem.contract.flow;

import java.time.Instant;
import nl.klantstem.contract.in.Audience;

/** A shipment as it counts, at the time the carrier got it (else of its earliest event): carrier and region are closed labels. */
public record ShipmentFact(
        Instant sentAt,
        Audience audience,
        String carrier,
        String region,
        Delivery delivery,
        boolean late,
        String catalogueVersion)
        implements Fact {

    /** How far it came against its promise; exactly one holds. */
    public enum Delivery {
        /** On its way, and its promise has not passed (or there is none). */
        UNDERWAY,
        ON_TIME,
        /** Delivered after its promise. */
        LATE,
        /** On its way, and its promise has passed. */
        OVERDUE,
        /** Delivered, without a promise to compare with. */
        DELIVERED,
        LOST,
        RETURNED
    }

    @Override
    public ShipmentFact under(String version) {
        return new ShipmentFact(sentAt, audience, carrier, region, delivery, late, version);
    }
}
