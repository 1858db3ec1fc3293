package nl.klantstem.link;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import nl.klantstem.link.KnownEvent.Answer;
import nl.klantstem.link.KnownEvent.ContactStep;
import nl.klantstem.link.KnownEvent.Invited;
import nl.klantstem.link.KnownEvent.JourneyStep;
import nl.klantstem.link.KnownEvent.OrderStep;
import nl.klantstem.link.KnownEvent.ShipmentStep;
import org.jspecify.annotations.Nullable;

/**
 * Which stories an event may change: its own, and those that share a subject with it at any minute. A subject too many
 * costs time, never a wrong number: what is told anew and says the same changes nothing.
 */
final class Touched {

    private final Map<Kind, Set<String>> ids = new EnumMap<>(Kind.class);

    /** Those of a kind. */
    Set<String> of(Kind kind) {
        return ids.computeIfAbsent(kind, k -> new TreeSet<>());
    }

    void each(BiConsumer<Kind, String> story) {
        ids.forEach((kind, those) -> those.forEach(id -> story.accept(kind, id)));
    }

    void by(KnownEvent event, Timeline timeline) {
        if (event instanceof ContactStep step) {
            byContact(step, timeline);
        } else if (event instanceof OrderStep step) {
            of(Kind.ORDER).add(step.orderId());
            add(Kind.SHIPMENT, timeline.shipments(), other -> step.orderId().equals(other.orderId()));
            of(Kind.JOURNEY).addAll(timeline.journeys().keySet());
        } else if (event instanceof ShipmentStep step) {
            of(Kind.SHIPMENT).add(step.shipmentId());
            of(Kind.JOURNEY).addAll(timeline.journeys().keySet());
        } else if (event instanceof JourneyStep step) {
            of(Kind.JOURNEY).add(step.journeyInstanceId());
        } else if (event instanceof Invited invited) {
            // Whoever was asked again too soon was asked before.
            of(Kind.INVITATION).add(invited.invitationId());
            of(Kind.INVITATION).addAll(timeline.invitations().keySet());
        } else if (event instanceof Answer answer) {
            byAnswer(answer, timeline);
        }
    }

    private void byAnswer(Answer answer, Timeline timeline) {
        name(Kind.INVITATION, answer.invitationId());
        @Nullable Story<Answer> story = timeline.answers().get(answer.responseId());
        if (story != null) {
            story.events().forEach(revision -> name(Kind.INVITATION, revision.invitationId()));
        }
        of(Kind.INVITATION).retainAll(timeline.invitations().keySet());
    }

    private void byContact(ContactStep step, Timeline timeline) {
        of(Kind.CONTACT).add(step.contactId());
        var subjects = new Subjects();
        subjects.add(step);
        @Nullable Story<ContactStep> story = timeline.contacts().get(step.contactId());
        if (story != null) {
            story.events().forEach(subjects::add);
        }
        add(Kind.CONTACT, timeline.contacts(), subjects::isAbout);
        subjects.orders.stream().filter(timeline.orders()::containsKey).forEach(of(Kind.ORDER)::add);
        add(
                Kind.SHIPMENT,
                timeline.shipments(),
                other -> subjects.orders.contains(other.orderId()) || subjects.shipments.contains(other.shipmentId()));
        add(Kind.INVITATION, timeline.invitations(), other -> step.contactId().equals(other.contactId()));
        of(Kind.JOURNEY).addAll(subjects.journeys);
    }

    private <E extends KnownEvent> void add(Kind kind, Map<String, Story<E>> stories, Predicate<E> concerned) {
        stories.forEach((id, story) -> {
            if (story.events().stream().anyMatch(concerned)) {
                of(kind).add(id);
            }
        });
    }

    private void name(Kind kind, @Nullable String id) {
        if (id != null) {
            of(kind).add(id);
        }
    }

    /** Everything by which a contact may be about the same as another. */
    private static final class Subjects {
        private final Set<String> orders = new HashSet<>();
        private final Set<String> shipments = new HashSet<>();
        private final Set<String> journeys = new HashSet<>();
        private final Set<String> drivers = new HashSet<>();

        void add(ContactStep step) {
            add(orders, step.orderId());
            add(shipments, step.shipmentId());
            add(journeys, step.journeyInstanceId());
            add(drivers, level1(step));
        }

        boolean isAbout(ContactStep step) {
            return (step.orderId() != null && orders.contains(step.orderId()))
                    || (step.journeyInstanceId() != null && journeys.contains(step.journeyInstanceId()))
                    || (step.driver() != null && drivers.contains(level1(step)));
        }

        private static void add(Set<String> subjects, @Nullable String subject) {
            if (subject != null) {
                subjects.add(subject);
            }
        }

        private static @Nullable String level1(ContactStep step) {
            return step.driver() == null ? null : ContactView.level1(step.driver());
        }
    }
}
