package nl.klantstem.contract.flow;

import java.time.Instant;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.out.LostInMailSuspect;
import org.jspecify.annotations.Nullable;

/** A shipment as it counts, at the time the carrier got it (else of its earliest event): carrier and region are closed labels. */
public record ShipmentFact(
        Instant sentAt,
        Audience audience,
        String carrier,
        String region,
        Delivery delivery,
        Suspicion suspicion,
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

    /**
     * Whether it was suspected to be lost, and what became of that: judged as docs/measures.md says.
     *
     * @param suspectedAt null when it never was
     * @param withdrawnAt null while it is suspected
     * @param withdrawn why; null while it is suspected
     * @param reportedAt when its customer first called about it after the promise; null when none did
     */
    public record Suspicion(
            @Nullable Instant suspectedAt,
            @Nullable Instant withdrawnAt,
            LostInMailSuspect.@Nullable Reason withdrawn,
            @Nullable Instant reportedAt) {
        public static final Suspicion NONE = new Suspicion(null, null, null, null);
    }

    @Override
    public ShipmentFact under(String version) {
        return new ShipmentFact(sentAt, audience, carrier, region, delivery, suspicion, late, version);
    }
}
