package nl.klantstem.link;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import nl.klantstem.contract.catalogue.JourneyRules;
import nl.klantstem.contract.flow.JourneyFact.Outcome;
import nl.klantstem.contract.in.OrderEvent;
import nl.klantstem.contract.in.Resolution;
import nl.klantstem.link.KnownEvent.ContactStep;
import nl.klantstem.link.KnownEvent.OrderStep;

/** What came of an instance of a journey: by its contacts' resolutions, and by the customer's orders and deliveries. */
final class Aftermath {

    private final JourneyView instance;
    private final Purchases purchases;
    private final Set<String> orders;
    private final List<ContactStep> resolved;

    Aftermath(JourneyView instance, Purchases purchases) {
        this.instance = instance;
        this.purchases = purchases;
        this.orders = instance.orders();
        this.resolved = instance.contacts().stream()
                .map(ContactView::resolved)
                .filter(Objects::nonNull)
                .toList();
    }

    Outcome outcome(JourneyRules rules, Due due) {
        Instant start = instance.startedAt();
        Instant reorder = start.plus(Duration.ofDays(rules.reorderDays()));
        Instant leakage = start.plus(Duration.ofDays(rules.leakageDays()));
        boolean found = is(Resolution.PARCEL_FOUND) || purchases.delivered(orders, start);
        boolean sentBack = befell(OrderEvent.Type.RETURN_REQUESTED, OrderEvent.Type.RETURN_RECEIVED);
        boolean byAgent = is(Resolution.REORDERED_BY_AGENT, reorder)
                || again(reorder, step -> step.placedBy() == OrderEvent.PlacedBy.AGENT);
        return new Outcome(
                Labels.orUnknown(
                        resolved.isEmpty()
                                ? null
                                : resolved.get(resolved.size() - 1).resolution()),
                due.passed(reorder),
                byAgent || is(Resolution.REORDERED_BY_CUSTOMER, reorder) || again(reorder, step -> true),
                byAgent,
                is(Resolution.CREDITED) || is(Resolution.OBLIGATION_WAIVED),
                found,
                found && !sentBack,
                is(Resolution.RETURN_ACCEPTED)
                        || befell(OrderEvent.Type.RETURN_RECEIVED, OrderEvent.Type.ITEM_CANCELLED),
                due.passed(leakage),
                purchases.ordered(start, leakage));
    }

    private boolean is(Resolution how) {
        return is(how, Instant.MAX);
    }

    private boolean is(Resolution how, Instant until) {
        return resolved.stream()
                .anyMatch(step -> how.name().equals(step.resolution())
                        && !step.occurredAt().isAfter(until));
    }

    private boolean again(Instant until, Predicate<OrderStep> how) {
        return purchases
                .again(orders)
                .filter(step -> !step.occurredAt().isBefore(instance.startedAt()))
                .filter(step -> !step.occurredAt().isAfter(until))
                .anyMatch(how);
    }

    private boolean befell(OrderEvent.Type... types) {
        return purchases.befell(orders, instance.startedAt(), List.of(types)::contains);
    }
}
