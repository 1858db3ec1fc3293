package nl.klantstem.link;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.klantstem.contract.catalogue.CatalogueVersion;
import nl.klantstem.contract.flow.ShipmentFact;
import nl.klantstem.contract.flow.ShipmentFact.Delivery;
import nl.klantstem.contract.in.DeliveryEvent;
import nl.klantstem.link.KnownEvent.OrderStep;
import nl.klantstem.link.KnownEvent.ShipmentStep;
import org.jspecify.annotations.Nullable;

/** What shipments count as. */
record ShipmentFacts(Rulebook rules) {

    private static final Comparator<ShipmentStep> BY_OCCURRENCE =
            Comparator.comparing(ShipmentStep::occurredAt).thenComparing(ShipmentStep::at);

    Standing at(Story<ShipmentStep> story, Map<String, Story<OrderStep>> orders, long minute) {
        List<ShipmentStep> known = story.knownAt(minute);
        if (known.isEmpty()) {
            return Standing.NOTHING;
        }
        CatalogueVersion version =
                rules.version(known.get(known.size() - 1).at().minute());
        List<ShipmentStep> steps = known.stream().sorted(BY_OCCURRENCE).toList();
        ShipmentStep last = steps.get(steps.size() - 1);
        var due = new Due(minute);
        ShipmentStep sent = sent(steps);
        var fact = new ShipmentFact(
                sent.occurredAt(),
                last.audience(),
                rules.labels(version).carrier(last.carrier()),
                rules.labels(version).region(lastOf(steps.stream().map(ShipmentStep::region))),
                delivery(steps, promise(steps, orders, minute), due),
                ShipmentFact.Suspicion.NONE,
                sent.at().late(),
                version.version());
        return new Standing(fact, due.minute());
    }

    private static ShipmentStep sent(List<ShipmentStep> steps) {
        return steps.stream()
                .filter(step -> step.type() == DeliveryEvent.Type.HANDED_TO_CARRIER)
                .findFirst()
                .orElse(steps.get(0));
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

    private static Delivery delivery(List<ShipmentStep> steps, @Nullable Instant promise, Due due) {
        @Nullable ShipmentStep end = lastOf(steps.stream().map(step -> ends(step.type()) ? step : null));
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

    private static boolean ends(DeliveryEvent.Type type) {
        return switch (type) {
            case DELIVERED, DELIVERED_NEIGHBOUR, LOST_CONFIRMED, RETURNED -> true;
            case HANDED_TO_CARRIER, SCAN, OUT_FOR_DELIVERY, ATTEMPT_FAILED -> false;
        };
    }

    private static <T> @Nullable T lastOf(Stream<@Nullable T> values) {
        return values.filter(value -> value != null)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }
}
