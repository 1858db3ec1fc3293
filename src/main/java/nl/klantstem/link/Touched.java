package nl.klantstem.link;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import nl.klantstem.link.KnownEvent.ContactStep;
import nl.klantstem.link.KnownEvent.OrderStep;
import nl.klantstem.link.KnownEvent.ShipmentStep;
import org.jspecify.annotations.Nullable;

/**
 * Which stories an event may change: its own, and those that share a subject with it at any minute. A subject too many
 * costs time, never a wrong number: what is told anew and says the same changes nothing.
 */
final class Touched {

    private final Set<String> contacts = new TreeSet<>();
    private final Set<String> orders = new TreeSet<>();
    private final Set<String> shipments = new TreeSet<>();

    Set<String> contacts() {
        return contacts;
    }

    Set<String> orders() {
        return orders;
    }

    Set<String> shipments() {
        return shipments;
    }

    void by(KnownEvent event, Timeline timeline) {
        if (event instanceof ContactStep step) {
            contacts.add(step.contactId());
            @Nullable Story<ContactStep> story = timeline.contacts().get(step.contactId());
            var subjects = new Subjects();
            subjects.add(step);
            if (story != null) {
                story.events().forEach(subjects::add);
            }
            byContact(subjects, timeline);
        } else if (event instanceof OrderStep step) {
            orders.add(step.orderId());
            timeline.shipments().forEach((id, story) -> {
                if (story.events().stream().anyMatch(other -> step.orderId().equals(other.orderId()))) {
                    shipments.add(id);
                }
            });
        } else if (event instanceof ShipmentStep step) {
            shipments.add(step.shipmentId());
        }
    }

    private void byContact(Subjects subjects, Timeline timeline) {
        timeline.contacts().forEach((id, story) -> {
            if (story.events().stream().anyMatch(subjects::isAbout)) {
                contacts.add(id);
            }
        });
        subjects.orders.stream().filter(timeline.orders()::containsKey).forEach(orders::add);
    }

    /** Everything by which a contact may be about the same as another. */
    private static final class Subjects {
        private final Set<String> orders = new HashSet<>();
        private final Set<String> journeys = new HashSet<>();
        private final Set<String> drivers = new HashSet<>();

        void add(ContactStep step) {
            add(orders, step.orderId());
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
