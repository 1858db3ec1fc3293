package nl.klantstem.exact;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A shipment as its events tell it in order of occurrence, and what its order promises. */
final class Parcel {

    /** By occurredAt. */
    final List<Event> events;

    final @Nullable Instant promise;
    private final @Nullable String order;
    private final Customer customer;
    private final Reference reference;

    Parcel(Customer customer, List<Event> known) {
        this.customer = customer;
        this.reference = customer.reference;
        this.events = byOccurrence(known);
        this.order = last().text("orderId");
        Instant own = last(events, "promisedTo").map(e -> e.time("promisedTo")).orElse(null);
        this.promise = own != null
                ? own
                : last(byOccurrence(customer.orders.getOrDefault(order, List.of())), "promisedTo")
                        .map(e -> e.time("promisedTo"))
                        .orElse(null);
    }

    Event last() {
        return events.get(events.size() - 1);
    }

    String carrier() {
        return reference.carrier(last().text("carrier"));
    }

    String region() {
        return reference.region(
                last(events, "region").map(e -> e.text("region")).orElse(null));
    }

    /** Lost, returned or delivered: whichever happened last; null when none did. */
    @Nullable
    Event end() {
        return events.stream()
                .filter(e -> e.isType("LOST_CONFIRMED", "RETURNED", "DELIVERED", "DELIVERED_NEIGHBOUR"))
                .reduce((a, b) -> b)
                .orElse(null);
    }

    @Nullable
    Instant deliveredAt() {
        Event end = end();
        return end != null && end.isType("DELIVERED", "DELIVERED_NEIGHBOUR") ? end.occurredAt() : null;
    }

    String outcome() {
        Event end = end();
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

    // --- whether it is likely lost ------------------------------------------------------------------------------

    /** When its customer first called about it: after the promise, and before it was delivered. */
    @Nullable
    Instant calledAt() {
        String id = last().text("shipmentId");
        Instant delivered = deliveredAt();
        return customer.contacts.stream()
                .filter(contact -> contact.inbound && promise != null)
                .filter(contact -> Objects.equals(id, contact.last("shipmentId"))
                        || (order != null && order.equals(contact.last("orderId"))))
                .map(contact -> contact.openedAt)
                .filter(at -> at.isAfter(Objects.requireNonNull(promise)))
                .filter(at -> delivered == null || at.isBefore(delivered))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    Duration silence() {
        return Duration.ofHours(reference.lostInMail(carrier(), "silentHours", 48));
    }

    /** Whether all holds by now that makes it likely lost. */
    boolean isSuspect() {
        if (promise == null || end() != null || calledAt() != null) {
            return false;
        }
        Instant past = promise.plus(Duration.ofDays(reference.lostInMail(carrier(), "daysPast", 2)));
        Instant silent = last().occurredAt().plus(silence());
        return customer.clock.passed(
                Stream.of(past, silent).max(Comparator.naturalOrder()).orElseThrow());
    }

    private static List<Event> byOccurrence(List<Event> known) {
        var steps = new ArrayList<>(known);
        steps.sort(comparing(Event::occurredAt));
        return steps;
    }

    /** The last that gives a field. */
    private static Optional<Event> last(List<Event> steps, String field) {
        return steps.stream().filter(e -> e.text(field) != null).reduce((a, b) -> b);
    }
}
