package nl.klantstem.exact;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a parcel is likely lost, judged in the time in which things happened, by what is known of it. */
final class Parcel {

    private static final String[] ENDS = {"DELIVERED", "DELIVERED_NEIGHBOUR", "LOST_CONFIRMED", "RETURNED"};

    /** The moment at which it was suspected, and how it stood then. */
    record Suspicion(Instant at, Instant promise, Event last, String carrier, String region) {}

    /** Why a suspicion ended. */
    record Ended(Instant at, String reason) {}

    /** By occurredAt. */
    final List<Event> events;

    private final List<Event> orderEvents;
    private final List<Contact> inbound;
    private final Reference reference;
    private final Clock clock;

    Parcel(Customer customer, List<Event> known) {
        this.events = byOccurrence(known);
        this.orderEvents = byOccurrence(
                customer.orders.getOrDefault(events.get(events.size() - 1).text("orderId"), List.of()));
        String order = events.get(events.size() - 1).text("orderId");
        String shipment = Objects.requireNonNull(events.get(0).text("shipmentId"));
        this.inbound = customer.contacts.stream()
                .filter(contact -> contact.inbound)
                .filter(contact -> shipment.equals(contact.last("shipmentId"))
                        || (order != null && order.equals(contact.last("orderId"))))
                .toList();
        this.reference = customer.reference;
        this.clock = customer.clock;
    }

    private static List<Event> byOccurrence(List<Event> known) {
        var events = new ArrayList<>(known);
        events.sort(comparing(Event::occurredAt));
        return events;
    }

    private String shipment() {
        return Objects.requireNonNull(events.get(0).text("shipmentId"));
    }

    private static @Nullable String last(List<Event> events, String field, Instant at) {
        return events.stream()
                .filter(event -> !event.occurredAt().isAfter(at))
                .map(event -> event.text(field))
                .filter(Objects::nonNull)
                .reduce((a, b) -> b)
                .orElse(null);
    }

    /** The promise as it stood at a moment. */
    private @Nullable Instant promise(Instant at) {
        String own = last(events, "promisedTo", at);
        String promise = own == null ? last(orderEvents, "promisedTo", at) : own;
        return promise == null ? null : OffsetDateTime.parse(promise).toInstant();
    }

    private boolean isAbout(Contact contact) {
        Instant promise = promise(contact.openedAt);
        return shipment().equals(contact.last("shipmentId")) || (promise != null && contact.openedAt.isAfter(promise));
    }

    /** When its customer first called about it after the promise. */
    @Nullable
    Instant reportedAt() {
        return inbound.stream()
                .map(contact -> contact.openedAt)
                .filter(at -> {
                    Instant promise = promise(at);
                    return promise != null && at.isAfter(promise);
                })
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private Stream<Instant> calls() {
        return inbound.stream().filter(this::isAbout).map(contact -> contact.openedAt);
    }

    /** The first moment, of those that have passed, at which all holds; null when there was none. */
    @Nullable
    Suspicion suspicion() {
        var moments = new TreeSet<Instant>();
        events.forEach(event -> moments.add(event.occurredAt()));
        orderEvents.forEach(event -> moments.add(event.occurredAt()));
        calls().forEach(moments::add);
        for (Instant from : moments.tailSet(events.get(0).occurredAt())) {
            Suspicion suspicion = from(from);
            Instant next = moments.higher(from);
            if (suspicion != null && (next == null || suspicion.at().isBefore(next))) {
                return clock.passed(suspicion.at()) ? suspicion : null;
            }
        }
        return null;
    }

    /** What it would come to when nothing happened after a moment. */
    private @Nullable Suspicion from(Instant from) {
        var known = events.stream()
                .filter(event -> !event.occurredAt().isAfter(from))
                .toList();
        Instant promise = promise(from);
        if (promise == null
                || known.stream().anyMatch(event -> event.isType(ENDS))
                || calls().anyMatch(call -> !call.isAfter(from))) {
            return null;
        }
        Event last = known.get(known.size() - 1);
        String carrier = reference.carrier(last.text("carrier"));
        Instant past = promise.plus(Duration.ofDays(reference.lostInMail(carrier, "daysPast", 2)));
        Instant silent = last.occurredAt().plus(Duration.ofHours(reference.lostInMail(carrier, "silentHours", 48)));
        Instant at =
                Stream.of(from, past, silent).max(Comparator.naturalOrder()).orElseThrow();
        return new Suspicion(at, promise, last, carrier, reference.region(last(known, "region", from)));
    }

    /** What is known that ends a suspicion of a moment, first. */
    @Nullable
    Ended ended(Instant suspected) {
        var reasons = new ArrayList<Ended>();
        for (Event event : events) {
            if (event.isType("DELIVERED", "DELIVERED_NEIGHBOUR")) {
                reasons.add(new Ended(event.occurredAt(), "DELIVERED"));
            } else if (event.isType(ENDS)) {
                reasons.add(new Ended(event.occurredAt(), Objects.requireNonNull(event.text("type"))));
            }
        }
        calls().forEach(call -> reasons.add(new Ended(call, "CALLED")));
        for (Event event : events) {
            if (!event.isType(ENDS) && event.occurredAt().isAfter(suspected)) {
                reasons.add(new Ended(event.occurredAt(), "SEEN"));
            }
        }
        return reasons.stream().min(comparing(Ended::at)).orElse(null);
    }

    Counts counts() {
        var counts = new Counts();
        Suspicion suspicion = suspicion();
        Instant reported = reportedAt();
        counts.add("reported", reported == null ? 0 : 1);
        if (suspicion != null) {
            Instant at = suspicion.at();
            counts.one("suspected").add("stillSuspected", ended(at) == null ? 1 : 0);
            boolean arrived = events.stream()
                    .anyMatch(event -> event.isType("DELIVERED", "DELIVERED_NEIGHBOUR")
                            && event.occurredAt().isAfter(at));
            counts.add("arrived", arrived ? 1 : 0);
            if (reported != null && at.isBefore(reported)) {
                counts.one("suspectedBefore");
                Times.count(counts, "lead", Times.LONG, at, reported);
            }
        }
        return counts;
    }
}
