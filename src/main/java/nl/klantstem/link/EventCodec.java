package nl.klantstem.link;

import java.util.ArrayList;
import java.util.EnumMap;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Channel;
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
    private static final Channel[] CHANNELS = Channel.values();
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
            ContactStepCodec.write(out, step);
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
                in.time(),
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

    private static void body(BinaryWriter out, Invited invited) {
        out.text(invited.invitationId()).constant(invited.programme()).constant(invited.audience());
        out.constant(invited.status()).optional(invited.suppressionReason());
        out.optional(invited.contactId()).optional(invited.orderId());
        out.optional(invited.journeyId()).optional(invited.journeyInstanceId());
        Snapshot snapshot = invited.snapshot();
        out.flag(snapshot != null);
        if (snapshot != null) {
            out.optional(snapshot.channel());
            out.optional(snapshot.handler()).optional(snapshot.servicePartnerId());
            out.optional(snapshot.driver()).optional(snapshot.routedTo()).optional(snapshot.resolution());
        }
    }

    static Invited invited(BinaryReader in) {
        return new Invited(
                identity(in),
                known(in),
                in.time(),
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
        out.optional(step.promisedTo()).optional(step.reorderOf()).constant(step.placedBy());
    }

    static OrderStep orderStep(BinaryReader in) {
        return new OrderStep(
                identity(in),
                known(in),
                in.time(),
                in.text(),
                in.constant(ORDER_TYPES),
                in.constant(AUDIENCES),
                in.optionalTime(),
                in.optionalText(),
                in.constant(PLACED_BY));
    }

    private static void body(BinaryWriter out, ShipmentStep step) {
        out.text(step.shipmentId()).text(step.orderId()).constant(step.type());
        out.constant(step.audience()).text(step.carrier()).optional(step.region());
        out.optional(step.promisedTo());
    }

    static ShipmentStep shipmentStep(BinaryReader in) {
        return new ShipmentStep(
                identity(in),
                known(in),
                in.time(),
                in.text(),
                in.text(),
                in.constant(DELIVERY_TYPES),
                in.constant(AUDIENCES),
                in.text(),
                in.optionalText(),
                in.optionalTime());
    }

    private static void body(BinaryWriter out, JourneyStep step) {
        out.text(step.journeyInstanceId()).text(step.journeyId()).text(step.stepId());
        out.constant(step.kind()).constant(step.audience());
        out.optional(step.experience()).optional(step.emotion());
    }

    static JourneyStep journeyStep(BinaryReader in) {
        return new JourneyStep(
                identity(in),
                known(in),
                in.time(),
                in.text(),
                in.text(),
                in.text(),
                in.constant(KINDS),
                in.constant(AUDIENCES),
                in.optionalConstant(EXPERIENCES),
                in.optionalConstant(EMOTIONS));
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

    private static Snapshot snapshot(BinaryReader in) {
        return new Snapshot(
                in.optionalConstant(CHANNELS),
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
        out.time(event.occurredAt());
    }

    static Identity identity(BinaryReader in) {
        return new Identity(in.text(), in.text(), in.integer());
    }

    static Known known(BinaryReader in) {
        return new Known(in.number(), in.integer(), in.number(), in.flag());
    }
}
