package nl.klantstem.link;

import static nl.klantstem.link.GivenEvents.at;
import static nl.klantstem.link.GivenEvents.known;
import static nl.klantstem.link.GivenEvents.opened;
import static nl.klantstem.link.GivenEvents.stepped;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nl.klantstem.contract.in.ContactEvent;
import nl.klantstem.contract.in.DeliveryEvent.Type;
import nl.klantstem.contract.in.OrderEvent;
import nl.klantstem.link.KnownEvent.ShipmentStep;
import nl.klantstem.topic.Topic;

/**
 * A random history of one parcel within some hours: what befell it, what was promised by whom and moved, and who called,
 * about it or about something else, each known at once or much later, some twice.
 */
final class RandomParcel {

    static final String PARCEL = "s0";

    private final Random random;
    private final List<KnownEvent> events = new ArrayList<>();
    private long place;

    private RandomParcel(Random random) {
        this.random = random;
    }

    /** So many events, or one or two more. */
    static List<KnownEvent> events(Random random, int about) {
        var parcel = new RandomParcel(random);
        parcel.shipped(Type.HANDED_TO_CARRIER, random.nextInt(30));
        while (parcel.events.size() < about) {
            switch (random.nextInt(6)) {
                case 0, 1 -> parcel.shipped(parcel.pick(Type.SCAN, Type.OUT_FOR_DELIVERY, Type.ATTEMPT_FAILED), 240);
                case 2 -> parcel.shipped(parcel.pick(Type.DELIVERED, Type.LOST_CONFIRMED, Type.RETURNED), 400);
                case 3 -> parcel.ordered();
                default -> parcel.called();
            }
        }
        return parcel.events;
    }

    private void shipped(Type type, int within) {
        long minute = random.nextInt(within + 1);
        Instant promised = random.nextInt(3) == 0 ? at(minute + random.nextInt(90)) : null;
        ShipmentStep step = GivenEvents.shipped(
                PARCEL, "o0", type, at(minute).plusSeconds(pick(0, 30)), promised, when(minute, Topic.DELIVERY_EVENTS));
        events.add(step);
        if (random.nextInt(8) == 0) {
            events.add(again(step, when(minute, Topic.DELIVERY_EVENTS)));
        }
    }

    private void ordered() {
        long minute = random.nextInt(60);
        Instant promised = random.nextInt(4) == 0 ? null : at(minute + random.nextInt(100));
        events.add(GivenEvents.ordered(
                "o0",
                random.nextBoolean() ? OrderEvent.Type.PLACED : OrderEvent.Type.ITEM_CANCELLED,
                at(minute),
                promised,
                when(minute, Topic.ORDER_EVENTS)));
    }

    private void called() {
        long minute = random.nextInt(350);
        String contact = "k" + random.nextInt(2);
        boolean correction = random.nextInt(4) == 0;
        var step = correction
                ? stepped(contact, 1 + random.nextInt(3), ContactEvent.Type.CLOSED, minute)
                : opened(contact, minute);
        step.event("e" + place)
                .order(pick("o0", "o0", "o1", null))
                .shipment(pick(PARCEL, "s1", null, null))
                .knownAt(minute + late(), place++);
        events.add((!correction && random.nextInt(6) == 0 ? step.outbound() : step).step());
    }

    /** The same event, told once more. */
    private static ShipmentStep again(ShipmentStep step, Known at) {
        return new ShipmentStep(
                step.id(),
                at,
                step.occurredAt(),
                step.shipmentId(),
                step.orderId(),
                step.type(),
                step.audience(),
                step.carrier(),
                step.region(),
                step.promisedTo());
    }

    private Known when(long minute, Topic topic) {
        return known(minute + late(), topic.rank(), place++);
    }

    private long late() {
        return pick(0, 0, 0, 0, 1, 2, 7, 40, 90, 200);
    }

    @SafeVarargs
    private <T> T pick(T... of) {
        return of[random.nextInt(of.length)];
    }
}
