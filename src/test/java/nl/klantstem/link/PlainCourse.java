package nl.klantstem.link;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.klantstem.contract.flow.ContactCourse;
import nl.klantstem.contract.flow.ContactCourse.Answer;
import nl.klantstem.contract.flow.ContactCourse.Bot;
import nl.klantstem.contract.flow.ContactCourse.BotOutcome;
import nl.klantstem.contract.flow.ContactCourse.Demand;
import nl.klantstem.contract.flow.ContactCourse.Ending;
import nl.klantstem.contract.flow.ContactCourse.FirstContact;
import nl.klantstem.contract.flow.ContactCourse.Issue;
import nl.klantstem.contract.flow.ContactCourse.Level;
import nl.klantstem.contract.flow.ContactCourse.Life;
import nl.klantstem.contract.flow.ContactCourse.Reach;
import nl.klantstem.contract.flow.ContactCourse.Routing;
import nl.klantstem.contract.flow.ResponseContext;
import nl.klantstem.contract.in.ContactEvent.Type;
import nl.klantstem.contract.in.Party;
import nl.klantstem.link.KnownEvent.ContactStep;
import org.jspecify.annotations.Nullable;

/** The figures of docs/measures.md for one contact among all of its customer, as known at a moment. */
final class PlainCourse {

    private static final Map<String, Duration> ANSWER_WITHIN =
            Map.of("PHONE", Duration.ofSeconds(60), "CHAT", Duration.ofSeconds(30), "EMAIL", Duration.ofMinutes(5));
    private static final Duration SHORT_ABANDON = Duration.ofSeconds(10);
    private static final Duration HUMAN_WITHIN = Duration.ofMinutes(2);
    private static final Duration CONTAINMENT = Duration.ofMinutes(5);
    private static final Duration REPEAT = Duration.ofDays(1);

    private final PlainContact contact;
    private final List<PlainContact> all;
    private final boolean customerKnown;

    PlainCourse(PlainContact contact, List<PlainContact> all, boolean customerKnown) {
        this.contact = contact;
        this.all = all;
        this.customerKnown = customerKnown;
    }

    ContactCourse course() {
        var life = new Life(Ending.valueOf(contact.ending()), (int) contact.count(Type.TRANSFERRED));
        if (!contact.inbound()) {
            return new ContactCourse(
                    life,
                    ContactCourse.NONE.reach(),
                    ContactCourse.NONE.bot(),
                    ContactCourse.NONE.issue(),
                    ContactCourse.NONE.routing(),
                    demand(),
                    servicePartner());
        }
        return new ContactCourse(
                life, reach(), new Bot(contact.sessionAt(), bot()), issue(), routing(), demand(), servicePartner());
    }

    ResponseContext context() {
        PlainContact repeated = contact.repeats(all);
        int needed = 1;
        for (PlainContact c = repeated; c != null; c = c.repeats(all)) {
            needed++;
        }
        // Neither an outbound contact nor one without a customer has a history.
        String told = !contact.inbound() || !customerKnown ? "unknown" : needed > 2 ? "3+" : "" + needed;
        Boolean proof = null;
        for (ContactStep step : contact.with(ContactStep::proofAsked)) {
            proof = step.proofAsked() || Boolean.TRUE.equals(proof);
        }
        return new ResponseContext(
                PlainLabels.driver(contact.driver()),
                handling(),
                servicePartner(),
                PlainLabels.orUnknown(contact.last(ContactStep::resolution)),
                contact.waitImposed() ? "yes" : "no",
                proof == null ? "unknown" : proof ? "yes" : "no",
                told,
                demand());
    }

    private String handling() {
        if (contact.inBot()) {
            return contact.handedOver() ? "HANDED_OVER" : "BOT_ONLY";
        }
        boolean known = contact.last(ContactStep::handler) != null || contact.answeredAt() != null;
        return known ? "HUMAN_ONLY" : "unknown";
    }

    // ---- people

    private Reach reach() {
        return new Reach(
                answer(),
                level(),
                seconds(contact.offeredAt(), contact.answeredAt()),
                seconds(contact.askedAt(), contact.answeredAt()),
                seconds(contact.openedAt(), contact.answeredAt()),
                contact.askedAt() == null ? null : contact.askedFor(),
                human(),
                stuck());
    }

    private Answer answer() {
        Instant offered = contact.offeredAt();
        if (offered == null) {
            return Answer.NOT_OFFERED;
        }
        if (contact.answeredAt() != null) {
            return Answer.ANSWERED;
        }
        if (!contact.ended()) {
            return Answer.WAITING;
        }
        if (!contact.ending().equals("ABANDONED")) {
            return Answer.UNANSWERED;
        }
        return contact.abandonedAt().isBefore(offered.plus(SHORT_ABANDON)) ? Answer.ABANDONED_SHORT : Answer.ABANDONED;
    }

    private Level level() {
        Duration within = contact.opened.channel() == null ? null : ANSWER_WITHIN.get(contact.opened.channel());
        Answer answer = answer();
        if (within == null || answer == Answer.NOT_OFFERED || answer == Answer.ABANDONED_SHORT) {
            return Level.NONE;
        }
        if (contact.inBot() && !contact.handedOver()) {
            return Level.NONE;
        }
        Instant target = contact.offeredAt().plus(within);
        if (answer == Answer.ANSWERED) {
            return contact.answeredAt().isAfter(target) ? Level.MISSED : Level.IN_TIME;
        }
        return answer == Answer.ABANDONED || passed(target) ? Level.MISSED : Level.NONE;
    }

    private Level human() {
        Instant asked = contact.askedAt();
        if (asked == null) {
            return Level.NONE;
        }
        Instant promised = asked.plus(HUMAN_WITHIN);
        if (contact.answeredAt() != null) {
            return contact.answeredAt().isAfter(promised) ? Level.MISSED : Level.IN_TIME;
        }
        return contact.ended() || passed(promised) ? Level.MISSED : Level.NONE;
    }

    private boolean stuck() {
        return contact.inBot()
                && contact.has(Type.HUMAN_REQUESTED)
                && !contact.handedOver()
                && (contact.ended() || passed(contact.askedAt().plus(HUMAN_WITHIN)));
    }

    // ---- the bot

    private BotOutcome bot() {
        if (!contact.inBot()) {
            return BotOutcome.NONE;
        }
        if (contact.handedOver()) {
            return BotOutcome.HANDED_OVER;
        }
        if (contact.ending().equals("ABANDONED")) {
            return BotOutcome.ABANDONED;
        }
        if (!contact.ended()) {
            return BotOutcome.OPEN;
        }
        if (contact.has(Type.HUMAN_REQUESTED)) {
            return BotOutcome.STUCK;
        }
        if (!customerKnown || contact.issue() == null) {
            return BotOutcome.CONTAINED_ASSUMED;
        }
        Instant contained = contact.endedAt().plus(CONTAINMENT);
        for (PlainContact other : all) {
            boolean later = other.inbound() && other.onSameIssue(contact) && contact.openedBefore(other);
            if (later && !other.openedAt().isAfter(contained)) {
                return BotOutcome.RETURNED;
            }
        }
        return passed(contained) ? BotOutcome.CONTAINED_CONFIRMED : BotOutcome.CONTAINED_ASSUMED;
    }

    // ---- the issue

    private Issue issue() {
        if (!customerKnown) {
            return new Issue(null, FirstContact.NONE, contact.waitImposed(), false, 0);
        }
        PlainContact repeated = contact.repeats(all);
        boolean isRepeated = all.stream().anyMatch(other -> other.repeats(all) == contact);
        return new Issue(
                repeated == null ? null : PlainLabels.orUnknown(repeated.opened.channel()),
                firstContact(repeated, isRepeated),
                contact.waitImposed(),
                contact.waitImposed() && isRepeated,
                firstOfOrder());
    }

    private FirstContact firstContact(@Nullable PlainContact repeated, boolean isRepeated) {
        if (repeated != null
                || contact.issue() == null
                || !contact.ended()
                || contact.ending().equals("ABANDONED")) {
            return FirstContact.NONE;
        }
        boolean due = passed(contact.endedAt().plus(REPEAT));
        if (isRepeated) {
            return due ? FirstContact.REPEATED : FirstContact.REPEATED_PENDING;
        }
        return due ? FirstContact.RESOLVED : FirstContact.PENDING;
    }

    private int firstOfOrder() {
        if (contact.orderId() == null) {
            return 0;
        }
        List<String> mine = List.of(PlainLabels.driver(contact.driver()).split("/"));
        int bits = 0;
        for (int level = 0; level <= mine.size(); level++) {
            List<String> upTo = mine.subList(0, level);
            boolean first = true;
            for (PlainContact other : all) {
                List<String> others = List.of(PlainLabels.driver(other.driver()).split("/"));
                first &= !(other.inbound()
                        && contact.orderId().equals(other.orderId())
                        && other.openedBefore(contact)
                        && others.size() >= level
                        && others.subList(0, level).equals(upTo));
            }
            bits += first ? 1 << level : 0;
        }
        return bits;
    }

    // ---- whose it is

    private Routing routing() {
        ContactStep recognised = contact.last(step -> step.intent() == null ? null : step);
        String intent = recognised == null ? null : recognised.intent();
        Party intended =
                PlainLabels.owner(intent != null ? intent : contact.driver(), contact.last(ContactStep::fulfilment));
        List<ContactStep> route = contact.with(ContactStep::routedTo);
        int right = -1;
        for (int i = route.size() - 1; i >= 0; i--) {
            if (intended != null && intended.name().equals(route.get(i).routedTo())) {
                right = seconds(contact.openedAt(), route.get(i).occurredAt());
            }
        }
        return new Routing(
                intended,
                route.isEmpty() ? null : Party.valueOf(route.get(0).routedTo()),
                route.isEmpty()
                        ? null
                        : Party.valueOf(route.get(route.size() - 1).routedTo()),
                right,
                PlainLabels.driver(intent),
                PlainLabels.band(recognised == null ? null : recognised.confidence()));
    }

    private Demand demand() {
        return PlainLabels.demand(
                contact.driver(),
                contact.last(ContactStep::demandType),
                contact.last(ContactStep::avoidableCause),
                contact.last(ContactStep::owningDepartment));
    }

    private String servicePartner() {
        return PlainLabels.servicePartner(contact.last(ContactStep::servicePartnerId));
    }

    // ---- time

    private boolean passed(Instant moment) {
        return !moment.isAfter(contact.now());
    }

    private static int seconds(@Nullable Instant from, @Nullable Instant to) {
        if (from == null || to == null) {
            return -1;
        }
        return to.isBefore(from) ? 0 : (int) ((to.toEpochMilli() - from.toEpochMilli()) / 1000);
    }
}
