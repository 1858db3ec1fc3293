package nl.klantstem.link;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import nl.klantstem.contract.flow.ContactCourse;
import nl.klantstem.contract.flow.ContactFact;
import nl.klantstem.contract.flow.Fact;
import nl.klantstem.contract.flow.ResponseContext;
import nl.klantstem.contract.flow.ResponseFact;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.ContactEvent;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.in.SurveyResponse;
import nl.klantstem.link.KnownEvent.Answer;
import nl.klantstem.link.KnownEvent.ContactStep;
import nl.klantstem.link.KnownEvent.Invited;
import org.jspecify.annotations.Nullable;

/** Facts from scratch: what a customer's events say at a minute, read off plainly. No stories, no steps, no codec. */
final class PlainLinking {

    private static final Set<String> JOURNEYS = Set.of("return", "delivery");
    private static final Map<String, String> JOURNEY_OF = Map.of("delivery/late", "delivery", "returns/how", "return");
    private static final Set<String> DRIVERS = Set.of("delivery", "delivery/late", "returns", "returns/how", "product");

    private final List<KnownEvent> events;

    private record Contact(
            String id,
            Instant openedAt,
            @Nullable String channel,
            @Nullable String handler,
            @Nullable String driver,
            boolean intent,
            @Nullable String journey,
            @Nullable String order) {}

    PlainLinking(List<KnownEvent> events) {
        this.events =
                events.stream().sorted(Comparator.comparing(KnownEvent::at)).toList();
    }

    /** Every fact that counts at the end of a minute, by what it is about. */
    Map<String, Fact> at(long minute) {
        var known = known(minute);
        var facts = new TreeMap<String, Fact>();
        for (String id : ids(known, ContactStep.class)) {
            Contact contact = contact(known, id);
            if (contact != null) {
                facts.put("contact " + id, fact(contact));
            }
        }
        for (String id : ids(known, Answer.class)) {
            Fact fact = response(known, id);
            if (fact != null) {
                facts.put("response " + id, fact);
            }
        }
        return facts;
    }

    /** The minutes in which anything became known. */
    TreeSet<Long> minutes() {
        var minutes = new TreeSet<Long>();
        events.forEach(event -> minutes.add(event.at().minute()));
        return minutes;
    }

    private List<KnownEvent> known(long minute) {
        var seen = new HashSet<String>();
        var known = new ArrayList<KnownEvent>();
        for (KnownEvent event : events) {
            String identity =
                    event.getClass() + event.id().source() + "/" + event.id().eventId();
            if (event.at().minute() <= minute && seen.add(identity)) {
                known.add(event);
            }
        }
        return known;
    }

    private static TreeSet<String> ids(List<KnownEvent> known, Class<? extends KnownEvent> kind) {
        var ids = new TreeSet<String>();
        known.stream().filter(kind::isInstance).forEach(event -> ids.add(about(event)));
        return ids;
    }

    private static String about(KnownEvent event) {
        if (event instanceof Answer answer) {
            return answer.responseId();
        }
        return event instanceof ContactStep step ? step.contactId() : ((Invited) event).invitationId();
    }

    private static @Nullable Contact contact(List<KnownEvent> known, String id) {
        var steps = new ArrayList<ContactStep>();
        for (KnownEvent event : known) {
            if (event instanceof ContactStep step && step.contactId().equals(id)) {
                steps.add(step);
            }
        }
        steps.sort(Comparator.comparingInt(ContactStep::seq));
        ContactStep opened = null;
        String handler = null;
        boolean human = false;
        ContactStep label = null;
        String journey = null;
        String order = null;
        for (ContactStep step : steps) {
            opened = opened == null && step.type() == ContactEvent.Type.OPENED ? step : opened;
            handler = step.handler() == null ? handler : step.handler();
            human |= "HUMAN".equals(step.handler());
            boolean better = label == null || label.driverIsIntent() || !step.driverIsIntent();
            label = step.driver() != null && better ? step : label;
            journey = step.journeyId() == null ? journey : step.journeyId();
            order = step.orderId() == null ? order : step.orderId();
        }
        return opened == null
                ? null
                : new Contact(
                        id,
                        opened.occurredAt(),
                        opened.channel(),
                        human ? "HUMAN" : handler,
                        label == null ? null : label.driver(),
                        label != null && label.driverIsIntent(),
                        journey,
                        order);
    }

    private static ContactFact fact(Contact contact) {
        String journey = contact.journey() == null ? journeyOf(contact.driver()) : contact.journey();
        return new ContactFact(
                contact.openedAt(),
                Audience.CUSTOMER,
                true,
                orUnknown(contact.channel()),
                orUnknown(contact.handler()),
                label(journey, JOURNEYS),
                label(contact.driver(), DRIVERS),
                contact.intent(),
                false,
                ContactCourse.NONE,
                "v1");
    }

    private static @Nullable Fact response(List<KnownEvent> known, String id) {
        Answer winner = null;
        Answer first = null;
        for (KnownEvent event : known) {
            if (event instanceof Answer answer && answer.responseId().equals(id)) {
                winner = winner == null || answer.revision() > winner.revision() ? answer : winner;
                first = first == null || answer.revision() < first.revision() ? answer : first;
            }
        }
        boolean counts = winner.nps() != null
                && (winner.status() == SurveyResponse.Status.COMPLETE
                        || winner.status() == SurveyResponse.Status.PARTIAL);
        if (!counts) {
            return null;
        }
        var contacts = new TreeMap<String, Contact>();
        for (String contactId : ids(known, ContactStep.class)) {
            Contact contact = contact(known, contactId);
            if (contact != null) {
                contacts.put(contactId, contact);
            }
        }
        return linked(winner, first.occurredAt(), invitation(known, winner.invitationId()), contacts);
    }

    private static @Nullable Invited invitation(List<KnownEvent> known, @Nullable String id) {
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

    private static ResponseFact linked(
            Answer answer, Instant answeredAt, @Nullable Invited invitation, Map<String, Contact> contacts) {
        Contact contact = answer.contactId() == null ? null : contacts.get(answer.contactId());
        KnownEvent.Snapshot snapshot = null;
        if (contact == null && invitation != null) {
            contact = invitation.contactId() == null ? null : contacts.get(invitation.contactId());
            snapshot = contact == null ? invitation.snapshot() : null;
        }
        if (contact == null && snapshot == null) {
            String order = answer.orderId() == null && invitation != null ? invitation.orderId() : answer.orderId();
            contact = latest(
                    contacts, answeredAt, Duration.ofDays(100_000), c -> order != null && order.equals(c.order()));
        }
        if (contact == null && snapshot == null && answer.contactId() == null) {
            contact = latest(
                    contacts,
                    answeredAt,
                    Duration.ofDays(14),
                    c -> answer.journeyId() != null && answer.journeyId().equals(c.journey()));
            contact = contact == null ? latest(contacts, answeredAt, Duration.ofDays(14), c -> true) : contact;
        }
        String driver = contact != null ? contact.driver() : snapshot == null ? null : snapshot.driver();
        String journey = answer.journeyId();
        journey = journey == null && contact != null ? contact.journey() : journey;
        journey = journey == null ? journeyOf(driver) : journey;
        String channel = contact != null
                ? contact.channel()
                : snapshot == null ? null : snapshot.channel().name();
        return new ResponseFact(
                answeredAt,
                Programme.TRANSACTIONAL,
                Audience.CUSTOMER,
                label(journey, JOURNEYS),
                orUnknown(channel),
                answer.nps(),
                null,
                null,
                false,
                contact == null && snapshot == null,
                ResponseContext.NONE,
                "v1");
    }

    private static @Nullable Contact latest(
            Map<String, Contact> contacts, Instant answeredAt, Duration within, Predicate<Contact> fits) {
        Contact latest = null;
        for (Contact contact : contacts.values()) {
            boolean inTime = !contact.openedAt().isAfter(answeredAt)
                    && Duration.between(contact.openedAt(), answeredAt).compareTo(within) <= 0;
            if (inTime && fits.test(contact)) {
                latest = latest == null || !contact.openedAt().isBefore(latest.openedAt()) ? contact : latest;
            }
        }
        return latest;
    }

    private static @Nullable String journeyOf(@Nullable String driver) {
        return driver == null ? null : JOURNEY_OF.get(driver);
    }

    private static String label(@Nullable String label, Set<String> known) {
        return label == null ? "unknown" : known.contains(label) ? label : "other";
    }

    private static String orUnknown(@Nullable String label) {
        return label == null ? "unknown" : label;
    }
}
