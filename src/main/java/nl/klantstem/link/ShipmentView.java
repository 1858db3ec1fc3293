package nl.klantstem.link;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.klantstem.contract.in.DeliveryEvent;
import nl.klantstem.link.KnownEvent.OrderStep;
import nl.klantstem.link.KnownEvent.ShipmentStep;
import org.jspecify.annotations.Nullable;

/**
 * A shipment as it is known at a recorded minute.
 *
 * @param steps its events in order of occurrence; there is one
 * @param knownMinute the recorded minute of the newest of them
 * @param promise the latest one, of its order's when it names none itself
 * @param end of deliveries, loss and return the last
 * @param reportedAt when its customer first called about it after the promise and before it was delivered
 */
record ShipmentView(
        List<ShipmentStep> steps,
        long knownMinute,
        @Nullable Instant promise,
        @Nullable ShipmentStep end,
        @Nullable Instant reportedAt) {

    private static final Comparator<ShipmentStep> BY_OCCURRENCE =
            Comparator.comparing(ShipmentStep::occurredAt).thenComparing(ShipmentStep::at);

    /** Null when nothing is known of it yet. */
    static @Nullable ShipmentView of(Story<ShipmentStep> story, Map<String, Story<OrderStep>> orders, Moment moment) {
        List<ShipmentStep> known = story.knownAt(moment.minute());
        if (known.isEmpty()) {
            return null;
        }
        List<ShipmentStep> steps = known.stream().sorted(BY_OCCURRENCE).toList();
        @Nullable Instant promise = promise(steps, orders, moment.minute());
        @Nullable ShipmentStep end = lastOf(steps.stream().map(step -> ends(step.type()) ? step : null));
        return new ShipmentView(
                steps,
                known.get(known.size() - 1).at().minute(),
                promise,
                end,
                promise == null ? null : reportedAt(steps.get(0), promise, end, moment));
    }

    /** The event at whose time it counts: when the carrier got it, else the earliest. */
    ShipmentStep sent() {
        return steps.stream()
                .filter(step -> step.type() == DeliveryEvent.Type.HANDED_TO_CARRIER)
                .findFirst()
                .orElse(steps.get(0));
    }

    ShipmentStep last() {
        return steps.get(steps.size() - 1);
    }

    @Nullable
    String region() {
        return lastOf(steps.stream().map(ShipmentStep::region));
    }

    private static @Nullable Instant promise(
            List<ShipmentStep> steps, Map<String, Story<OrderStep>> orders, long minute) {
        @Nullable Instant own = lastOf(steps.stream().map(ShipmentStep::promisedTo));
        @Nullable Story<OrderStep> order = orders.get(steps.get(0).orderId());
        return own != null || order == null
                ? own
                : lastOf(order.knownAt(minute).stream()
                        .sorted(Comparator.comparing(OrderStep::occurredAt).thenComparing(OrderStep::at))
                        .map(OrderStep::promisedTo));
    }

    /** Who asks when it will come does not call about it, nor who has something to say of what was delivered. */
    private static @Nullable Instant reportedAt(
            ShipmentStep shipment, Instant promise, @Nullable ShipmentStep end, Moment moment) {
        @Nullable Instant deliveredAt = end != null && isDelivery(end.type()) ? end.occurredAt() : null;
        return moment.contacts().stream()
                .filter(ContactView::inbound)
                .filter(contact -> shipment.shipmentId().equals(contact.shipmentId())
                        || shipment.orderId().equals(contact.orderId()))
                .map(ContactView::openedAt)
                .filter(openedAt -> openedAt.isAfter(promise))
                .filter(openedAt -> deliveredAt == null || openedAt.isBefore(deliveredAt))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static boolean ends(DeliveryEvent.Type type) {
        return isDelivery(type) || type == DeliveryEvent.Type.LOST_CONFIRMED || type == DeliveryEvent.Type.RETURNED;
    }

    private static boolean isDelivery(DeliveryEvent.Type type) {
        return type == DeliveryEvent.Type.DELIVERED || type == DeliveryEvent.Type.DELIVERED_NEIGHBOUR;
    }

    private static <T> @Nullable T lastOf(Stream<@Nullable T> values) {
        return values.filter(value -> value != null)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }
}
