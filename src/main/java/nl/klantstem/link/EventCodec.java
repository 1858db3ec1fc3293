package nl.klantstem.link;

import java.time.Instant;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Channel;
import nl.klantstem.contract.in.ContactEvent;
import nl.klantstem.contract.in.DeliveryEvent;
import nl.klantstem.contract.in.OrderEvent;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.in.SurveyResponse;
import nl.klantstem.link.KnownEvent.Answer;
import nl.klantstem.link.KnownEvent.ContactStep;
import nl.klantstem.link.KnownEvent.Identity;
import nl.klantstem.link.KnownEvent.Invited;
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
        } else {
            body(out, (ShipmentStep) event);
        }
    }

    private static void body(BinaryWriter out, Answer answer) {
        out.text(answer.responseId()).number(answer.revision()).constant(answer.status());
        out.constant(answer.programme()).constant(answer.audience());
        out.optional(answer.nps()).optional(answer.csat()).optional(answer.ces());
        out.optional(answer.journeyId()).optional(answer.contactId());
        out.optional(answer.invitationId()).optional(answer.orderId());
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
                in.optionalText());
    }

    private static void body(BinaryWriter out, ContactStep step) {
        out.text(step.contactId()).number(step.seq()).constant(step.type());
        out.constant(step.audience()).optional(step.direction()).optional(step.channel());
        out.optional(step.handler()).optional(step.servicePartnerId()).optional(step.routedTo());
        out.optional(step.fulfilment()).optional(step.driver()).flag(step.driverIsIntent());
        out.optional(step.intent()).optional(step.confidence());
        out.optional(step.demandType()).optional(step.avoidableCause()).optional(step.owningDepartment());
        out.optional(step.journeyId()).optional(step.journeyInstanceId());
        out.optional(step.orderId()).optional(step.resolution());
        out.optional(step.humanReason()).flag(step.waitImposed());
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
                in.flag(),
                yesOrNo(in.optionalInteger()),
                original(in.blob()));
    }

    private static @Nullable Boolean yesOrNo(@Nullable Integer number) {
        return number == null ? null : (Boolean) (number == 1);
    }

    private static void body(BinaryWriter out, Invited invited) {
        out.text(invited.invitationId()).optional(invited.contactId());
        out.optional(invited.orderId()).optional(invited.journeyId());
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
                in.optionalText(),
                in.optionalText(),
                in.optionalText(),
                in.flag() ? snapshot(in) : null);
    }

    private static void body(BinaryWriter out, OrderStep step) {
        out.text(step.orderId()).constant(step.type()).constant(step.audience());
        out.optional(millis(step.promisedTo())).optional(step.reorderOf());
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
                in.optionalText());
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
