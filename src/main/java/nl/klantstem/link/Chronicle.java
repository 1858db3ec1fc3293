package nl.klantstem.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.klantstem.contract.flow.FactChange;
import nl.klantstem.contract.flow.Linked.Fate;
import nl.klantstem.contract.out.LinkedResponse;
import nl.klantstem.link.KnownEvent.Answer;
import nl.klantstem.link.KnownEvent.ContactStep;
import nl.klantstem.link.KnownEvent.Invited;
import org.jspecify.annotations.Nullable;

/**
 * Writes an event into a timeline and tells what changed. Facts are step functions over recorded minutes, so the result
 * does not depend on the order in which events are written in.
 */
final class Chronicle {

    private final Linker linker;
    private final LinkedResponses responses;

    /** What became of the event, the steps that changed, and the responses that are linked otherwise now. */
    record Entry(Fate fate, List<FactChange> changes, List<LinkedResponse> responses) {}

    Chronicle(Linker linker) {
        this.linker = linker;
        this.responses = new LinkedResponses(linker);
    }

    Entry write(Timeline timeline, String owner, KnownEvent event) {
        @Nullable KnownEvent same = timeline.sameEvent(event);
        if (same == null) {
            return rewrite(timeline, owner, Fate.ACCEPTED, List.of(event), () -> timeline.add(event));
        }
        Fate fate = same.id().content() == event.id().content() ? Fate.DUPLICATE : Fate.CONFLICT;
        if (same.at().compareTo(event.at()) <= 0) {
            return new Entry(fate, List.of(), List.of());
        }
        // The repeat was recorded before what stands, though read after it: the first recorded stands.
        return rewrite(timeline, owner, fate, List.of(event, same), () -> {
            timeline.remove(same);
            timeline.add(event);
        });
    }

    /** Hands a contact over to the customer who turned out to be its owner: it counts here no more. */
    Entry handOver(Timeline timeline, String owner, ContactStep like, Timeline.Handover handover) {
        return rewrite(timeline, owner, Fate.REKEYED, List.of(like), () -> timeline.handovers()
                .put(like.contactId(), handover));
    }

    private Entry rewrite(Timeline timeline, String owner, Fate fate, List<KnownEvent> events, Runnable change) {
        Map<String, @Nullable LinkedResponse> before = affected(timeline, owner, events);
        change.run();
        long from =
                events.stream().mapToLong(event -> event.at().minute()).min().orElseThrow();
        var changes = new ArrayList<FactChange>();
        for (KnownEvent event : events) {
            if (event instanceof ContactStep step) {
                changes.addAll(contactChanges(timeline, step.contactId(), from));
            }
        }
        var linked = new ArrayList<LinkedResponse>();
        affected(timeline, owner, events).forEach((responseId, now) -> {
            changes.addAll(answerChanges(timeline, responseId, owner, from));
            if (now != null && !LinkedResponses.same(now, before.get(responseId))) {
                linked.add(now);
            }
        });
        timeline.dropEmpty();
        return new Entry(fate, changes, linked);
    }

    /**
     * The responses that these events may change, as they are linked now: their own, or all when a contact or an invitation
     * changed; an order or a shipment changes none.
     */
    private Map<String, @Nullable LinkedResponse> affected(Timeline timeline, String owner, List<KnownEvent> events) {
        var affected = new HashMap<String, @Nullable LinkedResponse>();
        for (KnownEvent event : events) {
            if (event instanceof Answer answer) {
                affected.put(answer.responseId(), responses.now(timeline, answer.responseId(), owner));
            } else if (event instanceof ContactStep || event instanceof Invited) {
                timeline.answers().keySet().forEach(id -> affected.put(id, responses.now(timeline, id, owner)));
            }
        }
        return affected;
    }

    private List<FactChange> contactChanges(Timeline timeline, String contactId, long from) {
        @Nullable Story<ContactStep> story = timeline.contacts().get(contactId);
        if (story == null) {
            return List.of();
        }
        List<Story.Step> fresh = timeline.minutesOfContact(contactId, from).stream()
                .map(minute -> new Story.Step(minute, linker.contactFact(timeline, contactId, minute)))
                .toList();
        return story.replace(from, fresh);
    }

    private List<FactChange> answerChanges(Timeline timeline, String responseId, String owner, long from) {
        @Nullable Story<Answer> story = timeline.answers().get(responseId);
        if (story == null) {
            return List.of();
        }
        var fresh = new ArrayList<Story.Step>();
        for (long minute : timeline.minutesOfAnswer(responseId, from)) {
            @Nullable AnswerView answer = AnswerView.of(story.knownAt(minute));
            fresh.add(new Story.Step(
                    minute,
                    answer == null ? null : linker.responseFact(timeline, answer, Owners.isCustomer(owner), minute)));
        }
        return story.replace(from, fresh);
    }
}
