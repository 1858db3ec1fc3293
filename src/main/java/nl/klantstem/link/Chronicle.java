package nl.klantstem.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.klantstem.contract.flow.FactChange;
import nl.klantstem.contract.flow.Linked.Fate;
import nl.klantstem.contract.out.LinkedResponse;
import nl.klantstem.contract.out.LostInMailSuspect;
import nl.klantstem.link.KnownEvent.Answer;
import nl.klantstem.link.KnownEvent.ContactStep;
import nl.klantstem.link.KnownEvent.OrderStep;
import nl.klantstem.link.KnownEvent.ShipmentStep;
import org.jspecify.annotations.Nullable;

/**
 * Writes an event into a timeline and tells what changed. Facts are step functions over recorded minutes, so the result
 * does not depend on the order in which events are written in.
 */
final class Chronicle {

    private final Facts facts;
    private final LinkedResponses responses;

    /**
     * What became of the event, the steps that changed, the responses that are linked otherwise now, and what is to be
     * published of shipments that were suspected to be lost.
     */
    record Entry(
            Fate fate, List<FactChange> changes, List<LinkedResponse> responses, List<LostInMailSuspect> suspects) {}

    Chronicle(Facts facts) {
        this.facts = facts;
        this.responses = new LinkedResponses(facts.rules(), facts.responses().linker());
    }

    /** {@code over} is the newest recorded minute that is over: what is due up to it has come to pass. */
    Entry write(Timeline timeline, String owner, KnownEvent event, long over) {
        @Nullable KnownEvent same = timeline.sameEvent(event);
        if (same == null) {
            return rewrite(timeline, owner, Fate.ACCEPTED, List.of(event), () -> timeline.add(event), over);
        }
        Fate fate = same.id().content() == event.id().content() ? Fate.DUPLICATE : Fate.CONFLICT;
        if (same.at().compareTo(event.at()) <= 0) {
            return new Entry(fate, List.of(), List.of(), List.of());
        }
        // The repeat was recorded before what stands, though read after it: the first recorded stands.
        return rewrite(
                timeline,
                owner,
                fate,
                List.of(event, same),
                () -> {
                    timeline.remove(same);
                    timeline.add(event);
                },
                over);
    }

    /** Hands a contact over to the customer who turned out to be its owner: it counts here no more. */
    Entry handOver(Timeline timeline, String owner, ContactStep like, Timeline.Handover handover, long over) {
        return rewrite(
                timeline,
                owner,
                Fate.REKEYED,
                List.of(like),
                () -> timeline.handovers().put(like.contactId(), handover),
                over);
    }

    /** Lets time pass up to a minute over what is due by then. */
    Entry pass(Timeline timeline, String owner, long over) {
        var telling = new Telling(facts, timeline, owner, over);
        var changes = new ArrayList<FactChange>();
        for (Kind kind : Kind.values()) {
            timeline.stories(kind).forEach((id, story) -> {
                if (story.due() <= over) {
                    changes.addAll(telling.tell(kind, id, story.due()));
                }
            });
        }
        return new Entry(Fate.PASSED, changes, List.of(), telling.suspects());
    }

    private Entry rewrite(
            Timeline timeline, String owner, Fate fate, List<KnownEvent> events, Runnable change, long over) {
        Map<String, @Nullable LinkedResponse> before = affected(timeline, owner, events);
        var touched = new Touched();
        events.forEach(event -> touched.by(event, timeline));
        change.run();
        events.forEach(event -> touched.by(event, timeline));
        long from =
                events.stream().mapToLong(event -> event.at().minute()).min().orElseThrow();
        var telling = new Telling(facts, timeline, owner, over);
        var changes = new ArrayList<FactChange>();
        touched.each((kind, id) -> changes.addAll(telling.tell(kind, id, from)));
        var linked = new ArrayList<LinkedResponse>();
        // Told before they are linked, because what a response counted as is published with it.
        affectedIds(timeline, events).forEach(responseId -> changes.addAll(telling.answer(responseId, from)));
        affected(timeline, owner, events).forEach((responseId, now) -> {
            if (now != null && !LinkedResponses.same(now, before.get(responseId))) {
                linked.add(now);
            }
        });
        timeline.dropEmpty();
        return new Entry(fate, changes, linked, telling.suspects());
    }

    /** The responses that these events may change, as they are linked now; null where one is known no more. */
    private Map<String, @Nullable LinkedResponse> affected(Timeline timeline, String owner, List<KnownEvent> events) {
        var affected = new HashMap<String, @Nullable LinkedResponse>();
        Set<String> ids = affectedIds(timeline, events);
        if (!ids.isEmpty()) {
            Moment now = Moment.of(timeline, Moment.NOW);
            ids.forEach(id -> affected.put(id, responses.now(timeline, now, id, owner)));
        }
        return affected;
    }

    /** Their own, or all when a contact, an invitation or a journey's step changed; an order or a shipment changes none. */
    private static Set<String> affectedIds(Timeline timeline, List<KnownEvent> events) {
        var ids = new TreeSet<String>();
        for (KnownEvent event : events) {
            if (event instanceof Answer answer) {
                ids.add(answer.responseId());
            } else if (!(event instanceof OrderStep || event instanceof ShipmentStep)) {
                ids.addAll(timeline.answers().keySet());
            }
        }
        return ids;
    }
}
