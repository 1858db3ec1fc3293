package nl.klantstem.link;

import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.ContactEvent;
import nl.klantstem.link.KnownEvent.ContactStep;
import nl.klantstem.topic.BinaryReader;
import nl.klantstem.topic.BinaryWriter;
import org.jspecify.annotations.Nullable;

/** The bytes of a contact's events. Enums by ordinal: new constants go at the end. */
final class ContactStepCodec {

    private static final Audience[] AUDIENCES = Audience.values();
    private static final ContactEvent.Type[] TYPES = ContactEvent.Type.values();

    private ContactStepCodec() {}

    static void write(BinaryWriter out, ContactStep step) {
        out.text(step.contactId()).number(step.seq()).constant(step.type());
        out.constant(step.audience()).optional(step.direction()).optional(step.channel());
        out.optional(step.handler()).optional(step.servicePartnerId()).optional(step.routedTo());
        out.optional(step.fulfilment()).optional(step.driver()).flag(step.driverIsIntent());
        out.optional(step.intent()).optional(step.confidence());
        out.optional(step.demandType()).optional(step.avoidableCause()).optional(step.owningDepartment());
        out.optional(step.journeyId()).optional(step.journeyInstanceId());
        out.optional(step.stepId()).optional(step.orderId()).optional(step.shipmentId());
        out.optional(step.resolution()).optional(step.humanReason());
        out.flag(step.waitImposed()).optional(step.waitUntil());
        out.optional(step.proofAsked() == null ? null : step.proofAsked() ? 1 : 0);
        out.blob(step.original() == null ? new byte[0] : step.original());
    }

    static ContactStep read(BinaryReader in) {
        return new ContactStep(
                EventCodec.identity(in),
                EventCodec.known(in),
                in.time(),
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
                in.optionalTime(),
                yesOrNo(in.optionalInteger()),
                original(in.blob()));
    }

    private static @Nullable Boolean yesOrNo(@Nullable Integer number) {
        return number == null ? null : (Boolean) (number == 1);
    }

    private static byte @Nullable [] original(byte[] bytes) {
        return bytes.length == 0 ? null : bytes;
    }
}
