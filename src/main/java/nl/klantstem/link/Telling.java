package nl.klantstem.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.klantstem.contract.flow.Fact;
import nl.klantstem.contract.flow.FactChange;
import nl.klantstem.contract.flow.FactStep;
import nl.klantstem.contract.out.LostInMailSuspect;
import nl.klantstem.link.KnownEvent.Answer;
import nl.klantstem.link.KnownEvent.JourneyStep;
import nl.klantstem.link.KnownEvent.OrderStep;
import nl.klantstem.link.KnownEvent.ShipmentStep;
import org.jspecify.annotations.Nullable;

/**
 * Tells stories of a timeline anew from a recorded minute on, and what differs from how they were told: at every minute in
 * which something became known, and at every minute up to {@code over} at which something was due.
 */
final class Telling {

    private final Facts facts;
    private final Timeline timeline;
    private final Moment.Cache moments;
    private final boolean customerKnown;
    private final long over;
    private final Announcements announcements;
    private final List<LostInMailSuspect> suspects = new ArrayList<>();
    private final Map<Long, NavigableSet<Long>> ofContacts = new HashMap<>();

    /** What counts at the end of a minute, given what counted until then. */
    private interface Look {
        Standing at(long minute, @Nullable Fact before);
    }

    Telling(Facts facts, Timeline timeline, String owner, long over) {
        this.facts = facts;
        this.timeline = timeline;
        this.moments = new Moment.Cache(timeline);
        this.customerKnown = Owners.isCustomer(owner);
        this.over = over;
        this.announcements = new Announcements(facts, timeline, moments, over);
    }

    /** What is to be published of the shipments that were told, in order. */
    List<LostInMailSuspect> suspects() {
        return suspects;
    }

    /** The story of a kind that has this id. */
    List<FactChange> tell(Kind kind, String id, long from) {
        return switch (kind) {
            case CONTACT -> contact(id, from);
            case ORDER -> order(id, from);
            case SHIPMENT -> shipment(id, from);
            case INVITATION -> invitation(id, from);
            case JOURNEY -> journey(id, from);
        };
    }

    /** A contact hangs together with the customer's other contacts. */
    private List<FactChange> contact(String contactId, long from) {
        return tell(timeline.contacts().get(contactId), from, contactMinutes(from), (minute, before) -> facts.contacts()
                .at(moments.at(minute), contactId, customerKnown));
    }

    /** An order counts the contacts about it. */
    private List<FactChange> order(String orderId, long from) {
        @Nullable Story<OrderStep> story = timeline.orders().get(orderId);
        return story == null
                ? List.of()
                : tell(story, from, orderMinutes(story, from), (minute, before) -> facts.orders()
                        .at(story, moments.at(minute)));
    }

    /** A shipment may have its promise from its order, and its customer may call about it. */
    private List<FactChange> shipment(String shipmentId, long from) {
        @Nullable Story<ShipmentStep> story = timeline.shipments().get(shipmentId);
        if (story == null) {
            return List.of();
        }
        NavigableSet<Long> minutes = minutes(from, timeline.shipments(), timeline.orders());
        minutes.addAll(contactMinutes(from));
        List<FactChange> changes = tell(story, from, minutes, (minute, before) -> facts.shipments()
                .at(ShipmentView.of(story, timeline.orders(), moments.at(minute)), minute, before));
        suspects.addAll(announcements.of(shipmentId, story));
        return changes;
    }

    /** An instance of a journey is told by its contacts too, and what came of it by the orders and shipments. */
    private List<FactChange> journey(String instanceId, long from) {
        if (!customerKnown) {
            return List.of();
        }
        Story<JourneyStep> story = timeline.journeys().computeIfAbsent(instanceId, id -> new Story<>());
        NavigableSet<Long> minutes = minutes(from, timeline.orders(), timeline.shipments());
        minutes.addAll(contactMinutes(from));
        story.minutes(from, minutes);
        return tell(story, from, minutes, (minute, before) -> facts.journeys().at(moments.at(minute), instanceId));
    }

    /** An invitation hangs together with the customer's other invitations, its contact and the answers that name it. */
    private List<FactChange> invitation(String invitationId, long from) {
        @Nullable Story<?> story = timeline.invitations().get(invitationId);
        if (story == null) {
            return List.of();
        }
        NavigableSet<Long> minutes = minutes(from, timeline.invitations(), timeline.answers());
        minutes.addAll(contactMinutes(from));
        return tell(
                story, from, minutes, (minute, before) -> facts.invitations().at(moments.at(minute), invitationId));
    }

    /**
     * A response can change with any contact, invitation and step of a journey. At other minutes it is not looked at, or
     * it would depend on what was read when which catalogue version it is seen under.
     */
    List<FactChange> answer(String responseId, long from) {
        @Nullable Story<Answer> story = timeline.answers().get(responseId);
        if (story == null) {
            return List.of();
        }
        NavigableSet<Long> minutes = minutes(from, timeline.invitations(), timeline.journeys());
        minutes.addAll(contactMinutes(from));
        story.minutes(from, minutes);
        return minutes.isEmpty()
                ? story.replace(from, List.of())
                : tell(story, minutes.first(), from, minutes, (minute, before) -> {
                    @Nullable AnswerView answer = AnswerView.of(story.knownAt(minute));
                    return answer == null
                            ? Standing.NOTHING
                            : new Standing(facts.responses().at(moments.at(minute), answer, customerKnown), Due.NEVER);
                });
    }

    /** Those of all contacts: the same for every story that is told from there on. */
    private NavigableSet<Long> contactMinutes(long from) {
        return ofContacts.computeIfAbsent(from, f -> timeline.minutes(f, Stream.of(timeline.contacts())));
    }

    private NavigableSet<Long> minutes(
            long from, Map<String, ? extends Story<?>> these, Map<String, ? extends Story<?>> those) {
        return timeline.minutes(from, Stream.of(these, those));
    }

    private NavigableSet<Long> orderMinutes(Story<OrderStep> story, long from) {
        NavigableSet<Long> minutes = new TreeSet<>(contactMinutes(from));
        story.minutes(from, minutes);
        return minutes;
    }

    private List<FactChange> tell(@Nullable Story<?> story, long from, NavigableSet<Long> minutes, Look look) {
        return story == null ? List.of() : tell(story, from, from, minutes, look);
    }

    /**
     * What was due before and has not come to pass stays due; what is due before the next news, but not yet over, comes to
     * pass later and is then told in between.
     */
    private List<FactChange> tell(Story<?> story, long first, long from, NavigableSet<Long> minutes, Look look) {
        long pending = story.due() < from ? story.due() : Due.NEVER;
        var fresh = new ArrayList<FactStep>();
        @Nullable Fact before = story.before(from);
        @Nullable Long minute = first;
        while (minute != null) {
            Standing now = look.at(minute, before);
            before = now.fact();
            fresh.add(new FactStep(minute, now.fact()));
            @Nullable Long news = minutes.higher(minute);
            boolean dueFirst = now.due() != Due.NEVER && (news == null || now.due() < news);
            if (dueFirst && now.due() <= over) {
                minute = now.due();
            } else {
                pending = dueFirst ? Math.min(pending, now.due()) : pending;
                minute = news;
            }
        }
        story.due(pending);
        return story.replace(from, fresh);
    }
}
