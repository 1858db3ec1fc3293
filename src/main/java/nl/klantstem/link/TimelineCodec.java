package nl.klantstem.link;

import java.util.Map;
import java.util.function.Function;
import nl.klantstem.contract.flow.FactStep;
import nl.klantstem.contract.in.DeliveryEvent;
import nl.klantstem.topic.BinaryReader;
import nl.klantstem.topic.BinaryWriter;
import org.jspecify.annotations.Nullable;

/** The bytes of a timeline: a version, then each kind of story with its events and steps. */
final class TimelineCodec {

    private static final int VERSION = 4;

    private static final DeliveryEvent.Type[] DELIVERIES = DeliveryEvent.Type.values();

    private TimelineCodec() {}

    static byte[] encode(Timeline timeline) {
        var out = new BinaryWriter();
        out.number(VERSION).number(timeline.due()).number(timeline.forgetAt());
        write(out, timeline.answers());
        write(out, timeline.contacts());
        write(out, timeline.invitations());
        write(out, timeline.orders());
        write(out, timeline.shipments());
        write(out, timeline.journeys());
        out.number(timeline.handovers().size());
        timeline.handovers().forEach((contact, handover) -> out.text(contact)
                .number(handover.recordedAt())
                .text(handover.owner())
                .number(handover.partition()));
        out.number(timeline.announced().size());
        timeline.announced().forEach((shipment, announced) -> out.text(shipment)
                .time(announced.suspectedAt())
                .time(announced.promisedTo())
                .constant(announced.lastEvent())
                .time(announced.lastEventAt())
                .flag(announced.withdrawn()));
        return out.toBytes();
    }

    static Timeline decode(byte[] bytes) {
        var in = new BinaryReader(bytes);
        if (in.number() != VERSION) {
            throw new IllegalStateException("a timeline of an unknown version; start the release that wrote it");
        }
        var timeline = new Timeline();
        timeline.storedBytes(bytes.length);
        timeline.due(in.number());
        timeline.forgetAt(in.number());
        read(in, timeline.answers(), EventCodec::answer);
        read(in, timeline.contacts(), ContactStepCodec::read);
        read(in, timeline.invitations(), EventCodec::invited);
        read(in, timeline.orders(), EventCodec::orderStep);
        read(in, timeline.shipments(), EventCodec::shipmentStep);
        read(in, timeline.journeys(), EventCodec::journeyStep);
        Map<String, Timeline.Handover> handovers = timeline.handovers();
        for (int n = in.integer(); n > 0; n--) {
            handovers.put(in.text(), new Timeline.Handover(in.number(), in.text(), in.integer()));
        }
        Map<String, Announced> announced = timeline.announced();
        for (int n = in.integer(); n > 0; n--) {
            announced.put(
                    in.text(), new Announced(in.time(), in.time(), in.constant(DELIVERIES), in.time(), in.flag()));
        }
        return timeline;
    }

    private static <E extends KnownEvent> void write(BinaryWriter out, Map<String, Story<E>> stories) {
        out.number(stories.size());
        stories.forEach((id, story) -> {
            out.text(id).number(story.events().size());
            story.events().forEach(event -> EventCodec.write(out, event));
            writeSteps(out, story);
        });
    }

    private static <E extends KnownEvent> void read(
            BinaryReader in, Map<String, Story<E>> stories, Function<BinaryReader, E> event) {
        for (int n = in.integer(); n > 0; n--) {
            String id = in.text();
            var story = new Story<E>();
            for (int events = in.integer(); events > 0; events--) {
                story.add(event.apply(in));
            }
            readSteps(in, story);
            stories.put(id, story);
        }
    }

    private static void writeSteps(BinaryWriter out, Story<?> story) {
        out.optional(story.due() == Due.NEVER ? null : (Long) story.due());
        out.number(story.steps().size());
        for (FactStep step : story.steps()) {
            out.number(step.known());
            FactCodec.write(out, step.fact());
        }
    }

    private static void readSteps(BinaryReader in, Story<?> story) {
        @Nullable Long due = in.optionalNumber();
        story.due(due == null ? Due.NEVER : due);
        for (int n = in.integer(); n > 0; n--) {
            story.restore(new FactStep(in.number(), FactCodec.read(in)));
        }
    }
}
