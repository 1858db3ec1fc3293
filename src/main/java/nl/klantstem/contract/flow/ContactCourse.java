package nl.klantstem.contract.flow;

import java.time.Instant;
import nl.klantstem.contract.in.DemandType;
import nl.klantstem.contract.in.Party;
import nl.klantstem.contract.out.Scope;
import org.jspecify.annotations.Nullable;

/** How a contact went, as known at a minute: what docs/measures.md says of a contact, settled into closed labels. */
public record ContactCourse(
        Life life, Reach reach, Bot bot, Issue issue, Routing routing, Demand demand, String servicePartner) {

    /** Seconds that are not known. */
    public static final int UNKNOWN_SECONDS = -1;

    /** The service partner of a contact that none handles. */
    public static final String IN_HOUSE = "IN_HOUSE";

    /** A contact of which nothing but its opening is known. */
    public static final ContactCourse NONE = new ContactCourse(
            new Life(Ending.OPEN, 0),
            new Reach(
                    Answer.NOT_OFFERED,
                    Level.NONE,
                    UNKNOWN_SECONDS,
                    UNKNOWN_SECONDS,
                    UNKNOWN_SECONDS,
                    null,
                    Level.NONE,
                    false),
            new Bot(null, BotOutcome.NONE),
            new Issue(null, FirstContact.NONE, false, false, 0),
            new Routing(null, null, null, UNKNOWN_SECONDS, Scope.UNKNOWN, Scope.UNKNOWN),
            new Demand(DemandType.UNKNOWN, Scope.UNKNOWN, Scope.UNKNOWN),
            IN_HOUSE);

    /** How it ended; UNKNOWN when nothing more was heard of it for as long as its channel allows. */
    public enum Ending {
        OPEN,
        RESOLVED,
        CLOSED,
        ABANDONED,
        UNKNOWN
    }

    /** Its end, and how many times it was transferred. */
    public record Life(Ending ending, int transfers) {}

    /** Whether a person answered a contact that was offered to people; exactly one holds for every inbound contact. */
    public enum Answer {
        NOT_OFFERED,
        WAITING,
        ANSWERED,
        ABANDONED_SHORT,
        ABANDONED,
        /** It ended, and nobody is known to have answered. */
        UNANSWERED
    }

    /** Whether a promise was kept; NONE when there was none, or it is not yet decided. */
    public enum Level {
        NONE,
        IN_TIME,
        MISSED
    }

    /**
     * How quickly a person was to be had.
     *
     * @param level of the channel's target for answering
     * @param answerSeconds from the offer to the first person's answer
     * @param humanSeconds from asking for a person to the first person's answer
     * @param openingSeconds from the opening to the first person's answer
     * @param asked why a person was asked for (a HumanReason, or unknown); null when none was
     * @param human whether a person answered within the time promised to who asks for one
     * @param stuck whether a person was asked for in the bot, in vain
     */
    public record Reach(
            Answer answer,
            Level level,
            int answerSeconds,
            int humanSeconds,
            int openingSeconds,
            @Nullable String asked,
            Level human,
            boolean stuck) {}

    /** What came of a session with the bot; exactly one holds for every session. NONE: no bot. */
    public enum BotOutcome {
        NONE,
        OPEN,
        CONTAINED_ASSUMED,
        CONTAINED_CONFIRMED,
        /** It ended in the bot, and the customer came back about it too soon to call it contained. */
        RETURNED,
        HANDED_OVER,
        ABANDONED,
        /** It ended in the bot although a person was asked for. */
        STUCK
    }

    /** The session with the bot, counted at the time it started. */
    public record Bot(@Nullable Instant startedAt, BotOutcome outcome) {}

    /**
     * What a first contact on an issue shows of its resolution. PENDING until the days to wait have passed; of the
     * pending ones REPEATED_PENDING has a repeat already. NONE: it is not the first, has not ended, was abandoned, or its
     * customer or issue is not known.
     */
    public enum FirstContact {
        NONE,
        PENDING,
        REPEATED_PENDING,
        RESOLVED,
        REPEATED
    }

    /**
     * How it hangs together with the customer's other contacts.
     *
     * @param repeatOf the channel of the earlier contact that it repeats; null when it repeats none
     * @param waitImposed whether the customer was told to wait
     * @param secondContact whether the imposed wait was followed by another inbound contact on the issue
     * @param firstOfOrder bit 0: it is the first inbound contact about its order; bit n: the first with this driver's
     *     level n
     */
    public record Issue(
            @Nullable String repeatOf,
            FirstContact firstContact,
            boolean waitImposed,
            boolean secondContact,
            int firstOfOrder) {}

    /**
     * Who should have handled it, by its intent, and who did.
     *
     * @param rightSeconds from the opening until it was with the intended party
     * @param intent the driver that was recognised, as a label of the catalogue
     * @param confidence of the recognition: LOW, MEDIUM, HIGH or unknown
     */
    public record Routing(
            @Nullable Party intended,
            @Nullable Party first,
            @Nullable Party last,
            int rightSeconds,
            String intent,
            String confidence) {}

    /** Whether it was worth having, what caused it, and who can prevent it. */
    public record Demand(DemandType type, String cause, String department) {}
}
