package nl.klantstem.link;

import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import nl.klantstem.contract.flow.ContactCourse;
import nl.klantstem.contract.flow.ContactFact;
import nl.klantstem.contract.flow.Fact;
import nl.klantstem.contract.flow.ResponseContext;
import nl.klantstem.contract.flow.ResponseFact;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.topic.BinaryReader;
import nl.klantstem.topic.BinaryWriter;
import org.jspecify.annotations.Nullable;

/** The bytes of a timeline: a version, then each kind of story with its events and steps. */
final class TimelineCodec {

    private static final int VERSION = 2;
    private static final Audience[] AUDIENCES = Audience.values();
    private static final Programme[] PROGRAMMES = Programme.values();

    private TimelineCodec() {}

    static byte[] encode(Timeline timeline) {
        var out = new BinaryWriter();
        out.number(VERSION).number(timeline.due());
        write(out, timeline.answers());
        write(out, timeline.contacts());
        write(out, timeline.invitations());
        write(out, timeline.orders());
        write(out, timeline.shipments());
        out.number(timeline.handovers().size());
        timeline.handovers().forEach((contact, handover) -> out.text(contact)
                .number(handover.recordedAt())
                .text(handover.owner())
                .number(handover.partition()));
        return out.toBytes();
    }

    static Timeline decode(byte[] bytes) {
        var in = new BinaryReader(bytes);
        if (in.number() != VERSION) {
            throw new IllegalStateException("a timeline of an unknown version; start the release that wrote it");
        }
        var timeline = new Timeline();
        timeline.due(in.number());
        read(in, timeline.answers(), EventCodec::answer);
        read(in, timeline.contacts(), EventCodec::contactStep);
        read(in, timeline.invitations(), EventCodec::invited);
        read(in, timeline.orders(), EventCodec::orderStep);
        read(in, timeline.shipments(), EventCodec::shipmentStep);
        Map<String, Timeline.Handover> handovers = timeline.handovers();
        for (int n = in.integer(); n > 0; n--) {
            handovers.put(in.text(), new Timeline.Handover(in.number(), in.text(), in.integer()));
        }
        return timeline;
    }

    private static <E extends KnownEvent> void write(BinaryWriter out, Map<String, Story<E>> stories) {
        out.number(stories.size());
        for (Story<E> story : stories.values()) {
            out.number(story.events().size());
            story.events().forEach(event -> EventCodec.write(out, event));
            writeSteps(out, story);
        }
    }

    private static <E extends KnownEvent> void read(
            BinaryReader in, Map<String, Story<E>> stories, Function<BinaryReader, E> event) {
        for (int n = in.integer(); n > 0; n--) {
            var story = new Story<E>();
            for (int events = in.integer(); events > 0; events--) {
                story.add(event.apply(in));
            }
            readSteps(in, story);
            stories.put(story.events().get(0).about(), story);
        }
    }

    private static void writeSteps(BinaryWriter out, Story<?> story) {
        out.number(story.steps().size());
        for (Story.Step step : story.steps()) {
            out.number(step.minute());
            writeFact(out, step.fact());
        }
    }

    private static void readSteps(BinaryReader in, Story<?> story) {
        for (int n = in.integer(); n > 0; n--) {
            story.restore(new Story.Step(in.number(), readFact(in)));
        }
    }

    private static void writeFact(BinaryWriter out, @Nullable Fact fact) {
        if (fact instanceof ResponseFact response) {
            out.number(1).number(response.answeredAt().toEpochMilli());
            out.constant(response.programme()).constant(response.audience());
            out.text(response.journey()).text(response.channel());
            out.optional(response.nps()).optional(response.csat()).optional(response.ces());
            out.flag(response.late()).flag(response.unmatched()).text(response.catalogueVersion());
        } else if (fact instanceof ContactFact contact) {
            out.number(2).number(contact.openedAt().toEpochMilli());
            out.constant(contact.audience()).flag(contact.inbound());
            out.text(contact.channel()).text(contact.handler());
            out.text(contact.journey()).text(contact.driver());
            out.flag(contact.fromIntent()).flag(contact.late()).text(contact.catalogueVersion());
        } else {
            out.number(0);
        }
    }

    private static @Nullable Fact readFact(BinaryReader in) {
        return switch (in.integer()) {
            case 1 ->
                new ResponseFact(
                        Instant.ofEpochMilli(in.number()),
                        in.constant(PROGRAMMES),
                        in.constant(AUDIENCES),
                        in.text(),
                        in.text(),
                        in.optionalInteger(),
                        in.optionalInteger(),
                        in.optionalInteger(),
                        in.flag(),
                        in.flag(),
                        ResponseContext.NONE,
                        in.text());
            case 2 ->
                new ContactFact(
                        Instant.ofEpochMilli(in.number()),
                        in.constant(AUDIENCES),
                        in.flag(),
                        in.text(),
                        in.text(),
                        in.text(),
                        in.text(),
                        in.flag(),
                        in.flag(),
                        ContactCourse.NONE,
                        in.text());
            default -> null;
        };
    }
}
