package nl.klantstem.link;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import nl.klantstem.contract.flow.Arrival;
import nl.klantstem.contract.flow.Ingested;
import nl.klantstem.contract.flow.Linked;
import nl.klantstem.contract.flow.Linked.Fate;
import nl.klantstem.contract.flow.Rekeyed;
import nl.klantstem.contract.in.ContactEvent;
import nl.klantstem.link.KnownEvent.ContactStep;
import nl.klantstem.topic.Json;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Writes each event into its owner's timeline; forgets what is older than facts are kept. */
final class LinkProcessor extends ContextualFixedKeyProcessor<byte[], Ingested, Linked> {

    private final LinkStage stage;
    private final Linker linker;
    private final Chronicle chronicle;
    private final Forgetting forgetting;
    private @Nullable CatalogueSeal seal;

    LinkProcessor(LinkStage stage) {
        this.stage = stage;
        this.linker = new Linker(stage.catalogue());
        this.chronicle = new Chronicle(linker);
        this.forgetting = new Forgetting(stage.retention(), stage.sources());
    }

    @Override
    public void init(FixedKeyProcessorContext<byte[], Linked> context) {
        super.init(context);
        KeyValueStore<byte[], byte[]> timers = context.getStateStore(LinkStage.TIMERS);
        forgetting.init(context.getStateStore(LinkStage.TIMELINES), timers);
        var checked = new CatalogueSeal(timers);
        checked.check(stage.catalogue().versions());
        seal = checked;
    }

    @Override
    public void process(FixedKeyRecord<byte[], Ingested> record) {
        Ingested ingested = record.value();
        // A refused record may bring any time along: nothing is forgotten on its word.
        boolean believed = !(ingested.outcome() instanceof Ingested.Refused);
        int orphaned = believed ? forgetting.until(ingested.at()) : 0;
        context().forward(record.withValue(link(ingested, orphaned)));
    }

    private Linked link(Ingested ingested, int orphaned) {
        Ingested.Outcome outcome = ingested.outcome();
        if (outcome instanceof Ingested.Event event) {
            return event(ingested, event, orphaned);
        }
        if (outcome instanceof Ingested.Foreign foreign) {
            return foreign(ingested, foreign, orphaned);
        }
        Fate fate = outcome instanceof Ingested.Tick
                ? Fate.TICK
                : outcome instanceof Ingested.Test ? Fate.TEST : Fate.REFUSED;
        return new Linked(ingested, fate, List.of(), List.of(), List.of(), orphaned);
    }

    private Linked event(Ingested ingested, Ingested.Event event, int orphaned) {
        Timeline timeline = timeline(event.owner());
        KnownEvent known = Remember.of(ingested.at(), event);
        Timeline.@Nullable Handover handover =
                known instanceof ContactStep step ? timeline.handovers().get(step.contactId()) : null;
        if (handover != null) {
            var follows =
                    Rekeyed.of(handover.owner(), handover.partition(), event.copy(), event.ignored(), event.event());
            return new Linked(ingested, Fate.REKEYED, List.of(), List.of(), List.of(follows), orphaned);
        }
        Chronicle.Entry entry = chronicle.write(timeline, event.owner(), known);
        keep(event.owner(), timeline, ingested.at());
        return new Linked(
                ingested,
                event.copy() ? Fate.COPY : entry.fate(),
                entry.changes(),
                entry.responses(),
                List.of(),
                orphaned);
    }

    /** An event for another partition; when it names a contact's customer at last, the contact's earlier events follow. */
    private Linked foreign(Ingested ingested, Ingested.Foreign foreign, int orphaned) {
        var leaving = new ArrayList<Rekeyed>();
        @Nullable String leaves = foreign.leaves();
        Chronicle.@Nullable Entry entry = null;
        if (leaves != null && foreign.event() instanceof ContactEvent contact) {
            Timeline timeline = timeline(leaves);
            if (!timeline.handovers().containsKey(contact.contactId())) {
                @Nullable Story<ContactStep> story = timeline.contacts().get(contact.contactId());
                List<ContactStep> earlier = story == null ? List.of() : story.events();
                earlier.forEach(step -> leaving.add(copy(step, foreign)));
                entry = chronicle.handOver(
                        timeline, leaves, marker(ingested.at(), foreign, contact), handover(ingested.at(), foreign));
                keep(leaves, timeline, ingested.at());
            }
        }
        leaving.add(Rekeyed.of(foreign.owner(), foreign.partition(), false, foreign.ignored(), foreign.event()));
        return new Linked(
                ingested,
                Fate.REKEYED,
                entry == null ? List.of() : entry.changes(),
                entry == null ? List.of() : entry.responses(),
                leaving,
                orphaned);
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

    private void keep(String owner, Timeline timeline, Arrival at) {
        KeyValueStore<String, Timeline> timelines = context().getStateStore(LinkStage.TIMELINES);
        forgetting.schedule(owner, timeline, at);
        if (seal != null) {
            seal.counts(linker.version(Math.floorDiv(at.recordedAt(), 60_000)));
        }
        timelines.put(owner, timeline);
    }
}
