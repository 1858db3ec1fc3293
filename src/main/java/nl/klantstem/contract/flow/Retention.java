package nl.klantstem.contract.flow;

import java.time.Duration;
import nl.klantstem.contract.in.DeliveryEvent;
import nl.klantstem.contract.in.InputEvent;
import nl.klantstem.contract.in.OrderEvent;

/**
 * How long what is known is kept, and how late an event may become known.
 *
 * @param facts answers, contacts, invitations and steps of journeys
 * @param orders orders and shipments, the most numerous of all and the soonest over
 */
public record Retention(Duration facts, Duration orders) {

    /** That of what an event is about. */
    public Duration of(InputEvent event) {
        return event instanceof OrderEvent || event instanceof DeliveryEvent ? orders : facts;
    }
}
