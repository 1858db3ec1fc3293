package nl.klantstem.exact;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an order counts as in the contact rates, and a shipment in the outcomes of deliveries. */
final class CountedOrder {

    private final Customer customer;
    private final Reference reference;

    CountedOrder(Customer customer) {
        this.customer = customer;
        this.reference = customer.reference;
    }

    Map<Place, Counts> order(String id, List<Event> known) {
        var counted = new HashMap<Place, Counts>();
        Event placed =
                known.stream().filter(e -> e.isType("PLACED")).findFirst().orElse(null);
        if (placed == null) {
            return counted;
        }
        String audience = Objects.requireNonNull(placed.text("audience"));
        Instant until = placed.occurredAt().plus(Duration.ofDays(reference.days("orderDays", 30)));
        var drivers = customer.contacts.stream()
                .filter(contact -> contact.inbound && id.equals(contact.last("orderId")))
                .filter(contact -> !contact.openedAt.isBefore(placed.occurredAt()) && !contact.openedAt.isAfter(until))
                .map(contact -> reference.driver(contact.driver()))
                .toList();
        var cubes = reference.cubes("contacts");
        if (cubes.contains(List.of())) {
            counted.put(
                    Place.of("contacts", Map.of("audience", audience), placed.occurredAt()), counts(drivers.size()));
        }
        for (String driver : cubes.contains(List.of("driver")) ? reference.driversOf(audience) : List.<String>of()) {
            String level = Integer.toString(Reference.levels(driver).size());
            long contacts = drivers.stream()
                    .filter(label -> Reference.levels(label).contains(driver))
                    .count();
            counted.put(
                    Place.of(
                            "contacts",
                            Map.of("audience", audience, "driver", driver, "level", level),
                            placed.occurredAt()),
                    counts(contacts));
        }
        return counted;
    }

    private static Counts counts(long contacts) {
        return new Counts().one("orders").add("cohortContacts", contacts).add("cohortOrders", contacts > 0 ? 1 : 0);
    }

    Map<Place, Counts> shipment(List<Event> known, Map<String, List<Event>> orders, Suspected suspected) {
        var counted = new HashMap<Place, Counts>();
        var steps = byOccurrence(known);
        Event last = steps.get(steps.size() - 1);
        Event sent = steps.stream()
                .filter(e -> e.isType("HANDED_TO_CARRIER"))
                .findFirst()
                .orElse(steps.get(0));
        Instant promise = promise(steps);
        if (promise == null) {
            promise = promise(byOccurrence(orders.getOrDefault(last.text("orderId"), List.of())));
        }
        String carrier = reference.carrier(last.text("carrier"));
        Event end = end(steps);
        var parcel = new Suspected.Parcel(carrier, steps, promise, end, called(last, promise, end));
        suspected.live(parcel, customer.clock, customer.clock.now(), reference);
        var counts = new Counts().one(outcome(end, promise)).add("late", sent.late() ? 1 : 0);
        suspected.count(parcel, counts);
        String region = steps.stream()
                .map(e -> e.text("region"))
                .filter(Objects::nonNull)
                .reduce((a, b) -> b)
                .orElse(null);
        var audience = Map.of("audience", Objects.requireNonNull(last.text("audience")));
        for (var scope : Place.scopes(
                reference,
                "deliveries",
                audience,
                name -> name.equals("carrier") ? carrier : reference.region(region))) {
            counted.put(Place.of("deliveries", scope, sent.occurredAt()), counts);
        }
        return counted;
    }

    /** Lost, returned or delivered: whichever happened last. */
    private static @Nullable Event end(List<Event> steps) {
        return steps.stream()
                .filter(e -> e.isType("LOST_CONFIRMED", "RETURNED", "DELIVERED", "DELIVERED_NEIGHBOUR"))
                .reduce((a, b) -> b)
                .orElse(null);
    }

    /** When the customer first called about it: after the promise, and not after it was there. */
    private @Nullable Instant called(Event step, @Nullable Instant promise, @Nullable Event end) {
        boolean delivered = end != null && end.isType("DELIVERED", "DELIVERED_NEIGHBOUR");
        return customer.contacts.stream()
                .filter(contact -> contact.inbound && promise != null)
                .filter(contact -> Objects.equals(step.text("orderId"), contact.last("orderId"))
                        || Objects.equals(step.text("shipmentId"), contact.last("shipmentId")))
                .map(contact -> contact.openedAt)
                .filter(at -> at.isAfter(promise) && !(delivered && !at.isBefore(end.occurredAt())))
                .findFirst()
                .orElse(null);
    }

    private String outcome(@Nullable Event end, @Nullable Instant promise) {
        if (end == null) {
            return promise != null && customer.clock.passed(promise) ? "overdue" : "underway";
        }
        if (end.isType("LOST_CONFIRMED")) {
            return "lost";
        }
        if (end.isType("RETURNED")) {
            return "returned";
        }
        return promise == null ? "delivered" : end.occurredAt().isAfter(promise) ? "tooLate" : "onTime";
    }

    private static List<Event> byOccurrence(List<Event> known) {
        var steps = new ArrayList<>(known);
        steps.sort(comparing(Event::occurredAt));
        return steps;
    }

    private static @Nullable Instant promise(List<Event> steps) {
        return steps.stream()
                .filter(e -> e.text("promisedTo") != null)
                .reduce((a, b) -> b)
                .map(e -> OffsetDateTime.parse(Objects.requireNonNull(e.text("promisedTo")))
                        .toInstant())
                .orElse(null);
    }
}
