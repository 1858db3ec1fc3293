package nl.klantstem.exact;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Everything that is known of one owner at a moment, and what each thing counts as, where. */
final class Customer {

    final Reference reference;
    final Clock clock;
    /** Whether the owner is a customer: else contacts have no history. */
    final boolean known;
    /** In the order in which they opened. */
    final List<Contact> contacts = new ArrayList<>();

    final Map<String, List<Event>> invitations;
    private final Map<String, List<Event>> answers;
    private final Map<String, List<Event>> orders;
    private final Map<String, List<Event>> shipments;
    private final Map<String, Suspected> suspects;

    /** {@code suspects}: what was suspected of its parcels before, which goes on. */
    Customer(String owner, List<Event> events, Clock clock, Reference reference, Map<String, Suspected> suspects) {
        this.suspects = suspects;
        this.known = owner.startsWith("customer ");
        this.clock = clock;
        this.reference = reference;
        group(events, MessyStream.CONTACTS, "contactId").forEach((id, steps) -> {
            var contact = Contact.of(id, steps, clock, reference);
            if (contact != null) {
                contacts.add(contact);
            }
        });
        contacts.sort(Contact.BY_OPENING);
        invitations = group(events, MessyStream.INVITATIONS, "invitationId");
        answers = group(events, MessyStream.RESPONSES, "responseId");
        orders = group(events, MessyStream.ORDERS, "orderId");
        shipments = group(events, MessyStream.DELIVERIES, "shipmentId");
    }

    /** What counts, where and as what, by the name of the fact. */
    Map<String, Map<Place, Counts>> facts() {
        var facts = new TreeMap<String, Map<Place, Counts>>();
        var asContact = new CountedContact(this);
        contacts.forEach(contact -> facts.put("contact " + contact.id, asContact.count(contact)));
        var asAnswer = new CountedAnswer(this);
        answers.forEach((id, events) -> facts.put("response " + id, asAnswer.count(events)));
        var asOrder = new CountedOrder(this);
        orders.forEach((id, events) -> facts.put("order " + id, asOrder.order(id, events)));
        shipments.forEach((id, events) -> facts.put(
                "shipment " + id,
                asOrder.shipment(events, orders, suspects.computeIfAbsent(id, i -> new Suspected()))));
        return facts;
    }

    // --- issues and repeats -------------------------------------------------------------------------------------

    /** The latest other inbound contact on the same issue that opened before it. */
    private @Nullable Contact earlier(Contact contact) {
        Contact earlier = null;
        for (Contact other : contacts) {
            if (other == contact) {
                return earlier;
            }
            earlier = sameIssue(other, contact) ? other : earlier;
        }
        return null;
    }

    private boolean sameIssue(Contact other, Contact contact) {
        return known
                && other.inbound
                && contact.inbound
                && contact.issue() != null
                && contact.issue().equals(other.issue());
    }

    /** The contact that this one repeats. */
    @Nullable
    Contact repeated(Contact contact) {
        Contact earlier = earlier(contact);
        if (earlier == null) {
            return null;
        }
        Instant ended = earlier.endedAt();
        boolean repeats = ended == null
                || !contact.openedAt.isAfter(ended.plus(Duration.ofDays(reference.days("repeatDays", 7))));
        return repeats ? earlier : null;
    }

    boolean isRepeated(Contact contact) {
        return contacts.stream().anyMatch(other -> repeated(other) == contact);
    }

    int needed(Contact contact) {
        Contact repeated = repeated(contact);
        return repeated == null ? 1 : 1 + needed(repeated);
    }

    /** Whether the customer opened another contact on the issue after this one opened, up to so long after it ended. */
    boolean cameBack(Contact contact, Instant ended, Duration within) {
        return contacts.stream()
                .anyMatch(other -> Contact.BY_OPENING.compare(other, contact) > 0
                        && sameIssue(other, contact)
                        && !other.openedAt.isAfter(ended.plus(within)));
    }

    /** Whether it is the first about its order, of those with the same driver down to a level (0: with any driver). */
    boolean isFirstOfOrder(Contact contact, int level) {
        String order = contact.last("orderId");
        return known
                && contact.inbound
                && order != null
                && contacts.stream()
                        .filter(other -> other.inbound && order.equals(other.last("orderId")))
                        .filter(other -> prefix(other, level).equals(prefix(contact, level)))
                        .findFirst()
                        .orElseThrow()
                        .equals(contact);
    }

    private String prefix(Contact contact, int level) {
        var levels = Reference.levels(reference.driver(contact.driver()));
        return level == 0 ? "" : level > levels.size() ? "" : levels.get(level - 1);
    }

    private static Map<String, List<Event>> group(List<Event> events, String stream, String id) {
        var groups = new TreeMap<String, List<Event>>();
        events.stream().filter(event -> event.is(stream)).forEach(event -> groups.computeIfAbsent(
                        event.text(id), i -> new ArrayList<>())
                .add(event));
        return groups;
    }
}
