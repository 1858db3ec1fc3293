package nl.klantstem.link;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.catalogue.CatalogueVersion;
import nl.klantstem.contract.flow.ContactFact;
import nl.klantstem.contract.flow.OrderFact;
import nl.klantstem.contract.flow.ResponseFact;
import nl.klantstem.contract.flow.ResponseJourney;
import nl.klantstem.contract.flow.ShipmentFact;
import nl.klantstem.contract.flow.ShipmentFact.Delivery;
import nl.klantstem.contract.in.DeliveryEvent;
import nl.klantstem.contract.in.OrderEvent;
import nl.klantstem.link.KnownEvent.OrderStep;
import nl.klantstem.link.KnownEvent.ShipmentStep;
import org.jspecify.annotations.Nullable;

/**
 * What responses, contacts, orders and shipments count as at a recorded minute: pure functions of a timeline. A response
 * counts under the catalogue version of that minute, everything else under that of its own newest event.
 */
final class Facts {

    private static final Comparator<ShipmentStep> BY_OCCURRENCE =
            Comparator.comparing(ShipmentStep::occurredAt).thenComparing(ShipmentStep::at);

    private final Catalogue catalogue;
    private final Map<String, Labels> labels = new HashMap<>();

    Facts(Catalogue catalogue) {
        this.catalogue = catalogue;
        catalogue.versions().forEach(version -> labels.put(version.version(), new Labels(version)));
    }

    /** The version in force at a recorded minute. */
    CatalogueVersion version(long minute) {
        return catalogue.at(Instant.ofEpochSecond(minute * 60));
    }

    Labels labels(CatalogueVersion version) {
        return labels.computeIfAbsent(version.version(), name -> new Labels(version));
    }

    Standing contact(Moment moment, String contactId, boolean customerKnown) {
        @Nullable ContactView contact = moment.contact(contactId);
        if (contact == null) {
            return Standing.NOTHING;
        }
        CatalogueVersion version = version(contact.knownMinute());
        Labels closed = labels(version);
        var due = new Due(moment.minute());
        var course =
                new Course(contact, version.contacts(), closed, customerKnown ? issue(contact, moment) : null, due);
        @Nullable
        String journey = contact.journeyId() == null ? closed.journeyOf(contact.driver()) : contact.journeyId();
        var fact = new ContactFact(
                contact.openedAt(),
                contact.audience(),
                contact.inbound(),
                Labels.orUnknown(contact.channel()),
                Labels.orUnknown(contact.handler()),
                closed.journey(journey),
                closed.driver(contact.driver()),
                contact.fromIntent(),
                contact.late(),
                course.of(moment),
                version.version());
        return new Standing(fact, due.minute());
    }

    /** The contacts on the issue of one of them. */
    Issue issue(ContactView contact, Moment moment) {
        return Issue.of(contact, moment, other -> version(other.knownMinute()).contacts());
    }

    @Nullable
    ResponseFact response(Linker linker, Moment moment, AnswerView answer, boolean customerKnown) {
        if (!answer.counts()) {
            return null;
        }
        Link link = linker.link(moment, answer, customerKnown);
        var winner = answer.winner();
        CatalogueVersion version = version(moment.minute());
        Labels closed = labels(version);
        @Nullable ContactView contact = link.contact();
        String journey = closed.journey(linker.journey(winner, link, version).journeyId());
        return new ResponseFact(
                answer.answeredAt(),
                winner.programme(),
                winner.audience(),
                journey,
                Linker.channel(link),
                winner.nps(),
                winner.csat(),
                winner.ces(),
                winner.at().late(),
                link.reason(),
                Context.of(link, closed, contact == null || !customerKnown ? null : issue(contact, moment)),
                ResponseJourney.none(journey),
                version.version());
    }

    Standing order(Story<OrderStep> story, Moment moment) {
        List<OrderStep> known = story.knownAt(moment.minute());
        @Nullable
        OrderStep placed = known.stream()
                .filter(step -> step.type() == OrderEvent.Type.PLACED)
                .findFirst()
                .orElse(null);
        if (placed == null) {
            return Standing.NOTHING;
        }
        CatalogueVersion version = version(known.get(known.size() - 1).at().minute());
        Instant until =
                placed.occurredAt().plus(Duration.ofDays(version.contacts().orderDays()));
        var contacts = new TreeMap<String, Integer>();
        for (ContactView contact : moment.about(placed.orderId())) {
            if (!contact.openedAt().isBefore(placed.occurredAt())
                    && !contact.openedAt().isAfter(until)) {
                contacts.merge(labels(version).driver(contact.driver()), 1, Integer::sum);
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

    Standing shipment(Story<ShipmentStep> story, Map<String, Story<OrderStep>> orders, long minute) {
        List<ShipmentStep> known = story.knownAt(minute);
        if (known.isEmpty()) {
            return Standing.NOTHING;
        }
        CatalogueVersion version = version(known.get(known.size() - 1).at().minute());
        List<ShipmentStep> steps = known.stream().sorted(BY_OCCURRENCE).toList();
        ShipmentStep last = steps.get(steps.size() - 1);
        var due = new Due(minute);
        ShipmentStep sent = sent(steps);
        var fact = new ShipmentFact(
                sent.occurredAt(),
                last.audience(),
                labels(version).carrier(last.carrier()),
                labels(version).region(lastOf(steps.stream().map(ShipmentStep::region))),
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
