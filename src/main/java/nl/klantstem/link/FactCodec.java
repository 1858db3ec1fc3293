package nl.klantstem.link;

import java.time.Instant;
import java.util.TreeMap;
import nl.klantstem.contract.flow.ContactCourse;
import nl.klantstem.contract.flow.ContactCourse.Answer;
import nl.klantstem.contract.flow.ContactCourse.Bot;
import nl.klantstem.contract.flow.ContactCourse.BotOutcome;
import nl.klantstem.contract.flow.ContactCourse.Demand;
import nl.klantstem.contract.flow.ContactCourse.Ending;
import nl.klantstem.contract.flow.ContactCourse.FirstContact;
import nl.klantstem.contract.flow.ContactCourse.Level;
import nl.klantstem.contract.flow.ContactCourse.Life;
import nl.klantstem.contract.flow.ContactCourse.Reach;
import nl.klantstem.contract.flow.ContactCourse.Routing;
import nl.klantstem.contract.flow.ContactFact;
import nl.klantstem.contract.flow.Fact;
import nl.klantstem.contract.flow.OrderFact;
import nl.klantstem.contract.flow.ResponseContext;
import nl.klantstem.contract.flow.ResponseFact;
import nl.klantstem.contract.flow.ShipmentFact;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.DemandType;
import nl.klantstem.contract.in.Party;
import nl.klantstem.contract.in.Programme;
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

    private static final Audience[] AUDIENCES = Audience.values();
    private static final Programme[] PROGRAMMES = Programme.values();
    private static final Ending[] ENDINGS = Ending.values();
    private static final Answer[] ANSWERS = Answer.values();
    private static final Level[] LEVELS = Level.values();
    private static final BotOutcome[] OUTCOMES = BotOutcome.values();
    private static final FirstContact[] FIRSTS = FirstContact.values();
    private static final DemandType[] DEMANDS = DemandType.values();
    private static final ShipmentFact.Delivery[] DELIVERIES = ShipmentFact.Delivery.values();

    private FactCodec() {}

    static void write(BinaryWriter out, @Nullable Fact fact) {
        if (fact instanceof ResponseFact response) {
            response(out.number(RESPONSE), response);
        } else if (fact instanceof ContactFact contact) {
            contact(out.number(CONTACT), contact);
        } else if (fact instanceof OrderFact order) {
            out.number(ORDER).number(order.placedAt().toEpochMilli()).constant(order.audience());
            out.number(order.contacts().size());
            order.contacts().forEach((driver, n) -> out.text(driver).number(n));
            out.flag(order.late()).text(order.catalogueVersion());
        } else if (fact instanceof ShipmentFact shipment) {
            out.number(SHIPMENT).number(shipment.sentAt().toEpochMilli()).constant(shipment.audience());
            out.text(shipment.carrier()).text(shipment.region()).constant(shipment.delivery());
            out.flag(shipment.late()).text(shipment.catalogueVersion());
        } else {
            out.number(NOTHING);
        }
    }

    static @Nullable Fact read(BinaryReader in) {
        return switch (in.integer()) {
            case RESPONSE -> response(in);
            case CONTACT -> contact(in);
            case ORDER -> order(in);
            case SHIPMENT ->
                new ShipmentFact(
                        time(in),
                        in.constant(AUDIENCES),
                        in.text(),
                        in.text(),
                        in.constant(DELIVERIES),
                        in.flag(),
                        in.text());
            default -> null;
        };
    }

    private static void response(BinaryWriter out, ResponseFact response) {
        out.number(response.answeredAt().toEpochMilli());
        out.constant(response.programme()).constant(response.audience());
        out.text(response.journey()).text(response.channel());
        out.optional(response.nps()).optional(response.csat()).optional(response.ces());
        out.flag(response.late()).flag(response.unmatched());
        ResponseContext context = response.context();
        out.text(context.driver()).text(context.handling()).text(context.servicePartner());
        out.text(context.resolution()).text(context.waitImposed()).text(context.proofAsked());
        out.text(context.contactsNeeded());
        demand(out, context.demand());
        out.text(response.catalogueVersion());
    }

    private static ResponseFact response(BinaryReader in) {
        return new ResponseFact(
                time(in),
                in.constant(PROGRAMMES),
                in.constant(AUDIENCES),
                in.text(),
                in.text(),
                in.optionalInteger(),
                in.optionalInteger(),
                in.optionalInteger(),
                in.flag(),
                in.flag(),
                new ResponseContext(
                        in.text(), in.text(), in.text(), in.text(), in.text(), in.text(), in.text(), demand(in)),
                in.text());
    }

    private static void contact(BinaryWriter out, ContactFact contact) {
        out.number(contact.openedAt().toEpochMilli());
        out.constant(contact.audience()).flag(contact.inbound());
        out.text(contact.channel()).text(contact.handler());
        out.text(contact.journey()).text(contact.driver());
        out.flag(contact.fromIntent()).flag(contact.late());
        course(out, contact.course());
        out.text(contact.catalogueVersion());
    }

    private static ContactFact contact(BinaryReader in) {
        return new ContactFact(
                time(in),
                in.constant(AUDIENCES),
                in.flag(),
                in.text(),
                in.text(),
                in.text(),
                in.text(),
                in.flag(),
                in.flag(),
                course(in),
                in.text());
    }

    private static void course(BinaryWriter out, ContactCourse course) {
        out.constant(course.life().ending()).number(course.life().transfers());
        Reach reach = course.reach();
        out.constant(reach.answer()).constant(reach.level());
        out.number(reach.answerSeconds()).number(reach.humanSeconds()).number(reach.openingSeconds());
        out.optional(reach.asked()).constant(reach.human()).flag(reach.stuck());
        @Nullable Instant botStart = course.bot().startedAt();
        out.optional(botStart == null ? null : botStart.toEpochMilli());
        out.constant(course.bot().outcome());
        ContactCourse.Issue issue = course.issue();
        out.optional(issue.repeatOf()).constant(issue.firstContact());
        out.flag(issue.waitImposed()).flag(issue.secondContact()).number(issue.firstOfOrder());
        Routing routing = course.routing();
        party(out, routing.intended());
        party(out, routing.first());
        party(out, routing.last());
        out.number(routing.rightSeconds()).text(routing.intent()).text(routing.confidence());
        demand(out, course.demand());
        out.text(course.servicePartner());
    }

    private static ContactCourse course(BinaryReader in) {
        return new ContactCourse(
                new Life(in.constant(ENDINGS), in.integer()),
                new Reach(
                        in.constant(ANSWERS),
                        in.constant(LEVELS),
                        in.integer(),
                        in.integer(),
                        in.integer(),
                        in.optionalText(),
                        in.constant(LEVELS),
                        in.flag()),
                new Bot(optionalTime(in), in.constant(OUTCOMES)),
                new ContactCourse.Issue(in.optionalText(), in.constant(FIRSTS), in.flag(), in.flag(), in.integer()),
                new Routing(party(in), party(in), party(in), in.integer(), in.text(), in.text()),
                demand(in),
                in.text());
    }

    private static OrderFact order(BinaryReader in) {
        Instant placedAt = time(in);
        Audience audience = in.constant(AUDIENCES);
        var contacts = new TreeMap<String, Integer>();
        for (int n = in.integer(); n > 0; n--) {
            contacts.put(in.text(), in.integer());
        }
        return new OrderFact(placedAt, audience, contacts, in.flag(), in.text());
    }

    private static void demand(BinaryWriter out, Demand demand) {
        out.constant(demand.type()).text(demand.cause()).text(demand.department());
    }

    private static Demand demand(BinaryReader in) {
        return new Demand(in.constant(DEMANDS), in.text(), in.text());
    }

    private static void party(BinaryWriter out, @Nullable Party party) {
        out.optional(party == null ? null : party.name());
    }

    private static @Nullable Party party(BinaryReader in) {
        @Nullable String name = in.optionalText();
        return name == null ? null : Party.valueOf(name);
    }

    private static Instant time(BinaryReader in) {
        return Instant.ofEpochMilli(in.number());
    }

    private static @Nullable Instant optionalTime(BinaryReader in) {
        @Nullable Long millis = in.optionalNumber();
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
