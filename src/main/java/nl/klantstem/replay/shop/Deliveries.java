package nl.klantstem.replay.shop;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.topic.Topic;

/** The parcels underway: tells each step of theirs when its time has come. */
final class Deliveries {

    private static final long OUT_BEFORE = 150 * 60_000L;
    private static final Step[] STEPS = Step.values();

    private final Dice dice;
    private final Ids ids;
    private final PriorityQueue<Next> underway =
            new PriorityQueue<>(Comparator.comparingLong(Next::at).thenComparingLong(next -> next.order.number()));

    private enum Step {
        HANDED_TO_CARRIER,
        SCAN,
        OUT_FOR_DELIVERY,
        ATTEMPT_FAILED,
        END,
        FOUND
    }

    private record Next(Order order, int number, long at) {
        Step step() {
            return STEPS[number];
        }
    }

    Deliveries(Dice dice, Ids ids) {
        this.dice = dice;
        this.ids = ids;
    }

    void send(Order order) {
        await(order, 0);
    }

    /** When the next step is taken; {@link Long#MAX_VALUE} when nothing is underway. */
    long nextAt() {
        Next next = underway.peek();
        return next == null ? Long.MAX_VALUE : next.at();
    }

    /** The event of the next step; there must be one. */
    Draft next() {
        Next next = underway.remove();
        await(next.order, next.number + 1);
        return event(next);
    }

    private void await(Order order, int from) {
        for (int i = from; i < STEPS.length; i++) {
            long at = at(order.parcel(), STEPS[i]);
            if (at > 0) {
                underway.add(new Next(order, i, at));
                return;
            }
        }
    }

    /** 0 for a step that is not taken. */
    private static long at(Parcel parcel, Step step) {
        return switch (step) {
            case HANDED_TO_CARRIER -> parcel.handedAt();
            case SCAN -> parcel.scannedAt();
            case OUT_FOR_DELIVERY ->
                parcel.failedAt() > 0
                        ? parcel.failedAt() - OUT_BEFORE
                        : parcel.arrives() ? parcel.endedAt() - OUT_BEFORE : 0;
            case ATTEMPT_FAILED -> parcel.failedAt();
            case END -> parcel.endedAt();
            case FOUND -> parcel.foundAt();
        };
    }

    private Draft event(Next next) {
        Order order = next.order;
        Parcel parcel = order.parcel();
        String type =
                switch (next.step()) {
                    case END -> parcel.ending().name();
                    case FOUND -> "DELIVERED";
                    case HANDED_TO_CARRIER, SCAN, OUT_FOR_DELIVERY, ATTEMPT_FAILED ->
                        next.step().name();
                };
        Draft event = new Draft(Topic.DELIVERY_EVENTS, order.customerKey(), next.at)
                .set("eventId", ids.next("e"))
                .set("source", parcel.carrier().label)
                .set("audience", Audience.CUSTOMER)
                .set("shipmentId", ids.of("s", order.number()))
                .set("orderId", ids.of("o", order.number()))
                .set("type", type)
                .set("customerKey", order.customerKey())
                .set("carrier", parcel.carrier().label)
                .set("region", parcel.region().label);
        if (next.step() == Step.HANDED_TO_CARRIER && dice.chance(0.7)) {
            event.set("promisedTo", Instant.ofEpochMilli(order.promisedTo()).toString());
        }
        return event;
    }
}
