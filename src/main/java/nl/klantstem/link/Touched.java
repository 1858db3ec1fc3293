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
            var subjects = new HashSet<String>();
            subjects(step, subjects);
            if (story != null) {
                story.events().forEach(other -> subjects(other, subjects));
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

    private void byContact(Set<String> subjects, Timeline timeline) {
        timeline.contacts().forEach((id, story) -> {
            var others = new HashSet<String>();
            story.events().forEach(other -> subjects(other, others));
            if (others.stream().anyMatch(subjects::contains)) {
                contacts.add(id);
            }
        });
        timeline.orders().keySet().stream()
                .filter(id -> subjects.contains("order " + id))
                .forEach(orders::add);
    }

    /** Everything by which a contact may be about the same as another. */
    private static void subjects(ContactStep step, Set<String> subjects) {
        if (step.orderId() != null) {
            subjects.add("order " + step.orderId());
        }
        if (step.journeyInstanceId() != null) {
            subjects.add("journey " + step.journeyInstanceId());
        }
        if (step.driver() != null) {
            subjects.add("driver " + step.driver().split("/", 2)[0]);
        }
    }
}
