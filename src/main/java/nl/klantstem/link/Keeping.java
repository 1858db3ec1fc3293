package nl.klantstem.link;

import nl.klantstem.contract.flow.Retention;
import nl.klantstem.link.KnownEvent.OrderStep;
import nl.klantstem.link.KnownEvent.ShipmentStep;

/** For how many recorded minutes an event is kept at least. */
record Keeping(long factMinutes, long orderMinutes) {

    static Keeping of(Retention retention) {
        return new Keeping(retention.facts().toMinutes(), retention.orders().toMinutes());
    }

    long minutes(KnownEvent event) {
        return event instanceof OrderStep || event instanceof ShipmentStep ? orderMinutes : factMinutes;
    }
}
