package nl.klantstem.link;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.klantstem.contract.catalogue.ContactRules;
import nl.klantstem.contract.catalogue.ContactRules.ServiceLevel;
import nl.klantstem.contract.flow.ContactCourse;
import nl.klantstem.contract.flow.ContactCourse.Answer;
import nl.klantstem.contract.flow.ContactCourse.Bot;
import nl.klantstem.contract.flow.ContactCourse.BotOutcome;
import nl.klantstem.contract.flow.ContactCourse.Ending;
import nl.klantstem.contract.flow.ContactCourse.FirstContact;
import nl.klantstem.contract.flow.ContactCourse.Level;
import nl.klantstem.contract.flow.ContactCourse.Life;
import nl.klantstem.contract.flow.ContactCourse.Reach;
import nl.klantstem.contract.flow.ContactCourse.Routing;
import nl.klantstem.contract.in.Party;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.link.KnownEvent.ContactStep;
import org.jspecify.annotations.Nullable;

/** How a contact went, judged at a moment by the rules of a catalogue version: the definitions of docs/measures.md. */
final class Course {

    private static final int HALF = 5_000;
    private static final int MOST = 8_000;

    private final ContactView contact;
    private final ContactLife life;
    private final ContactRules rules;
    private final Labels labels;
    private final Due due;
    private final @Nullable Issue issue;
    private final ContactLife.End end;

    /** {@code issue} is null when the customer is not known: then the contact has no history. */
    Course(ContactView contact, ContactRules rules, Labels labels, @Nullable Issue issue, Due due) {
        this.contact = contact;
        this.life = contact.life();
        this.rules = rules;
        this.labels = labels;
        this.issue = issue;
        this.due = due;
        this.end = end();
    }

    ContactCourse of(Moment moment) {
        Life how = new Life(end.ending(), life.transfers());
        ContactCourse.Demand demand = labels.demand(
                contact.driver(), contact.demandType(), contact.avoidableCause(), contact.owningDepartment());
        String servicePartner = labels.servicePartner(contact.servicePartnerId());
        if (!contact.inbound()) {
            ContactCourse none = ContactCourse.NONE;
            return new ContactCourse(
                    how, none.reach(), none.bot(), none.issue(), none.routing(), demand, servicePartner);
        }
        return new ContactCourse(
                how, reach(), new Bot(life.botStartedAt(), bot()), issue(moment), routing(), demand, servicePartner);
    }

    private ContactLife.End end() {
        Duration endsAfter = Issue.endsAfter(contact, rules);
        if (life.ending() == Ending.OPEN) {
            due.passed(life.lastAt().plus(endsAfter));
        }
        return life.end(endsAfter, due.now());
    }

    private boolean ended() {
        return end.ending() != Ending.OPEN;
    }

    private Reach reach() {
        @Nullable Instant answered = life.answeredAt();
        @Nullable Instant asked = life.askedAt();
        return new Reach(
                answer(),
                level(),
                Seconds.between(life.offeredAt(), answered),
                Seconds.between(asked, answered),
                Seconds.between(contact.openedAt(), answered),
                asked == null ? null : life.askedFor(),
                human(),
                stuck());
    }

    private Answer answer() {
        if (life.offeredAt() == null) {
            return Answer.NOT_OFFERED;
        }
        if (life.answeredAt() != null) {
            return Answer.ANSWERED;
        }
        return switch (end.ending()) {
            case OPEN -> Answer.WAITING;
            case ABANDONED -> abandonedSoon(life.offeredAt()) ? Answer.ABANDONED_SHORT : Answer.ABANDONED;
            case RESOLVED, CLOSED, UNKNOWN -> Answer.UNANSWERED;
        };
    }

    private boolean abandonedSoon(Instant offeredAt) {
        @Nullable Instant abandoned = life.abandonedAt();
        return abandoned != null && abandoned.isBefore(offeredAt.plus(rules.shortAbandon()));
    }

    private Level level() {
        @Nullable Duration within = answerWithin();
        @Nullable Instant offered = life.offeredAt();
        if (within == null || offered == null || keptByBot()) {
            return Level.NONE;
        }
        return switch (answer()) {
            case ANSWERED -> inTime(life.answeredAt(), offered.plus(within));
            case ABANDONED -> Level.MISSED;
            case WAITING, UNANSWERED -> due.passed(offered.plus(within)) ? Level.MISSED : Level.NONE;
            case ABANDONED_SHORT, NOT_OFFERED -> Level.NONE;
        };
    }

    private @Nullable Duration answerWithin() {
        return rules.serviceLevels().entrySet().stream()
                .filter(level -> level.getKey().name().equals(contact.channel()))
                .map(level -> level.getValue())
                .map(ServiceLevel::answerWithin)
                .findFirst()
                .orElse(null);
    }

    private Level human() {
        @Nullable Instant asked = life.askedAt();
        if (asked == null) {
            return Level.NONE;
        }
        Instant promised = asked.plus(rules.humanWithin());
        if (life.answeredAt() != null) {
            return inTime(life.answeredAt(), promised);
        }
        return ended() || due.passed(promised) ? Level.MISSED : Level.NONE;
    }

    /** Asked for a person in the bot, and never came as far as people. */
    private boolean stuck() {
        @Nullable Instant asked = life.askedAt();
        return asked != null
                && keptByBot()
                && life.requested()
                && (ended() || due.passed(asked.plus(rules.humanWithin())));
    }

    /** It never came as far as people, who cannot answer what the bot does not let through. */
    private boolean keptByBot() {
        return life.inBot() && !life.handedOver();
    }

    private BotOutcome bot() {
        if (!life.inBot()) {
            return BotOutcome.NONE;
        }
        if (life.handedOver()) {
            return BotOutcome.HANDED_OVER;
        }
        @Nullable Instant endedAt = end.at();
        if (endedAt == null) {
            return BotOutcome.OPEN;
        }
        if (end.ending() == Ending.ABANDONED) {
            return BotOutcome.ABANDONED;
        }
        if (life.requested()) {
            return BotOutcome.STUCK;
        }
        if (issue == null || contact.issue() == null) {
            return BotOutcome.CONTAINED_ASSUMED;
        }
        Instant contained = endedAt.plus(rules.containment());
        if (issue.returned(contact, contained)) {
            return BotOutcome.RETURNED;
        }
        return due.passed(contained) ? BotOutcome.CONTAINED_CONFIRMED : BotOutcome.CONTAINED_ASSUMED;
    }

    private ContactCourse.Issue issue(Moment moment) {
        if (issue == null) {
            return new ContactCourse.Issue(null, FirstContact.NONE, life.waitImposed(), false, 0);
        }
        @Nullable ContactView repeated = issue.repeated(contact);
        return new ContactCourse.Issue(
                repeated == null ? null : Labels.orUnknown(repeated.channel()),
                repeated == null ? firstContact(issue) : FirstContact.NONE,
                life.waitImposed(),
                life.waitImposed() && issue.isRepeated(contact),
                firstOfOrder(moment));
    }

    private FirstContact firstContact(Issue known) {
        @Nullable Instant endedAt = end.at();
        if (endedAt == null || end.ending() == Ending.ABANDONED || contact.issue() == null) {
            return FirstContact.NONE;
        }
        boolean repeated = known.isRepeated(contact);
        return due.passed(endedAt.plus(Duration.ofDays(rules.repeatDays())))
                ? repeated ? FirstContact.REPEATED : FirstContact.RESOLVED
                : repeated ? FirstContact.REPEATED_PENDING : FirstContact.PENDING;
    }

    /** Bit 0: no earlier contact about the order; bit n: none with the same driver down to level n. */
    private int firstOfOrder(Moment moment) {
        @Nullable String order = contact.orderId();
        if (order == null) {
            return 0;
        }
        String[] mine = labels.driver(contact.driver()).split("/", -1);
        int bits = (1 << (mine.length + 1)) - 1;
        for (ContactView other : moment.about(order)) {
            if (ContactView.BY_OPENING.compare(other, contact) < 0) {
                bits &= ~((1 << (common(mine, labels.driver(other.driver()).split("/", -1)) + 1)) - 1);
            }
        }
        return bits;
    }

    /** How many levels two drivers have in common. */
    private static int common(String[] mine, String[] others) {
        int n = 0;
        while (n < Math.min(mine.length, others.length) && mine[n].equals(others[n])) {
            n++;
        }
        return n;
    }

    private Routing routing() {
        @Nullable ContactStep recognised = contact.recognised();
        @Nullable String intent = recognised == null ? null : recognised.intent();
        @Nullable
        Party intended = labels.owner(intent == null ? contact.driver() : intent, party(contact.fulfilment()));
        List<ContactStep> route = contact.route();
        return new Routing(
                intended,
                route.isEmpty() ? null : party(route.get(0).routedTo()),
                party(contact.routedTo()),
                rightSeconds(intended),
                labels.driver(intent),
                confidence(recognised));
    }

    private int rightSeconds(@Nullable Party intended) {
        return contact.route().stream()
                .filter(step -> intended != null && intended.name().equals(step.routedTo()))
                .mapToInt(step -> Seconds.between(contact.openedAt(), step.occurredAt()))
                .findFirst()
                .orElse(Seconds.UNKNOWN);
    }

    private static String confidence(@Nullable ContactStep recognised) {
        if (recognised == null || recognised.confidence() == null) {
            return Scope.UNKNOWN;
        }
        int confidence = recognised.confidence();
        return confidence < HALF ? "LOW" : confidence < MOST ? "MEDIUM" : "HIGH";
    }

    private static @Nullable Party party(@Nullable String name) {
        return name == null ? null : Party.valueOf(name);
    }

    private static Level inTime(@Nullable Instant when, Instant promised) {
        return when == null || when.isAfter(promised) ? Level.MISSED : Level.IN_TIME;
    }
}
