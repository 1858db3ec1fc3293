package nl.klantstem.link;

import java.time.Instant;
import java.util.Map;
import nl.klantstem.contract.flow.ContactCourse;
import nl.klantstem.contract.flow.ContactFact;
import nl.klantstem.contract.flow.Fact;
import nl.klantstem.contract.flow.ResponseContext;
import nl.klantstem.contract.flow.ResponseFact;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.link.KnownEvent.Answer;
import nl.klantstem.link.KnownEvent.ContactStep;
import nl.klantstem.link.KnownEvent.Invited;
import nl.klantstem.topic.BinaryReader;
import nl.klantstem.topic.BinaryWriter;
import org.jspecify.annotations.Nullable;

/** The bytes of a timeline: a version, then each kind of story with its events and steps. */
final class TimelineCodec {

    private static final int VERSION = 1;
    private static final Audience[] AUDIENCES = Audience.values();
    private static final Programme[] PROGRAMMES = Programme.values();

    private TimelineCodec() {}

    static byte[] encode(Timeline timeline) {
        var out = new BinaryWriter();
        out.number(VERSION).number(timeline.due());
        out.number(timeline.answers().size());
        timeline.answers().values().forEach(story -> {
            out.number(story.events().size());
            story.events().forEach(answer -> EventCodec.write(out, answer));
            writeSteps(out, story);
        });
        out.number(timeline.contacts().size());
        timeline.contacts().values().forEach(story -> {
            out.number(story.events().size());
            story.events().forEach(step -> EventCodec.write(out, step));
            writeSteps(out, story);
        });
        out.number(timeline.invitations().size());
        timeline.invitations().values().forEach(story -> {
            out.number(story.events().size());
            story.events().forEach(invited -> EventCodec.write(out, invited));
            writeSteps(out, story);
        });
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
        for (int n = in.integer(); n > 0; n--) {
            var story = new Story<Answer>();
            for (int events = in.integer(); events > 0; events--) {
                story.add(EventCodec.answer(in));
            }
            readSteps(in, story);
            timeline.answers().put(story.events().get(0).responseId(), story);
        }
        for (int n = in.integer(); n > 0; n--) {
            var story = new Story<ContactStep>();
            for (int events = in.integer(); events > 0; events--) {
                story.add(EventCodec.contactStep(in));
            }
            readSteps(in, story);
            timeline.contacts().put(story.events().get(0).contactId(), story);
        }
        for (int n = in.integer(); n > 0; n--) {
            var story = new Story<Invited>();
            for (int events = in.integer(); events > 0; events--) {
                story.add(EventCodec.invited(in));
            }
            readSteps(in, story);
            timeline.invitations().put(story.events().get(0).invitationId(), story);
        }
        Map<String, Timeline.Handover> handovers = timeline.handovers();
        for (int n = in.integer(); n > 0; n--) {
            handovers.put(in.text(), new Timeline.Handover(in.number(), in.text(), in.integer()));
        }
        return timeline;
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
