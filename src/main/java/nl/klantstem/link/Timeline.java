package nl.klantstem.link;

import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.klantstem.link.KnownEvent.Answer;
import nl.klantstem.link.KnownEvent.ContactStep;
import nl.klantstem.link.KnownEvent.Invited;
import nl.klantstem.link.KnownEvent.JourneyStep;
import nl.klantstem.link.KnownEvent.OrderStep;
import nl.klantstem.link.KnownEvent.ShipmentStep;
import org.jspecify.annotations.Nullable;

/** Everything that is known of one owner (a customer, or a contact or response without one): its stories, by what they are about. */
final class Timeline {

    private final Stories<Answer> answers = new Stories<>(Answer.class);
    private final Stories<ContactStep> contacts = new Stories<>(ContactStep.class);
    private final Stories<Invited> invitations = new Stories<>(Invited.class);
    private final Stories<OrderStep> orders = new Stories<>(OrderStep.class);
    private final Stories<ShipmentStep> shipments = new Stories<>(ShipmentStep.class);
    private final Stories<JourneyStep> journeys = new Stories<>(JourneyStep.class);
    private final List<Stories<?>> kinds = List.of(answers, contacts, invitations, orders, shipments, journeys);
    private final Map<String, Handover> handovers = new TreeMap<>();
    private final Map<String, Announced> announced = new TreeMap<>();
    private long due = Due.NEVER;
    private long forgetAt = Due.NEVER;
    private int storedBytes;

    /** A contact that went to its customer, whose owner key and partition these are, at a recorded time. */
    record Handover(long recordedAt, String owner, int partition) {
        long minute() {
            return Math.floorDiv(recordedAt, 60_000);
        }
    }

    Map<String, Story<Answer>> answers() {
        return answers.byId();
    }

    Map<String, Story<ContactStep>> contacts() {
        return contacts.byId();
    }

    Map<String, Story<Invited>> invitations() {
        return invitations.byId();
    }

    Map<String, Story<OrderStep>> orders() {
        return orders.byId();
    }

    Map<String, Story<ShipmentStep>> shipments() {
        return shipments.byId();
    }

    /** Those of journey instances; one that only contacts tell of has no events of its own. */
    Map<String, Story<JourneyStep>> journeys() {
        return journeys.byId();
    }

    /** The stories of a kind. */
    Map<String, ? extends Story<?>> stories(Kind kind) {
        return switch (kind) {
            case CONTACT -> contacts();
            case ORDER -> orders();
            case SHIPMENT -> shipments();
            case INVITATION -> invitations();
            case JOURNEY -> journeys();
        };
    }

    Map<String, Handover> handovers() {
        return handovers;
    }

    /** What was published of shipments that were suspected to be lost, as long as they are known. */
    Map<String, Announced> announced() {
        return announced;
    }

    /** The recorded minute of its timer: at which something of it is due next. */
    long due() {
        return due;
    }

    void due(long minute) {
        due = minute;
    }

    /** The recorded minute at which it is to be looked through for what may be forgotten. */
    long forgetAt() {
        return forgetAt;
    }

    void forgetAt(long minute) {
        forgetAt = minute;
    }

    /** How large the record is that it was read from; 0 for a new one. */
    int storedBytes() {
        return storedBytes;
    }

    void storedBytes(int bytes) {
        storedBytes = bytes;
    }

    Stream<Story<?>> stories() {
        return kinds.stream().flatMap(stories -> stories.byId().values().stream());
    }

    Stream<KnownEvent> events() {
        return stories().flatMap(story -> story.events().stream());
    }

    /** The recorded minute at which a timer is needed. */
    long nextDue() {
        return stories().mapToLong(Story::due).reduce(forgetAt, Math::min);
    }

    /** Whether nothing is known any more. */
    boolean isEmpty() {
        return handovers.isEmpty()
                && kinds.stream().allMatch(stories -> stories.byId().isEmpty());
    }

    /** The event of this kind that has the same identity, or null. */
    @Nullable
    KnownEvent sameEvent(KnownEvent event) {
        return storiesLike(event).sameEvent(event);
    }

    void add(KnownEvent event) {
        storiesLike(event).add(event);
    }

    void remove(KnownEvent event) {
        storiesLike(event).remove(event);
    }

    /** The recorded minutes from one on in which something became known of any of these stories, or a contact went. */
    NavigableSet<Long> minutes(long from, Stream<? extends Map<String, ? extends Story<?>>> kinds) {
        var minutes = new TreeSet<Long>();
        kinds.flatMap(stories -> stories.values().stream()).forEach(story -> story.minutes(from, minutes));
        handovers.values().stream()
                .mapToLong(Handover::minute)
                .filter(minute -> minute >= from)
                .forEach(minutes::add);
        return minutes;
    }

    /** Drops what is about nothing: the only event was another's, told before. */
    void dropEmpty() {
        drop(story -> story.events().isEmpty() && story.steps().isEmpty());
    }

    /** Drops every story that is of no use any more. */
    void drop(Predicate<Story<? extends KnownEvent>> useless) {
        kinds.forEach(stories -> stories.drop(useless));
        announced.keySet().retainAll(shipments().keySet());
    }

    /** Whether a contact had gone to its customer at the end of a recorded minute. */
    boolean isHandedOver(String contactId, long minute) {
        @Nullable Handover handover = handovers.get(contactId);
        return handover != null && handover.minute() <= minute;
    }

    private Stories<?> storiesLike(KnownEvent event) {
        return kinds.stream().filter(stories -> stories.isOf(event)).findFirst().orElseThrow();
    }
}
