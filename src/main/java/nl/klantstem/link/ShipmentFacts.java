package nl.klantstem.link;

import java.time.Instant;
import nl.klantstem.contract.catalogue.CatalogueVersion;
import nl.klantstem.contract.catalogue.LostInMailRules;
import nl.klantstem.contract.flow.Fact;
import nl.klantstem.contract.flow.ShipmentFact;
import nl.klantstem.contract.flow.ShipmentFact.Delivery;
import nl.klantstem.contract.flow.ShipmentFact.Suspicion;
import nl.klantstem.link.KnownEvent.ShipmentStep;
import org.jspecify.annotations.Nullable;

/** What shipments count as. */
record ShipmentFacts(Rulebook rules) {

    /** {@code before} is what it counted as until this minute: what was suspected then is not forgotten. */
    Standing at(@Nullable ShipmentView shipment, long minute, @Nullable Fact before) {
        if (shipment == null) {
            return Standing.NOTHING;
        }
        CatalogueVersion version = version(shipment);
        var due = new Due(minute);
        ShipmentStep sent = shipment.sent();
        var fact = new ShipmentFact(
                sent.occurredAt(),
                shipment.last().audience(),
                carrier(shipment),
                rules.labels(version).region(shipment.region()),
                delivery(shipment, due),
                Suspicions.next(suspicion(before), shipment, rule(shipment), due),
                sent.at().late(),
                version.version());
        return new Standing(fact, due.minute());
    }

    static Suspicion suspicion(@Nullable Fact fact) {
        return fact instanceof ShipmentFact shipment ? shipment.suspicion() : Suspicion.NONE;
    }

    /** By which it is suspected to be lost. */
    LostInMailRules.Rule rule(ShipmentView shipment) {
        return version(shipment).lostInMail().of(carrier(shipment));
    }

    private String carrier(ShipmentView shipment) {
        return rules.labels(version(shipment)).carrier(shipment.last().carrier());
    }

    private CatalogueVersion version(ShipmentView shipment) {
        return rules.version(shipment.knownMinute());
    }

    private static Delivery delivery(ShipmentView shipment, Due due) {
        @Nullable ShipmentStep end = shipment.end();
        @Nullable Instant promise = shipment.promise();
        if (end == null) {
            return promise != null && due.passed(promise) ? Delivery.OVERDUE : Delivery.UNDERWAY;
        }
        return switch (end.type()) {
            case LOST_CONFIRMED -> Delivery.LOST;
            case RETURNED -> Delivery.RETURNED;
            case DELIVERED, DELIVERED_NEIGHBOUR, HANDED_TO_CARRIER, SCAN, OUT_FOR_DELIVERY, ATTEMPT_FAILED ->
                promise == null
                        ? Delivery.DELIVERED
                        : end.occurredAt().isAfter(promise) ? Delivery.LATE : Delivery.ON_TIME;
        };
    }
}
