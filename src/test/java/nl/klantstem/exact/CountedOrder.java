package nl.klantstem.exact;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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

    Map<Place, Counts> shipment(String id, List<Event> known, Suspects suspects) {
        var counted = new HashMap<Place, Counts>();
        var parcel = new Parcel(customer, known);
        Event sent = parcel.events.stream()
                .filter(e -> e.isType("HANDED_TO_CARRIER"))
                .findFirst()
                .orElse(parcel.events.get(0));
        var counts = new Counts().one(parcel.outcome()).add("late", sent.late() ? 1 : 0);
        counts.add(suspects.counts(id, parcel));
        var audience = Map.of("audience", Objects.requireNonNull(parcel.last().text("audience")));
        Place.count(
                counted,
                reference,
                "deliveries",
                audience,
                name -> name.equals("carrier") ? parcel.carrier() : parcel.region(),
                sent.occurredAt(),
                counts);
        return counted;
    }
}
