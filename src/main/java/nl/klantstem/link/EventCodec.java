package nl.klantstem.link;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Channel;
import nl.klantstem.contract.in.ContactEvent;
import nl.klantstem.contract.in.DeliveryEvent;
import nl.klantstem.contract.in.Emotion;
import nl.klantstem.contract.in.JourneyStepEvent;
import nl.klantstem.contract.in.OrderEvent;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.in.SurveyInvitation;
import nl.klantstem.contract.in.SurveyResponse;
import nl.klantstem.contract.in.SurveyResponse.ExperienceValue;
import nl.klantstem.contract.in.SurveyResponse.StepEmotion;
import nl.klantstem.link.KnownEvent.Answer;
import nl.klantstem.link.KnownEvent.ContactStep;
import nl.klantstem.link.KnownEvent.Experienced;
import nl.klantstem.link.KnownEvent.Identity;
import nl.klantstem.link.KnownEvent.Invited;
import nl.klantstem.link.KnownEvent.JourneyStep;
import nl.klantstem.link.KnownEvent.OrderStep;
import nl.klantstem.link.KnownEvent.ShipmentStep;
import nl.klantstem.link.KnownEvent.Snapshot;
import nl.klantstem.topic.BinaryReader;
import nl.klantstem.topic.BinaryWriter;
import org.jspecify.annotations.Nullable;

/** The bytes of the events that a timeline keeps. Enums by ordinal: new constants go at the end. */
final class EventCodec {

    private static final Audience[] AUDIENCES = Audience.values();
    private static final Programme[] PROGRAMMES = Programme.values();
    private static final SurveyResponse.Status[] STATUSES = SurveyResponse.Status.values();
    private static final ContactEvent.Type[] TYPES = ContactEvent.Type.values();
    private static final OrderEvent.Type[] ORDER_TYPES = OrderEvent.Type.values();
    private static final DeliveryEvent.Type[] DELIVERY_TYPES = DeliveryEvent.Type.values();
    private static final SurveyInvitation.Status[] INVITATION_STATUSES = SurveyInvitation.Status.values();
    private static final OrderEvent.PlacedBy[] PLACED_BY = OrderEvent.PlacedBy.values();
    private static final JourneyStepEvent.Kind[] KINDS = JourneyStepEvent.Kind.values();
    private static final JourneyStepEvent.Experience[] EXPERIENCES = JourneyStepEvent.Experience.values();
    private static final Emotion[] EMOTIONS = Emotion.values();
    private static final ExperienceValue[] VALUES = ExperienceValue.values();

    private EventCodec() {}

    static void write(BinaryWriter out, KnownEvent event) {
        head(out, event);
        if (event instanceof Answer answer) {
            body(out, answer);
        } else if (event instanceof ContactStep step) {
            body(out, step);
        } else if (event instanceof Invited invited) {
            body(out, invited);
        } else if (event instanceof OrderStep step) {
            body(out, step);
        } else if (event instanceof ShipmentStep step) {
            body(out, step);
        } else {
            body(out, (JourneyStep) event);
        }
    }

    private static void body(BinaryWriter out, Answer answer) {
        out.text(answer.responseId()).number(answer.revision()).constant(answer.status());
        out.constant(answer.programme()).constant(answer.audience());
        out.optional(answer.nps()).optional(answer.csat()).optional(answer.ces());
        out.optional(answer.journeyId()).optional(answer.contactId());
        out.optional(answer.invitationId()).optional(answer.orderId());
        body(out, answer.experienced());
    }

    static Answer answer(BinaryReader in) {
        return new Answer(
                identity(in),
                known(in),
                Instant.ofEpochMilli(in.number()),
                in.text(),
                in.integer(),
                in.constant(STATUSES),
                in.constant(PROGRAMMES),
                in.constant(AUDIENCES),
                in.optionalInteger(),
                in.optionalInteger(),
                in.optionalInteger(),
                in.optionalText(),
                in.optionalText(),
                in.optionalText(),
                in.optionalText(),
                experienced(in));
    }

    private static void body(BinaryWriter out, ContactStep step) {
        out.text(step.contactId()).number(step.seq()).constant(step.type());
        out.constant(step.audience()).optional(step.direction()).optional(step.channel());
        out.optional(step.handler()).optional(step.servicePartnerId()).optional(step.routedTo());
        out.optional(step.fulfilment()).optional(step.driver()).flag(step.driverIsIntent());
        out.optional(step.intent()).optional(step.confidence());
        out.optional(step.demandType()).optional(step.avoidableCause()).optional(step.owningDepartment());
        out.optional(step.journeyId()).optional(step.journeyInstanceId());
        out.optional(step.stepId()).optional(step.orderId()).optional(step.shipmentId());
        out.optional(step.resolution()).optional(step.humanReason());
        out.flag(step.waitImposed()).optional(millis(step.waitUntil()));
        out.optional(step.proofAsked() == null ? null : step.proofAsked() ? 1 : 0);
        out.blob(step.original() == null ? new byte[0] : step.original());
    }

    static ContactStep contactStep(BinaryReader in) {
        return new ContactStep(
                identity(in),
                known(in),
                Instant.ofEpochMilli(in.number()),
                in.text(),
                in.integer(),
                in.constant(TYPES),
                in.constant(AUDIENCES),
                in.optionalText(),
                in.optionalText(),
                in.optionalText(),
                in.optionalText(),
                in.optionalText(),
                in.optionalText(),
                in.optionalText(),
                in.flag(),
                in.optionalText(),
                in.optionalInteger(),
                in.optionalText(),
                in.optionalText(),
                in.optionalText(),
                in.optionalText(),
                in.optionalText(),
                in.optionalText(),
                in.optionalText(),
                in.optionalText(),
                in.optionalText(),
                in.optionalText(),
                in.flag(),
                instant(in.optionalNumber()),
                yesOrNo(in.optionalInteger()),
                original(in.blob()));
    }

    private static @Nullable Boolean yesOrNo(@Nullable Integer number) {
        return number == null ? null : (Boolean) (number == 1);
    }

    private static void body(BinaryWriter out, Invited invited) {
        out.text(invited.invitationId()).constant(invited.programme()).constant(invited.audience());
        out.constant(invited.status()).optional(invited.suppressionReason());
        out.optional(invited.contactId()).optional(invited.orderId());
        out.optional(invited.journeyId()).optional(invited.journeyInstanceId());
        Snapshot snapshot = invited.snapshot();
        out.flag(snapshot != null);
        if (snapshot != null) {
            out.optional(snapshot.channel() == null ? null : snapshot.channel().name());
            out.optional(snapshot.handler()).optional(snapshot.servicePartnerId());
            out.optional(snapshot.driver()).optional(snapshot.routedTo()).optional(snapshot.resolution());
        }
    }

    static Invited invited(BinaryReader in) {
        return new Invited(
                identity(in),
                known(in),
                Instant.ofEpochMilli(in.number()),
                in.text(),
                in.constant(PROGRAMMES),
                in.constant(AUDIENCES),
                in.constant(INVITATION_STATUSES),
                in.optionalText(),
                in.optionalText(),
                in.optionalText(),
                in.optionalText(),
                in.optionalText(),
                in.flag() ? snapshot(in) : null);
    }

    private static void body(BinaryWriter out, OrderStep step) {
        out.text(step.orderId()).constant(step.type()).constant(step.audience());
        out.optional(millis(step.promisedTo())).optional(step.reorderOf()).constant(step.placedBy());
    }

    static OrderStep orderStep(BinaryReader in) {
        return new OrderStep(
                identity(in),
                known(in),
                Instant.ofEpochMilli(in.number()),
                in.text(),
                in.constant(ORDER_TYPES),
                in.constant(AUDIENCES),
                instant(in.optionalNumber()),
                in.optionalText(),
                in.constant(PLACED_BY));
    }

    private static void body(BinaryWriter out, ShipmentStep step) {
        out.text(step.shipmentId()).text(step.orderId()).constant(step.type());
        out.constant(step.audience()).text(step.carrier()).optional(step.region());
        out.optional(millis(step.promisedTo()));
    }

    static ShipmentStep shipmentStep(BinaryReader in) {
        return new ShipmentStep(
                identity(in),
                known(in),
                Instant.ofEpochMilli(in.number()),
                in.text(),
                in.text(),
                in.constant(DELIVERY_TYPES),
                in.constant(AUDIENCES),
                in.text(),
                in.optionalText(),
                instant(in.optionalNumber()));
    }

    private static void body(BinaryWriter out, JourneyStep step) {
        out.text(step.journeyInstanceId()).text(step.journeyId()).text(step.stepId());
        out.constant(step.kind()).constant(step.audience());
        out.optional(ordinal(step.experience())).optional(ordinal(step.emotion()));
    }

    static JourneyStep journeyStep(BinaryReader in) {
        return new JourneyStep(
                identity(in),
                known(in),
                Instant.ofEpochMilli(in.number()),
                in.text(),
                in.text(),
                in.text(),
                in.constant(KINDS),
                in.constant(AUDIENCES),
                constant(EXPERIENCES, in.optionalInteger()),
                constant(EMOTIONS, in.optionalInteger()));
    }

    private static void body(BinaryWriter out, Experienced experienced) {
        out.optional(experienced.journeyInstanceId()).optional(experienced.stepId());
        out.number(experienced.emotions().size());
        experienced.emotions().forEach(felt -> out.text(felt.stepId())
                .constant(felt.emotion())
                .number(felt.intensity()));
        out.number(experienced.values().size());
        experienced.values().forEach((value, score) -> out.constant(value).number(score));
    }

    private static Experienced experienced(BinaryReader in) {
        @Nullable String instance = in.optionalText();
        @Nullable String step = in.optionalText();
        var emotions = new ArrayList<StepEmotion>();
        for (int n = in.integer(); n > 0; n--) {
            emotions.add(new StepEmotion(in.text(), in.constant(EMOTIONS), in.integer()));
        }
        var values = new EnumMap<ExperienceValue, Integer>(ExperienceValue.class);
        for (int n = in.integer(); n > 0; n--) {
            values.put(in.constant(VALUES), in.integer());
        }
        return new Experienced(instance, step, emotions, values);
    }

    @SuppressWarnings("EnumOrdinal")
    private static @Nullable Integer ordinal(@Nullable Enum<?> constant) {
        return constant == null ? null : (Integer) constant.ordinal();
    }

    private static <E> @Nullable E constant(E[] constants, @Nullable Integer ordinal) {
        return ordinal == null ? null : constants[ordinal];
    }

    private static Snapshot snapshot(BinaryReader in) {
        String channel = in.optionalText();
        return new Snapshot(
                channel == null ? null : Channel.valueOf(channel),
                in.optionalText(),
                in.optionalText(),
                in.optionalText(),
                in.optionalText(),
                in.optionalText());
    }

    private static void head(BinaryWriter out, KnownEvent event) {
        Identity id = event.id();
        out.text(id.source()).text(id.eventId()).number(id.content());
        Known at = event.at();
        out.number(at.recordedAt()).number(at.topic()).number(at.place()).flag(at.late());
        out.number(event.occurredAt().toEpochMilli());
    }

    private static Identity identity(BinaryReader in) {
        return new Identity(in.text(), in.text(), in.integer());
    }

    private static Known known(BinaryReader in) {
        return new Known(in.number(), in.integer(), in.number(), in.flag());
    }

    private static @Nullable Long millis(@Nullable Instant time) {
        return time == null ? null : (Long) time.toEpochMilli();
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    private static byte @Nullable [] original(byte[] bytes) {
        return bytes.length == 0 ? null : bytes;
    }
}
