package nl.klantstem.link;

import java.time.Instant;
import java.util.TreeMap;
import nl.klantstem.contract.flow.ContactFact;
import nl.klantstem.contract.flow.Fact;
import nl.klantstem.contract.flow.InvitationFact;
import nl.klantstem.contract.flow.JourneyFact;
import nl.klantstem.contract.flow.OrderFact;
import nl.klantstem.contract.flow.ResponseFact;
import nl.klantstem.contract.flow.ShipmentFact;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.out.LostInMailSuspect;
import nl.klantstem.topic.BinaryReader;
import nl.klantstem.topic.BinaryWriter;
import org.jspecify.annotations.Nullable;

/** The bytes of facts, as they were counted. Enums by ordinal: new constants go at the end. */
final class FactCodec {

    private static final int NOTHING = 0;
    private static final int RESPONSE = 1;
    private static final int CONTACT = 2;
    private static final int ORDER = 3;
    private static final int SHIPMENT = 4;
    private static final int INVITATION = 5;
    private static final int JOURNEY = 6;

    private static final Audience[] AUDIENCES = Audience.values();
    private static final Programme[] PROGRAMMES = Programme.values();
    private static final ShipmentFact.Delivery[] DELIVERIES = ShipmentFact.Delivery.values();
    private static final LostInMailSuspect.Reason[] REASONS = LostInMailSuspect.Reason.values();

    private FactCodec() {}

    static void write(BinaryWriter out, @Nullable Fact fact) {
        if (fact instanceof ResponseFact response) {
            ResponseCodec.write(out.number(RESPONSE), response);
        } else if (fact instanceof ContactFact contact) {
            ContactCodec.write(out.number(CONTACT), contact);
        } else if (fact instanceof OrderFact order) {
            write(out.number(ORDER), order);
        } else if (fact instanceof ShipmentFact shipment) {
            write(out.number(SHIPMENT), shipment);
        } else if (fact instanceof InvitationFact invitation) {
            write(out.number(INVITATION), invitation);
        } else if (fact instanceof JourneyFact journey) {
            JourneyCodec.write(out.number(JOURNEY), journey);
        } else {
            out.number(NOTHING);
        }
    }

    static @Nullable Fact read(BinaryReader in) {
        return switch (in.integer()) {
            case RESPONSE -> ResponseCodec.read(in);
            case CONTACT -> ContactCodec.read(in);
            case ORDER -> order(in);
            case SHIPMENT -> shipment(in);
            case INVITATION -> invitation(in);
            case JOURNEY -> JourneyCodec.read(in);
            default -> null;
        };
    }

    private static void write(BinaryWriter out, OrderFact order) {
        out.time(order.placedAt()).constant(order.audience());
        out.number(order.contacts().size());
        order.contacts().forEach((driver, n) -> out.text(driver).number(n));
        out.flag(order.late()).text(order.catalogueVersion());
    }

    private static OrderFact order(BinaryReader in) {
        Instant placedAt = in.time();
        Audience audience = in.constant(AUDIENCES);
        var contacts = new TreeMap<String, Integer>();
        for (int n = in.integer(); n > 0; n--) {
            contacts.put(in.text(), in.integer());
        }
        return new OrderFact(placedAt, audience, contacts, in.flag(), in.text());
    }

    private static void write(BinaryWriter out, ShipmentFact shipment) {
        out.time(shipment.sentAt()).constant(shipment.audience());
        out.text(shipment.carrier()).text(shipment.region()).constant(shipment.delivery());
        ShipmentFact.Suspicion suspicion = shipment.suspicion();
        out.optional(suspicion.suspectedAt()).optional(suspicion.withdrawnAt());
        out.optional(suspicion.withdrawn()).optional(suspicion.reportedAt());
        out.flag(shipment.late()).text(shipment.catalogueVersion());
    }

    private static ShipmentFact shipment(BinaryReader in) {
        return new ShipmentFact(
                in.time(),
                in.constant(AUDIENCES),
                in.text(),
                in.text(),
                in.constant(DELIVERIES),
                new ShipmentFact.Suspicion(
                        in.optionalTime(), in.optionalTime(), in.optionalConstant(REASONS), in.optionalTime()),
                in.flag(),
                in.text());
    }

    private static void write(BinaryWriter out, InvitationFact invitation) {
        out.time(invitation.invitedAt()).constant(invitation.programme()).constant(invitation.audience());
        out.text(invitation.journey()).text(invitation.channel()).text(invitation.suppressed());
        InvitationFact.Reached reached = invitation.reached();
        out.flag(reached.delivered()).flag(reached.bounced()).flag(reached.opened());
        out.flag(reached.expired()).flag(reached.answered());
        out.flag(reached.due()).flag(reached.answeredInTime());
        out.number(invitation.answerSeconds()).flag(invitation.again());
        out.flag(invitation.late()).text(invitation.catalogueVersion());
    }

    private static InvitationFact invitation(BinaryReader in) {
        return new InvitationFact(
                in.time(),
                in.constant(PROGRAMMES),
                in.constant(AUDIENCES),
                in.text(),
                in.text(),
                in.text(),
                new InvitationFact.Reached(in.flag(), in.flag(), in.flag(), in.flag(), in.flag(), in.flag(), in.flag()),
                in.integer(),
                in.flag(),
                in.flag(),
                in.text());
    }
}
