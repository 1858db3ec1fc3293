package nl.klantstem.link;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.klantstem.contract.in.DeliveryEvent;
import nl.klantstem.contract.in.OrderEvent;
import nl.klantstem.link.KnownEvent.OrderStep;
import nl.klantstem.link.KnownEvent.ShipmentStep;
import org.jspecify.annotations.Nullable;

/** An owner's orders and deliveries as known at the end of a recorded minute, by what is asked of them. */
final class Purchases {

    private final TreeSet<Instant> placed = new TreeSet<>();
    private final Map<String, List<OrderStep>> again = new HashMap<>();
    private final Map<String, List<OrderStep>> befell = new HashMap<>();
    private final Map<String, List<Instant>> delivered = new HashMap<>();

    Purchases(Timeline timeline, long minute) {
        timeline.orders().values().forEach(story -> story.knownAt(minute).forEach(this::take));
        timeline.shipments().values().forEach(story -> story.knownAt(minute).forEach(this::take));
    }

    private void take(OrderStep step) {
        befell.computeIfAbsent(step.orderId(), o -> new ArrayList<>()).add(step);
        boolean anew = step.type() == OrderEvent.Type.REORDER_PLACED;
        if (!anew && step.type() != OrderEvent.Type.PLACED) {
            return;
        }
        placed.add(step.occurredAt());
        if (step.reorderOf() != null) {
            again.computeIfAbsent(step.reorderOf(), o -> new ArrayList<>()).add(step);
        }
        if (anew) {
            again.computeIfAbsent(step.orderId(), o -> new ArrayList<>()).add(step);
        }
    }

    private void take(ShipmentStep step) {
        if (step.type() == DeliveryEvent.Type.DELIVERED || step.type() == DeliveryEvent.Type.DELIVERED_NEIGHBOUR) {
            delivered.computeIfAbsent(step.orderId(), o -> new ArrayList<>()).add(step.occurredAt());
        }
    }

    /** Whether anything was ordered after a moment, up to and including another. */
    boolean ordered(Instant after, Instant until) {
        @Nullable Instant next = placed.higher(after);
        return next != null && !next.isAfter(until);
    }

    /** Where one of these orders was placed again. */
    Stream<OrderStep> again(Set<String> orders) {
        return orders.stream().flatMap(order -> again.getOrDefault(order, List.of()).stream());
    }

    /** Whether something befell one of these orders at or after a moment. */
    boolean befell(Set<String> orders, Instant since, Predicate<OrderEvent.Type> what) {
        return orders.stream()
                .flatMap(order -> befell.getOrDefault(order, List.of()).stream())
                .anyMatch(step -> !step.occurredAt().isBefore(since) && what.test(step.type()));
    }

    /** Whether a shipment of one of these orders was delivered at or after a moment. */
    boolean delivered(Set<String> orders, Instant since) {
        return orders.stream()
                .flatMap(order -> delivered.getOrDefault(order, List.of()).stream())
                .anyMatch(at -> !at.isBefore(since));
    }
}
