package nl.klantstem.measure.outcomes;

import nl.klantstem.contract.flow.ContactCourse.Answer;
import nl.klantstem.contract.flow.ContactCourse.BotOutcome;
import nl.klantstem.contract.flow.ContactCourse.FirstContact;
import nl.klantstem.contract.in.Party;
import nl.klantstem.measure.TimeRun;
import org.jspecify.annotations.Nullable;

/**
 * What the positions of an outcome tally mean. A run is several on end, one per label of a list, or a run of times. Positions of a state that a contact is not in are {@link #NOWHERE}.
 */
final class Positions {

    static final int NOWHERE = -1;

    static final int CONTACTS = 0;
    static final int OUTBOUND = 1;
    static final int LATE = 2;
    static final int OPEN = 3;
    static final int ENDED_UNKNOWN = 4;
    static final int ANSWERED = 5;
    static final int ABANDONED_SHORT = 6;
    static final int ABANDONED = 7;
    static final int WAITING = 8;
    static final int UNANSWERED = 9;
    static final int IN_TIME = 10;
    static final int MISSED = 11;
    static final int TRANSFERRED = 12;
    static final int TRANSFERS = 13;
    static final int STUCK = 14;
    static final int REPEATS = 15;
    static final int WAITS = 16;
    static final int SECOND_CONTACTS = 17;

    static final int BOT_OPEN = 18;
    static final int BOT_ASSUMED = 19;
    static final int BOT_CONFIRMED = 20;
    static final int BOT_RETURNED = 21;
    static final int BOT_HANDED_OVER = 22;
    static final int BOT_ABANDONED = 23;
    static final int BOT_STUCK = 24;

    static final int FIRST_PENDING = 25;
    static final int FIRST_REPEATED_PENDING = 26;
    static final int FIRST_RESOLVED = 27;
    static final int FIRST_REPEATED = 28;

    /** Runs by the reason why a person was asked for. */
    static final int REASONS = 4;

    static final int ASKED = 29;
    static final int HUMAN_IN_TIME = ASKED + REASONS;
    static final int HUMAN_MISSED = HUMAN_IN_TIME + REASONS;

    /** A run by handling, of promoters, passives and detractors each. */
    static final int HANDLINGS = 4;

    static final int CATEGORIES = 3;
    static final int SCORES = HUMAN_MISSED + REASONS;

    /** A run by intended, first and last party, each platform, partner or unknown. */
    static final int PARTIES = 3;

    static final int ROUTES = SCORES + HANDLINGS * CATEGORIES;

    static final TimeRun TIMES = TimeRun.SHORT;
    static final int TO_ANSWER = ROUTES + PARTIES * PARTIES * PARTIES;
    static final int TO_HUMAN = TO_ANSWER + TIMES.width();
    static final int FROM_OPENING = TO_HUMAN + TIMES.width();
    static final int TO_RIGHT_OWNER = FROM_OPENING + TIMES.width();

    static final int WIDTH = TO_RIGHT_OWNER + TIMES.width();

    private Positions() {}

    static int of(Answer answer) {
        return switch (answer) {
            case NOT_OFFERED -> NOWHERE;
            case ANSWERED -> ANSWERED;
            case ABANDONED_SHORT -> ABANDONED_SHORT;
            case ABANDONED -> ABANDONED;
            case WAITING -> WAITING;
            case UNANSWERED -> UNANSWERED;
        };
    }

    static int of(BotOutcome outcome) {
        return switch (outcome) {
            case NONE -> NOWHERE;
            case OPEN -> BOT_OPEN;
            case CONTAINED_ASSUMED -> BOT_ASSUMED;
            case CONTAINED_CONFIRMED -> BOT_CONFIRMED;
            case RETURNED -> BOT_RETURNED;
            case HANDED_OVER -> BOT_HANDED_OVER;
            case ABANDONED -> BOT_ABANDONED;
            case STUCK -> BOT_STUCK;
        };
    }

    static int of(FirstContact first) {
        return switch (first) {
            case NONE -> NOWHERE;
            case PENDING -> FIRST_PENDING;
            case REPEATED_PENDING -> FIRST_REPEATED_PENDING;
            case RESOLVED -> FIRST_RESOLVED;
            case REPEATED -> FIRST_REPEATED;
        };
    }

    static int route(@Nullable Party intended, @Nullable Party first, @Nullable Party last) {
        return ROUTES + (party(intended) * PARTIES + party(first)) * PARTIES + party(last);
    }

    private static int party(@Nullable Party party) {
        if (party == null) {
            return 2;
        }
        return switch (party) {
            case PLATFORM -> 0;
            case PARTNER -> 1;
        };
    }
}
