package nl.klantstem.link;

import java.time.Instant;
import nl.klantstem.contract.in.DeliveryEvent;

/**
 * What was published of a shipment that was suspected to be lost: it stands, whatever becomes known of that time later.
 *
 * @param withdrawn whether nothing more is to be published of it
 */
record Announced(
        Instant suspectedAt, Instant promisedTo, DeliveryEvent.Type lastEvent, Instant lastEventAt, boolean withdrawn) {

    Announced asWithdrawn() {
        return new Announced(suspectedAt, promisedTo, lastEvent, lastEventAt, true);
    }
}
