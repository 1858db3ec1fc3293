package nl.klantstem.link;

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
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.DemandType;
import nl.klantstem.contract.in.Party;
import nl.klantstem.topic.BinaryReader;
import nl.klantstem.topic.BinaryWriter;

/** The bytes of a contact's fact. Enums by ordinal: new constants go at the end. */
final class ContactCodec {

    private static final Audience[] AUDIENCES = Audience.values();
    private static final Ending[] ENDINGS = Ending.values();
    private static final Answer[] ANSWERS = Answer.values();
    private static final Level[] LEVELS = Level.values();
    private static final BotOutcome[] OUTCOMES = BotOutcome.values();
    private static final FirstContact[] FIRSTS = FirstContact.values();
    private static final DemandType[] DEMANDS = DemandType.values();
    private static final Party[] PARTIES = Party.values();

    private ContactCodec() {}

    static void write(BinaryWriter out, ContactFact contact) {
        out.time(contact.openedAt());
        out.constant(contact.audience()).flag(contact.inbound());
        out.text(contact.channel()).text(contact.handler());
        out.text(contact.journey()).text(contact.driver());
        out.flag(contact.fromIntent()).flag(contact.late());
        course(out, contact.course());
        out.text(contact.catalogueVersion());
    }

    static ContactFact read(BinaryReader in) {
        return new ContactFact(
                in.time(),
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
        out.optional(course.bot().startedAt()).constant(course.bot().outcome());
        ContactCourse.Issue issue = course.issue();
        out.optional(issue.repeatOf()).constant(issue.firstContact());
        out.flag(issue.waitImposed()).flag(issue.secondContact()).number(issue.firstOfOrder());
        Routing routing = course.routing();
        out.optional(routing.intended()).optional(routing.first()).optional(routing.last());
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
                new Bot(in.optionalTime(), in.constant(OUTCOMES)),
                new ContactCourse.Issue(in.optionalText(), in.constant(FIRSTS), in.flag(), in.flag(), in.integer()),
                new Routing(
                        in.optionalConstant(PARTIES),
                        in.optionalConstant(PARTIES),
                        in.optionalConstant(PARTIES),
                        in.integer(),
                        in.text(),
                        in.text()),
                demand(in),
                in.text());
    }

    static void demand(BinaryWriter out, Demand demand) {
        out.constant(demand.type()).text(demand.cause()).text(demand.department());
    }

    static Demand demand(BinaryReader in) {
        return new Demand(in.constant(DEMANDS), in.text(), in.text());
    }
}
