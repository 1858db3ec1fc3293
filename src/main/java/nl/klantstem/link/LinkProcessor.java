package nl.klantstem.link;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import nl.klantstem.contract.flow.Arrival;
import nl.klantstem.contract.flow.FactChange;
import nl.klantstem.contract.flow.Ingested;
import nl.klantstem.contract.flow.Linked;
import nl.klantstem.contract.flow.Linked.Fate;
import nl.klantstem.contract.flow.Rekeyed;
import nl.klantstem.contract.in.ContactEvent;
import nl.klantstem.contract.in.RejectReason;
import nl.klantstem.contract.out.LostInMailSuspect;
import nl.klantstem.link.KnownEvent.ContactStep;
import nl.klantstem.topic.Json;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Writes each event into its owner's timeline; lets time pass over the timelines that are due. */
final class LinkProcessor extends ContextualFixedKeyProcessor<byte[], Ingested, Linked> {

    /** So many timelines go on in one record, which bounds what it holds. */
    private static final int MOST_AT_ONCE = 500;

    private final LinkStage stage;
    private final Facts facts;
    private final Chronicle chronicle;
    private final Bounds bounds;
    private final Forgetting forgetting;
    private TaskTime time;
    private @Nullable Timers timers;
    private @Nullable CatalogueSeal seal;

    LinkProcessor(LinkStage stage) {
        this.stage = stage;
        this.facts = new Facts(stage.catalogue());
        this.chronicle = new Chronicle(facts);
        Keeping keeping = Keeping.of(stage.retention());
        this.bounds = new Bounds(keeping);
        this.forgetting = new Forgetting(keeping);
        this.time = new TaskTime(stage.sources());
    }

    @Override
    public void init(FixedKeyProcessorContext<byte[], Linked> context) {
        super.init(context);
        // A revived task reads again from its last commit: what was seen after it is not known any more.
        time = new TaskTime(stage.sources());
        KeyValueStore<byte[], byte[]> store = context.getStateStore(LinkStage.TIMERS);
        timers = new Timers(store);
        var checked = new CatalogueSeal(store);
        checked.check(stage.catalogue().versions());
        seal = checked;
    }

    @Override
    public void process(FixedKeyRecord<byte[], Ingested> record) {
        Ingested ingested = record.value();
        // A refused record may bring any time along: no time passes on its word.
        if (!(ingested.outcome() instanceof Ingested.Refused)) {
            long before = time.over();
            time.take(ingested.at());
            if (time.over() > before) {
                pass(record, time.over());
            }
        }
        context().forward(record.withValue(link(ingested)));
    }

    /** What is due up to a minute comes to pass before the watermark can be past it: behind this very record at the latest. */
    private void pass(FixedKeyRecord<byte[], Ingested> record, long minute) {
        if (timers == null) {
            return;
        }
        List<String> due = timers.take(minute, MOST_AT_ONCE);
        while (!due.isEmpty()) {
            var changes = new ArrayList<FactChange>();
            var suspects = new ArrayList<LostInMailSuspect>();
            int orphaned = 0;
            for (String owner : due) {
                Timeline timeline = timeline(owner);
                timeline.due(Due.NEVER);
                Chronicle.Entry passed = chronicle.pass(timeline, owner, minute);
                changes.addAll(passed.changes());
                suspects.addAll(passed.suspects());
                if (timeline.forgetAt() <= minute) {
                    orphaned += forgetting.forget(timeline, minute);
                }
                store(owner, timeline);
            }
            context()
                    .forward(record.withValue(new Linked(
                            record.value(), Fate.PASSED, changes, List.of(), suspects, List.of(), orphaned)));
            due = timers.take(minute, MOST_AT_ONCE);
        }
    }

    private Linked link(Ingested ingested) {
        Ingested.Outcome outcome = ingested.outcome();
        if (outcome instanceof Ingested.Event event) {
            return event(ingested, event);
        }
        if (outcome instanceof Ingested.Foreign foreign) {
            return foreign(ingested, foreign);
        }
        Fate fate = outcome instanceof Ingested.Tick
                ? Fate.TICK
                : outcome instanceof Ingested.Test ? Fate.TEST : Fate.REFUSED;
        return new Linked(ingested, fate, List.of(), List.of(), List.of(), List.of(), 0);
    }

    private Linked event(Ingested ingested, Ingested.Event event) {
        Timeline timeline = timeline(event.owner());
        KnownEvent known = Remember.of(ingested.at(), event);
        Timeline.@Nullable Handover handover =
                known instanceof ContactStep step ? timeline.handovers().get(step.contactId()) : null;
        if (handover != null) {
            var follows =
                    Rekeyed.of(handover.owner(), handover.partition(), event.copy(), event.ignored(), event.event());
            return new Linked(ingested, Fate.REKEYED, List.of(), List.of(), List.of(), List.of(follows), 0);
        }
        if (bounds.refuse(timeline, known)) {
            return tooMany(ingested, event);
        }
        Chronicle.Entry entry = chronicle.write(timeline, event.owner(), known, time.over());
        keep(event.owner(), timeline, known);
        return new Linked(
                ingested,
                event.copy() ? Fate.COPY : entry.fate(),
                entry.changes(),
                entry.responses(),
                entry.suspects(),
                List.of(),
                0);
    }

    /** A copy was accepted once, so it is not counted again: its dead letter alone tells that it is known no more. */
    private static Linked tooMany(Ingested ingested, Ingested.Event event) {
        Fate fate = event.copy() ? Fate.COPY : Fate.REFUSED;
        return new Linked(ingested.refused(RejectReason.TOO_MANY), fate, List.of(), List.of(), List.of(), List.of(), 0);
    }

    /** An event for another partition; when it names a contact's customer at last, the contact's earlier events follow. */
    private Linked foreign(Ingested ingested, Ingested.Foreign foreign) {
        var leaving = new ArrayList<Rekeyed>();
        @Nullable String leaves = foreign.leaves();
        Chronicle.@Nullable Entry entry = null;
        if (leaves != null && foreign.event() instanceof ContactEvent contact) {
            Timeline timeline = timeline(leaves);
            if (!timeline.handovers().containsKey(contact.contactId())) {
                @Nullable Story<ContactStep> story = timeline.contacts().get(contact.contactId());
                List<ContactStep> earlier = story == null ? List.of() : story.events();
                earlier.forEach(step -> leaving.add(copy(step, foreign)));
                ContactStep marker = marker(ingested.at(), foreign, contact);
                entry = chronicle.handOver(timeline, leaves, marker, handover(ingested.at(), foreign), time.over());
                keep(leaves, timeline, marker);
            }
        }
        leaving.add(Rekeyed.of(foreign.owner(), foreign.partition(), false, foreign.ignored(), foreign.event()));
        return new Linked(
                ingested,
                Fate.REKEYED,
                entry == null ? List.of() : entry.changes(),
                entry == null ? List.of() : entry.responses(),
                entry == null ? List.of() : entry.suspects(),
                leaving,
                0);
    }

    private static Timeline.Handover handover(Arrival at, Ingested.Foreign foreign) {
        return new Timeline.Handover(at.recordedAt(), foreign.owner(), foreign.partition());
    }

    private static ContactStep marker(Arrival at, Ingested.Foreign foreign, ContactEvent contact) {
        var event = new Ingested.Event(foreign.owner(), contact, false, false, List.of());
        return (ContactStep) Remember.of(at, event);
    }

    private static Rekeyed copy(ContactStep step, Ingested.Foreign foreign) {
        try {
            byte[] original = step.original() == null ? new byte[0] : step.original();
            ContactEvent event = Json.MAPPER.readValue(original, ContactEvent.class);
            String pseudonym = Owners.pseudonym(foreign.owner());
            return Rekeyed.of(foreign.owner(), foreign.partition(), true, List.of(), event.withCustomerKey(pseudonym));
        } catch (IOException e) {
            throw new IllegalStateException("the stored event of contact " + step.contactId() + " cannot be read", e);
        }
    }

    private Timeline timeline(String owner) {
        KeyValueStore<String, Timeline> timelines = context().getStateStore(LinkStage.TIMELINES);
        @Nullable Timeline timeline = timelines.get(owner);
        return timeline == null ? new Timeline() : timeline;
    }

    private void keep(String owner, Timeline timeline, KnownEvent event) {
        forgetting.plan(timeline, event);
        if (seal != null) {
            seal.counts(facts.rules().version(event.at().minute()));
        }
        store(owner, timeline);
    }

    private void store(String owner, Timeline timeline) {
        KeyValueStore<String, Timeline> timelines = context().getStateStore(LinkStage.TIMELINES);
        if (timers != null) {
            timers.set(owner, timeline);
        }
        if (timeline.isEmpty()) {
            timelines.delete(owner);
        } else {
            timelines.put(owner, timeline);
        }
    }
}
