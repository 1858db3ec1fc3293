package nl.klantstem.link;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.klantstem.contract.flow.ContactFact;
import nl.klantstem.contract.flow.Fact;
import nl.klantstem.contract.flow.OrderFact;
import nl.klantstem.contract.flow.ResponseContext;
import nl.klantstem.contract.flow.ResponseFact;
import nl.klantstem.contract.flow.ShipmentFact;
import nl.klantstem.contract.flow.ShipmentFact.Delivery;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.DeliveryEvent;
import nl.klantstem.contract.in.OrderEvent;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.in.SurveyResponse;
import nl.klantstem.contract.out.LinkedResponse.UnmatchedReason;
import nl.klantstem.link.KnownEvent.Answer;
import nl.klantstem.link.KnownEvent.ContactStep;
import nl.klantstem.link.KnownEvent.Invited;
import nl.klantstem.link.KnownEvent.OrderStep;
import nl.klantstem.link.KnownEvent.ShipmentStep;
import org.jspecify.annotations.Nullable;

/**
 * Facts from scratch: what a customer's events say at the end of a minute, read off plainly from docs/measures.md. No
 * stories, no steps, no timers, no codec, and nothing of the code that it watches but the events themselves.
 */
final class PlainLinking {

    private final List<KnownEvent> events;
    private final boolean customerKnown;

    PlainLinking(List<KnownEvent> events, boolean customerKnown) {
        this.customerKnown = customerKnown;
        var seen = new HashSet<String>();
        this.events = events.stream()
                .sorted(Comparator.comparing(KnownEvent::at))
                .filter(event -> seen.add(event.getClass() + event.id().source() + "/"
                        + event.id().eventId()))
                .toList();
    }

    /** The minute of the first event; of an empty history 0. */
    long first() {
        return events.isEmpty() ? 0 : events.get(0).at().minute();
    }

    /** Every fact that counts at the end of a minute, by what it is about. */
    Map<String, Fact> at(long minute) {
        Instant now = Instant.ofEpochSecond((minute + 1) * 60);
        List<KnownEvent> known =
                events.stream().filter(event -> event.at().minute() <= minute).toList();
        var contacts = new ArrayList<PlainContact>();
        for (String id : ids(known, ContactStep.class)) {
            PlainContact contact = PlainContact.of(id, known, now);
            if (contact != null) {
                contacts.add(contact);
            }
        }
        var facts = new TreeMap<String, Fact>();
        for (PlainContact contact : contacts) {
            facts.put("contact " + contact.id, contact(contact, contacts));
        }
        List<PlainJourney> instances = customerKnown ? PlainJourney.all(known, contacts, now) : List.of();
        for (PlainJourney instance : instances) {
            facts.put("journey " + instance.id, instance.fact());
        }
        for (String id : ids(known, Answer.class)) {
            Fact fact = response(known, id, contacts, instances);
            if (fact != null) {
                facts.put("response " + id, fact);
            }
        }
        for (String id : ids(known, OrderStep.class)) {
            Fact fact = order(of(known, OrderStep.class, id), contacts);
            if (fact != null) {
                facts.put("order " + id, fact);
            }
        }
        for (String id : ids(known, Invited.class)) {
            facts.put("invitation " + id, new PlainInvitation(id, known, contacts, now).fact());
        }
        for (String id : ids(known, ShipmentStep.class)) {
            facts.put("shipment " + id, shipment(known, of(known, ShipmentStep.class, id), now, minute));
        }
        return facts;
    }

    static TreeSet<String> ids(List<KnownEvent> known, Class<? extends KnownEvent> kind) {
        var ids = new TreeSet<String>();
        known.stream().filter(kind::isInstance).forEach(event -> ids.add(event.about()));
        return ids;
    }

    static <E extends KnownEvent> List<E> of(List<KnownEvent> known, Class<E> kind, String id) {
        return known.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(event -> event.about().equals(id))
                .toList();
    }

    private ContactFact contact(PlainContact contact, List<PlainContact> all) {
        String journey = contact.last(ContactStep::journeyId);
        boolean human = contact.with(ContactStep::handler).stream().anyMatch(s -> "HUMAN".equals(s.handler()));
        return new ContactFact(
                contact.openedAt(),
                contact.opened.audience(),
                contact.inbound(),
                PlainLabels.orUnknown(contact.opened.channel()),
                human ? "HUMAN" : PlainLabels.orUnknown(contact.last(ContactStep::handler)),
                PlainLabels.journey(journey != null ? journey : PlainLabels.journeyOf(contact.driver())),
                PlainLabels.driver(contact.driver()),
                contact.labelled() != null && contact.labelled().driverIsIntent(),
                contact.opened.at().late(),
                new PlainCourse(contact, all, customerKnown).course(),
                "v1");
    }

    private static @Nullable Fact order(List<OrderStep> steps, List<PlainContact> contacts) {
        OrderStep placed = null;
        for (OrderStep step : steps) {
            placed = placed == null && step.type() == OrderEvent.Type.PLACED ? step : placed;
        }
        if (placed == null) {
            return null;
        }
        var about = new TreeMap<String, Integer>();
        for (PlainContact contact : contacts) {
            Duration after = Duration.between(placed.occurredAt(), contact.openedAt());
            if (contact.inbound()
                    && placed.orderId().equals(contact.orderId())
                    && !after.isNegative()
                    && after.compareTo(Duration.ofDays(1)) <= 0) {
                about.merge(PlainLabels.driver(contact.driver()), 1, Integer::sum);
            }
        }
        return new OrderFact(
                placed.occurredAt(), placed.audience(), about, placed.at().late(), "v1");
    }

    private static Fact shipment(List<KnownEvent> known, List<ShipmentStep> inOrderKnown, Instant now, long minute) {
        List<ShipmentStep> steps = inOrderKnown.stream()
                .sorted(Comparator.comparing(ShipmentStep::occurredAt))
                .toList();
        ShipmentStep sent = steps.get(0);
        ShipmentStep handed = null;
        ShipmentStep end = null;
        for (ShipmentStep step : steps) {
            handed = handed == null && step.type() == DeliveryEvent.Type.HANDED_TO_CARRIER ? step : handed;
            boolean ends = step.type().name().startsWith("DELIVERED")
                    || step.type() == DeliveryEvent.Type.LOST_CONFIRMED
                    || step.type() == DeliveryEvent.Type.RETURNED;
            end = ends ? step : end;
        }
        sent = handed == null ? sent : handed;
        Instant promise = last(steps, ShipmentStep::promisedTo);
        if (promise == null) {
            promise = last(
                    of(known, OrderStep.class, steps.get(0).orderId()).stream()
                            .sorted(Comparator.comparing(OrderStep::occurredAt))
                            .toList(),
                    OrderStep::promisedTo);
        }
        return new ShipmentFact(
                sent.occurredAt(),
                Audience.CUSTOMER,
                PlainLabels.carrier(steps.get(steps.size() - 1).carrier()),
                PlainLabels.region(last(steps, ShipmentStep::region)),
                delivery(end, promise, now),
                PlainSuspicion.at(known, sent.shipmentId(), minute, GivenCatalogue.LOST_IN_MAIL),
                sent.at().late(),
                "v1");
    }

    private static Delivery delivery(@Nullable ShipmentStep end, @Nullable Instant promise, Instant now) {
        if (end == null) {
            return promise != null && !promise.isAfter(now) ? Delivery.OVERDUE : Delivery.UNDERWAY;
        }
        if (end.type() == DeliveryEvent.Type.LOST_CONFIRMED) {
            return Delivery.LOST;
        }
        if (end.type() == DeliveryEvent.Type.RETURNED) {
            return Delivery.RETURNED;
        }
        if (promise == null) {
            return Delivery.DELIVERED;
        }
        return end.occurredAt().isAfter(promise) ? Delivery.LATE : Delivery.ON_TIME;
    }

    private static <E, T> @Nullable T last(List<E> steps, Function<E, @Nullable T> field) {
        T last = null;
        for (E step : steps) {
            last = field.apply(step) == null ? last : field.apply(step);
        }
        return last;
    }

    private @Nullable Fact response(
            List<KnownEvent> known, String id, List<PlainContact> contacts, List<PlainJourney> instances) {
        Answer winner = null;
        Answer first = null;
        for (Answer answer : of(known, Answer.class, id)) {
            winner = winner == null || answer.revision() > winner.revision() ? answer : winner;
            first = first == null || answer.revision() < first.revision() ? answer : first;
        }
        boolean counts = winner.nps() != null
                && List.of(Programme.TRANSACTIONAL, Programme.RELATIONAL, Programme.MYSTERY_SHOP)
                        .contains(winner.programme())
                && (winner.status() == SurveyResponse.Status.COMPLETE
                        || winner.status() == SurveyResponse.Status.PARTIAL);
        return counts
                ? linked(winner, first.occurredAt(), invitation(known, winner.invitationId()), contacts, instances)
                : null;
    }

    static @Nullable Invited invitation(List<KnownEvent> known, @Nullable String id) {
        Invited found = null;
        for (KnownEvent event : known) {
            if (event instanceof Invited invited && invited.invitationId().equals(id)) {
                boolean tells = invited.snapshot() != null || invited.contactId() != null;
                boolean foundTells = found != null && (found.snapshot() != null || found.contactId() != null);
                found = tells || !foundTells ? invited : found;
            }
        }
        return found;
    }

    private UnmatchedReason reason(Answer answer) {
        if (!customerKnown) {
            return UnmatchedReason.NO_CUSTOMER;
        }
        return answer.contactId() == null ? UnmatchedReason.NO_CONTACT : UnmatchedReason.CONTACT_UNKNOWN;
    }

    private ResponseFact linked(
            Answer answer,
            Instant answeredAt,
            @Nullable Invited invitation,
            List<PlainContact> contacts,
            List<PlainJourney> instances) {
        PlainContact contact = named(contacts, answer.contactId());
        KnownEvent.Snapshot snapshot = null;
        if (contact == null && invitation != null) {
            contact = named(contacts, invitation.contactId());
            snapshot = contact == null ? invitation.snapshot() : null;
        }
        if (contact == null && snapshot == null) {
            String order = answer.orderId() == null && invitation != null ? invitation.orderId() : answer.orderId();
            contact = latest(contacts, answeredAt, 100_000, c -> order != null && order.equals(c.orderId()));
        }
        if (contact == null && snapshot == null && answer.contactId() == null && customerKnown) {
            contact = latest(
                    contacts,
                    answeredAt,
                    14,
                    c -> answer.journeyId() != null && answer.journeyId().equals(c.last(ContactStep::journeyId)));
            contact = contact == null ? latest(contacts, answeredAt, 14, c -> true) : contact;
        }
        String driver = contact != null ? contact.driver() : snapshot == null ? null : snapshot.driver();
        String journey = answer.journeyId();
        journey = journey == null && contact != null ? contact.last(ContactStep::journeyId) : journey;
        boolean byInvitation = journey == null && invitation != null;
        journey = byInvitation ? invitation.journeyId() : journey;
        journey = journey == null ? PlainLabels.journeyOf(driver) : journey;
        String channel = contact != null
                ? contact.opened.channel()
                : snapshot == null || snapshot.channel() == null
                        ? null
                        : snapshot.channel().name();
        return new ResponseFact(
                answeredAt,
                answer.programme(),
                Audience.CUSTOMER,
                PlainLabels.journey(journey),
                PlainLabels.orUnknown(channel),
                answer.nps(),
                null,
                null,
                answer.at().late(),
                contact == null && snapshot == null ? reason(answer) : null,
                contact != null
                        ? new PlainCourse(contact, contacts, customerKnown).context()
                        : snapshot != null ? context(snapshot) : ResponseContext.NONE,
                new PlainWay(answer, answeredAt, journey, contact, invitation, instances).way(),
                "v1");
    }

    /** Nothing is known of the contact but what the invitation says. */
    private static ResponseContext context(KnownEvent.Snapshot snapshot) {
        return new ResponseContext(
                PlainLabels.driver(snapshot.driver()),
                snapshot.handler() == null ? "unknown" : snapshot.handler().equals("BOT") ? "BOT_ONLY" : "HUMAN_ONLY",
                PlainLabels.servicePartner(snapshot.servicePartnerId()),
                PlainLabels.orUnknown(snapshot.resolution()),
                "unknown",
                "unknown",
                "unknown",
                PlainLabels.demand(snapshot.driver(), null, null, null));
    }

    static @Nullable PlainContact named(List<PlainContact> contacts, @Nullable String id) {
        return contacts.stream().filter(c -> c.id.equals(id)).findFirst().orElse(null);
    }

    private static @Nullable PlainContact latest(
            List<PlainContact> contacts, Instant answeredAt, int days, Predicate<PlainContact> fits) {
        PlainContact latest = null;
        for (PlainContact contact : contacts) {
            boolean inTime = !contact.openedAt().isAfter(answeredAt)
                    && Duration.between(contact.openedAt(), answeredAt).compareTo(Duration.ofDays(days)) <= 0;
            if (inTime && fits.test(contact)) {
                latest = latest == null || latest.openedBefore(contact) ? contact : latest;
            }
        }
        return latest;
    }
}
