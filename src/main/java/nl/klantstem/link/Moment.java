package nl.klantstem.link;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.klantstem.link.KnownEvent.Invited;
import nl.klantstem.link.KnownEvent.JourneyStep;
import org.jspecify.annotations.Nullable;

/** An owner's contacts, invitations, journeys and purchases as known at the end of a recorded minute. */
final class Moment {

    /** Everything that is known. */
    static final long NOW = Long.MAX_VALUE;

    private final Timeline timeline;
    private final long minute;
    private final Map<String, ContactView> contacts = new HashMap<>();
    private final List<ContactView> latestFirst;
    private final Map<ContactView.Subject, List<ContactView>> byIssue = new HashMap<>();
    private final Map<String, List<ContactView>> byOrder = new HashMap<>();
    private final Map<String, List<ContactView>> byInstance = new HashMap<>();
    private final Map<String, Optional<JourneyView>> instances = new HashMap<>();
    private @Nullable Purchases purchases;
    private @Nullable Invitations invitations;

    private Moment(Timeline timeline, long minute, Map<Prefix, ContactView> views) {
        this.timeline = timeline;
        this.minute = minute;
        timeline.contacts().forEach((contactId, story) -> {
            int n = story.knownCount(minute);
            if (n > 0 && !timeline.isHandedOver(contactId, minute)) {
                @Nullable
                ContactView view = views.computeIfAbsent(
                        new Prefix(contactId, n),
                        p -> ContactView.of(story.events().subList(0, n)));
                if (view != null) {
                    contacts.put(contactId, view);
                }
            }
        });
        var sorted = new ArrayList<>(contacts.values());
        sorted.sort(ContactView.BY_OPENING);
        sorted.forEach(this::group);
        Collections.reverse(sorted);
        this.latestFirst = Collections.unmodifiableList(sorted);
    }

    private void group(ContactView contact) {
        if (contact.journeyInstanceId() != null) {
            byInstance
                    .computeIfAbsent(contact.journeyInstanceId(), i -> new ArrayList<>())
                    .add(contact);
        }
        if (contact.inbound()) {
            groupInbound(contact);
        }
    }

    private void groupInbound(ContactView inbound) {
        ContactView.@Nullable Subject issue = inbound.issue();
        if (issue != null) {
            byIssue.computeIfAbsent(issue, i -> new ArrayList<>()).add(inbound);
        }
        if (inbound.orderId() != null) {
            byOrder.computeIfAbsent(inbound.orderId(), o -> new ArrayList<>()).add(inbound);
        }
    }

    /** The first events of a contact, in the order they became known. */
    private record Prefix(String contactId, int events) {}

    /** The moments of a timeline that does not change meanwhile: each is put together once. */
    static final class Cache {
        private final Timeline timeline;
        private final Map<Prefix, ContactView> views = new HashMap<>();
        private final Map<Long, Moment> moments = new HashMap<>();

        Cache(Timeline timeline) {
            this.timeline = timeline;
        }

        Moment at(long minute) {
            return moments.computeIfAbsent(minute, m -> new Moment(timeline, m, views));
        }
    }

    static Moment of(Timeline timeline, long minute) {
        return new Cache(timeline).at(minute);
    }

    long minute() {
        return minute;
    }

    /** Null when it has not opened or went to its customer. */
    @Nullable
    ContactView contact(String contactId) {
        return contacts.get(contactId);
    }

    /** All contacts, latest opened first. */
    List<ContactView> contacts() {
        return latestFirst;
    }

    /** The inbound contacts on an issue, in the order they opened. */
    List<ContactView> on(ContactView.Subject issue) {
        return Collections.unmodifiableList(byIssue.getOrDefault(issue, List.of()));
    }

    /** The inbound contacts about an order, in the order they opened. */
    List<ContactView> about(String orderId) {
        return Collections.unmodifiableList(byOrder.getOrDefault(orderId, List.of()));
    }

    /** Null when nothing is known of that instance of a journey. */
    @Nullable
    JourneyView instance(String instanceId) {
        return instances
                .computeIfAbsent(instanceId, id -> {
                    @Nullable Story<JourneyStep> story = timeline.journeys().get(id);
                    return Optional.ofNullable(JourneyView.of(
                            id,
                            story == null ? List.of() : story.knownAt(minute),
                            byInstance.getOrDefault(id, List.of())));
                })
                .orElse(null);
    }

    /** All instances of journeys. */
    List<JourneyView> instances() {
        var ids = new TreeSet<>(timeline.journeys().keySet());
        ids.addAll(byInstance.keySet());
        return ids.stream().flatMap(id -> Stream.ofNullable(instance(id))).toList();
    }

    Purchases purchases() {
        if (purchases == null) {
            purchases = new Purchases(timeline, minute);
        }
        return purchases;
    }

    /** All invitations, put together when first asked for. */
    Invitations invitations() {
        if (invitations == null) {
            invitations = new Invitations(timeline, minute);
        }
        return invitations;
    }

    /** The latest event of the invitation that tells anything of the contact. */
    @Nullable
    Invited invitation(@Nullable String invitationId) {
        @Nullable
        Story<Invited> story =
                invitationId == null ? null : timeline.invitations().get(invitationId);
        if (story == null) {
            return null;
        }
        List<Invited> known = story.knownAt(minute);
        return known.stream()
                .filter(invited -> invited.snapshot() != null || invited.contactId() != null)
                .reduce((earlier, later) -> later)
                .orElse(known.isEmpty() ? null : known.get(known.size() - 1));
    }
}
