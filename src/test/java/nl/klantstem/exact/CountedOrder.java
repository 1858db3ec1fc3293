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

    Map<Place, Counts> shipment(List<Event> known, Map<String, List<Event>> orders) {
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
        var counts = new Counts().one(outcome(steps, promise)).add("late", sent.late() ? 1 : 0);
        counts.add(new Parcel(customer, known).counts());
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
                name -> name.equals("carrier") ? reference.carrier(last.text("carrier")) : reference.region(region))) {
            counted.put(Place.of("deliveries", scope, sent.occurredAt()), counts);
        }
        return counted;
    }

    /** Lost, returned or delivered: whichever happened last. */
    private String outcome(List<Event> steps, @Nullable Instant promise) {
        Event end = steps.stream()
                .filter(e -> e.isType("LOST_CONFIRMED", "RETURNED", "DELIVERED", "DELIVERED_NEIGHBOUR"))
                .reduce((a, b) -> b)
                .orElse(null);
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
