package nl.klantstem.measure.outcomes;

import static nl.klantstem.measure.outcomes.Positions.NOWHERE;

import java.util.List;
import nl.klantstem.contract.flow.ContactCourse;
import nl.klantstem.contract.flow.ContactCourse.Level;
import nl.klantstem.contract.flow.ContactFact;
import nl.klantstem.contract.flow.ResponseContext;
import nl.klantstem.contract.flow.ResponseFact;
import nl.klantstem.contract.in.ContactEvent.HumanReason;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.rolling.Tally;
import nl.klantstem.stats.Nps;
import org.jspecify.annotations.Nullable;

/** What a contact, its session with the bot and an answer about it add to an outcome tally. */
final class OutcomeTally {

    /** The reasons why a person is asked for, in the order of their positions. */
    static final List<String> REASONS = List.of(
            HumanReason.COMPLEX.name(), HumanReason.EMOTIONAL.name(), HumanReason.PREFERENCE.name(), Scope.UNKNOWN);

    /** What may have handled a contact, in the order of the positions. */
    static final List<String> HANDLINGS =
            List.of(ResponseContext.BOT_ONLY, ResponseContext.HANDED_OVER, ResponseContext.HUMAN_ONLY, Scope.UNKNOWN);

    private OutcomeTally() {}

    /** What counts in the minute in which the contact opened: all but the session with the bot. */
    static Tally opened(ContactFact fact) {
        var n = new long[Positions.WIDTH];
        n[Positions.LATE] = fact.late() ? 1 : 0;
        if (!fact.inbound()) {
            n[Positions.OUTBOUND] = 1;
            return Tally.of(n);
        }
        n[Positions.CONTACTS] = 1;
        life(fact.course().life(), n);
        reach(fact.course().reach(), n);
        issue(fact.course().issue(), n);
        routing(fact.course().routing(), n);
        return Tally.of(n);
    }

    /** What counts in the minute in which the bot started. */
    static Tally bot(ContactFact fact) {
        int outcome = Positions.of(fact.course().bot().outcome());
        if (!fact.inbound() || outcome == NOWHERE) {
            return Tally.ZERO;
        }
        var n = new long[Positions.WIDTH];
        n[outcome] = 1;
        return Tally.of(n);
    }

    /** What an answer adds to the scores: only transactional ones, about a contact that is linked. */
    static Tally response(ResponseFact fact) {
        @Nullable Integer nps = fact.nps();
        if (nps == null || fact.unmatched() != null || fact.programme() != Programme.TRANSACTIONAL) {
            return Tally.ZERO;
        }
        var n = new long[Positions.WIDTH];
        n[Positions.SCORES + at(HANDLINGS, fact.context().handling()) * Positions.CATEGORIES + Nps.category(nps)] = 1;
        return Tally.of(n);
    }

    private static void life(ContactCourse.Life life, long[] n) {
        n[Positions.OPEN] = life.ending() == ContactCourse.Ending.OPEN ? 1 : 0;
        n[Positions.ENDED_UNKNOWN] = life.ending() == ContactCourse.Ending.UNKNOWN ? 1 : 0;
        n[Positions.TRANSFERRED] = life.transfers() > 0 ? 1 : 0;
        n[Positions.TRANSFERS] = life.transfers();
    }

    private static void reach(ContactCourse.Reach reach, long[] n) {
        one(Positions.of(reach.answer()), n);
        one(level(reach.level(), Positions.IN_TIME, Positions.MISSED), n);
        Positions.TIMES.count(reach.answerSeconds(), Positions.TO_ANSWER, n);
        Positions.TIMES.count(reach.humanSeconds(), Positions.TO_HUMAN, n);
        Positions.TIMES.count(reach.openingSeconds(), Positions.FROM_OPENING, n);
        @Nullable String asked = reach.asked();
        if (asked != null) {
            int reason = at(REASONS, asked);
            n[Positions.ASKED + reason] = 1;
            one(level(reach.human(), Positions.HUMAN_IN_TIME + reason, Positions.HUMAN_MISSED + reason), n);
        }
        n[Positions.STUCK] = reach.stuck() ? 1 : 0;
    }

    private static void issue(ContactCourse.Issue issue, long[] n) {
        one(Positions.of(issue.firstContact()), n);
        n[Positions.REPEATS] = issue.repeatOf() == null ? 0 : 1;
        n[Positions.WAITS] = issue.waitImposed() ? 1 : 0;
        n[Positions.SECOND_CONTACTS] = issue.secondContact() ? 1 : 0;
    }

    private static void routing(ContactCourse.Routing routing, long[] n) {
        if (routing.intended() != null || routing.first() != null || routing.last() != null) {
            n[Positions.route(routing.intended(), routing.first(), routing.last())] = 1;
        }
        Positions.TIMES.count(routing.rightSeconds(), Positions.TO_RIGHT_OWNER, n);
    }

    private static int level(Level level, int inTime, int missed) {
        return switch (level) {
            case NONE -> NOWHERE;
            case IN_TIME -> inTime;
            case MISSED -> missed;
        };
    }

    private static void one(int position, long[] n) {
        if (position != NOWHERE) {
            n[position] = 1;
        }
    }

    /** Where a label stands in a list that ends with the one for all others. */
    private static int at(List<String> labels, String label) {
        int at = labels.indexOf(label);
        return at < 0 ? labels.size() - 1 : at;
    }
}
