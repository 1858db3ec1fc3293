package nl.klantstem.exact;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an instance of a journey counts as: each of its steps in the minute it was reached, what came of it in its first. */
final class CountedWay {

    private final Customer customer;
    private final Reference reference;
    private final Clock clock;

    CountedWay(Customer customer) {
        this.customer = customer;
        this.reference = customer.reference;
        this.clock = customer.clock;
    }

    Map<Place, Counts> count(Way way) {
        var counted = new HashMap<Place, Counts>();
        var audience = Map.of("audience", way.audience);
        way.steps.forEach((label, step) -> Place.count(
                counted,
                reference,
                "steps",
                audience,
                dimension -> dimension.equals("stepId") ? label : way.journey,
                step.reachedAt(),
                step(way, label, step)));
        Place.count(
                counted,
                reference,
                "journeys",
                audience,
                dimension -> dimension.equals("resolution") ? resolution(way) : way.journey,
                way.startedAt,
                outcome(way));
        return counted;
    }

    // --- a step -------------------------------------------------------------------------------------------------

    private Counts step(Way way, String label, Way.Step step) {
        var counts = new Counts().add("late", way.late() ? 1 : 0);
        Instant completed = way.completedAt(label);
        if (completed != null) {
            Times.count(counts, "duration", Times.LONG, step.reachedAt(), completed);
            counts.one("completed");
        } else {
            counts.one(way.state(clock).equals("ABANDONED") ? "abandoned" : "open");
        }
        waits(step, counts);
        Contact first = way.contacts.stream().filter(c -> c.inbound).findFirst().orElse(null);
        for (Contact contact : step.contacts()) {
            if (contact.inbound) {
                counts.one("contacts").add("secondContacts", contact == first ? 0 : 1);
            }
        }
        String experience = Way.experience(step);
        if (experience != null) {
            counts.one(experience);
        }
        step.events().stream()
                .map(event -> event.text("emotion"))
                .filter(Objects::nonNull)
                .distinct()
                .forEach(emotion -> counts.one("observed " + emotion));
        return counts;
    }

    private static void waits(Way.Step step, Counts counts) {
        var waits = step.contacts().stream().flatMap(c -> c.waits().stream()).toList();
        if (waits.isEmpty()) {
            return;
        }
        counts.one("imposed");
        Instant from = waits.stream()
                .map(Event::occurredAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        waits.stream()
                .map(event -> event.time("waitUntil"))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .ifPresent(until -> Times.count(counts, "wait", Times.LONG, from, until));
    }

    // --- what came of it ----------------------------------------------------------------------------------------

    /** The last that the latest contact names that names one. */
    private static String resolution(Way way) {
        return way.contacts.stream()
                .map(Contact::resolution)
                .filter(resolution -> !resolution.equals("unknown"))
                .reduce((a, b) -> b)
                .orElse("unknown");
    }

    private Counts outcome(Way way) {
        var counts = new Counts().add("late", way.late() ? 1 : 0);
        counts.one("instances").one(way.state(clock));
        counts.add("credited", resolved(way, "CREDITED", "OBLIGATION_WAIVED") ? 1 : 0);
        boolean found = resolved(way, "PARCEL_FOUND") || delivered(way);
        counts.add("found", found ? 1 : 0);
        counts.add("kept", found && !happened(way, "RETURN_REQUESTED", "RETURN_RECEIVED") ? 1 : 0);
        boolean refunded = resolved(way, "RETURN_ACCEPTED") || happened(way, "RETURN_RECEIVED", "ITEM_CANCELLED");
        counts.add("refunded", refunded ? 1 : 0);
        reorders(way, counts);
        leakage(way, counts);
        return counts;
    }

    private void reorders(Way way, Counts counts) {
        Instant until = way.startedAt.plus(reference.days("instances", "reorderDays", 14));
        if (!clock.passed(until)) {
            return;
        }
        var orders = orders(way);
        var again = placed().stream()
                .filter(event -> orders.contains(event.text("reorderOf"))
                        || (event.isType("REORDER_PLACED") && orders.contains(event.text("orderId"))))
                .filter(event -> !event.occurredAt().isBefore(way.startedAt)
                        && !event.occurredAt().isAfter(until))
                .toList();
        boolean byAgent = resolvedBy(way, until, "REORDERED_BY_AGENT")
                || again.stream().anyMatch(event -> "AGENT".equals(event.text("placedBy")));
        boolean reordered = byAgent || !again.isEmpty() || resolvedBy(way, until, "REORDERED_BY_CUSTOMER");
        counts.one("due").add("reordered", reordered ? 1 : 0).add("reorderedByAgent", byAgent ? 1 : 0);
    }

    private void leakage(Way way, Counts counts) {
        Instant until = way.startedAt.plus(reference.days("instances", "leakageDays", 60));
        if (clock.passed(until)) {
            boolean ordered = placed().stream()
                    .anyMatch(event -> event.occurredAt().isAfter(way.startedAt)
                            && !event.occurredAt().isAfter(until));
            counts.one("leakageDue").add("leakage", ordered ? 0 : 1);
        }
    }

    private static boolean resolved(Way way, String... resolutions) {
        return way.contacts.stream().anyMatch(contact -> Set.of(resolutions).contains(contact.resolution()));
    }

    private static boolean resolvedBy(Way way, Instant until, String resolution) {
        return way.contacts.stream()
                .filter(contact -> contact.resolution().equals(resolution))
                .anyMatch(contact -> !contact.resolvedAt().isAfter(until));
    }

    private static Set<String> orders(Way way) {
        return way.contacts.stream()
                .map(contact -> contact.last("orderId"))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private List<Event> placed() {
        return customer.orders.values().stream()
                .flatMap(List::stream)
                .filter(event -> event.isType("PLACED", "REORDER_PLACED"))
                .toList();
    }

    /** Whether something happened to one of its orders at or after its start. */
    private boolean happened(Way way, String... types) {
        return orders(way).stream()
                .flatMap(order -> customer.orders.getOrDefault(order, List.of()).stream())
                .anyMatch(event -> event.isType(types) && !event.occurredAt().isBefore(way.startedAt));
    }

    private boolean delivered(Way way) {
        var orders = orders(way);
        Predicate<Event> delivery = event -> event.isType("DELIVERED", "DELIVERED_NEIGHBOUR")
                && !event.occurredAt().isBefore(way.startedAt);
        return customer.shipments.values().stream()
                .filter(known -> orders.contains(orderOf(known)))
                .anyMatch(known -> known.stream().anyMatch(delivery));
    }

    private static @Nullable String orderOf(List<Event> shipment) {
        return shipment.stream()
                .sorted(Comparator.comparing(Event::occurredAt))
                .map(event -> event.text("orderId"))
                .reduce((a, b) -> b)
                .orElse(null);
    }
}
