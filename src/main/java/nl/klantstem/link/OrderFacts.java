package nl.klantstem.link;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import nl.klantstem.contract.catalogue.CatalogueVersion;
import nl.klantstem.contract.flow.OrderFact;
import nl.klantstem.contract.in.OrderEvent;
import nl.klantstem.link.KnownEvent.OrderStep;
import org.jspecify.annotations.Nullable;

/** What orders count as. */
record OrderFacts(Rulebook rules) {

    Standing at(Story<OrderStep> story, Moment moment) {
        List<OrderStep> known = story.knownAt(moment.minute());
        @Nullable
        OrderStep placed = known.stream()
                .filter(step -> step.type() == OrderEvent.Type.PLACED)
                .findFirst()
                .orElse(null);
        if (placed == null) {
            return Standing.NOTHING;
        }
        CatalogueVersion version =
                rules.version(known.get(known.size() - 1).at().minute());
        Instant until =
                placed.occurredAt().plus(Duration.ofDays(version.contacts().orderDays()));
        var contacts = new TreeMap<String, Integer>();
        for (ContactView contact : moment.about(placed.orderId())) {
            if (!contact.openedAt().isBefore(placed.occurredAt())
                    && !contact.openedAt().isAfter(until)) {
                contacts.merge(rules.labels(version).driver(contact.driver()), 1, Integer::sum);
            }
        }
        return new Standing(
                new OrderFact(
                        placed.occurredAt(),
                        placed.audience(),
                        contacts,
                        placed.at().late(),
                        version.version()),
                Due.NEVER);
    }
}
