package nl.klantstem.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.klantstem.link.KnownEvent.Answer;
import nl.klantstem.link.KnownEvent.ContactStep;
import nl.klantstem.link.KnownEvent.Invited;
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
    private final List<Stories<?>> kinds = List.of(answers, contacts, invitations, orders, shipments);
    private final Map<String, Handover> handovers = new TreeMap<>();
    private long due = NO_TIMER;

    static final long NO_TIMER = -1;

    /** A contact that went to its customer, whose owner key and partition these are, at a recorded time. */
    record Handover(long recordedAt, String owner, int partition) {}

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

    Map<String, Handover> handovers() {
        return handovers;
    }

    /** The recorded minute at which the timeline is to be looked through for what may be forgotten. */
    long due() {
        return due;
    }

    void due(long minute) {
        due = minute;
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

    /**
     * The recorded minutes from one on at which a contact can have changed: those of its own events. At any other minute it
     * is not looked at, or it would depend on what was read when which catalogue version it is seen under.
     */
    List<Long> minutesOfContact(String contactId, long from) {
        return minutes(from, Stream.ofNullable(contacts().get(contactId)), Stream.ofNullable(handovers.get(contactId)));
    }

    /** The recorded minutes from one on at which a response can have changed: its own, any contact's, any invitation's. */
    List<Long> minutesOfAnswer(String responseId, long from) {
        return minutes(
                from,
                Stream.of(
                                Stream.ofNullable(answers().get(responseId)),
                                contacts().values().stream(),
                                invitations().values().stream())
                        .flatMap(Function.identity()),
                handovers.values().stream());
    }

    private static List<Long> minutes(
            long from, Stream<? extends Story<? extends KnownEvent>> stories, Stream<Handover> handovers) {
        return Stream.concat(
                        stories.flatMap(story -> story.events().stream())
                                .map(event -> event.at().minute()),
                        handovers.map(handover -> Math.floorDiv(handover.recordedAt(), 60_000)))
                .filter(minute -> minute >= from)
                .distinct()
                .sorted()
                .toList();
    }

    /** Drops what is about nothing: the only event was another's, told before. */
    void dropEmpty() {
        drop(story -> story.events().isEmpty());
    }

    /** Drops every story that is of no use any more. */
    void drop(Predicate<Story<? extends KnownEvent>> useless) {
        kinds.forEach(stories -> stories.drop(useless));
    }

    /** The contact as known at the end of a recorded minute; null when it has not opened or went to its customer. */
    @Nullable
    ContactView contact(String contactId, long minute) {
        @Nullable Handover handover = handovers.get(contactId);
        if (handover != null && Math.floorDiv(handover.recordedAt(), 60_000) <= minute) {
            return null;
        }
        @Nullable Story<ContactStep> story = contacts().get(contactId);
        return story == null ? null : ContactView.of(story.knownAt(minute));
    }

    /** All contacts as known at the end of a recorded minute, latest opened first. */
    List<ContactView> contactsAt(long minute) {
        var views = new ArrayList<ContactView>();
        for (String contactId : contacts().keySet()) {
            @Nullable ContactView view = contact(contactId, minute);
            if (view != null) {
                views.add(view);
            }
        }
        views.sort(Comparator.comparing(ContactView::openedAt)
                .thenComparing(ContactView::contactId)
                .reversed());
        return views;
    }

    /** The invitation as known at the end of a recorded minute: the latest that tells anything of the contact. */
    @Nullable
    Invited invitation(@Nullable String invitationId, long minute) {
        @Nullable
        Story<Invited> story = invitationId == null ? null : invitations().get(invitationId);
        if (story == null) {
            return null;
        }
        List<Invited> known = story.knownAt(minute);
        return known.stream()
                .filter(invited -> invited.snapshot() != null || invited.contactId() != null)
                .reduce((earlier, later) -> later)
                .orElse(known.isEmpty() ? null : known.get(known.size() - 1));
    }

    private Stories<?> storiesLike(KnownEvent event) {
        return kinds.stream().filter(stories -> stories.isOf(event)).findFirst().orElseThrow();
    }
}
