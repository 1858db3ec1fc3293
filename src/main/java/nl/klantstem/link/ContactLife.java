package nl.klantstem.link;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.klantstem.contract.flow.ContactCourse.Ending;
import nl.klantstem.contract.in.Channel;
import nl.klantstem.contract.in.ContactEvent;
import nl.klantstem.contract.in.Handler;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.link.KnownEvent.ContactStep;
import org.jspecify.annotations.Nullable;

/**
 * How a contact went, told by its events in {@code seq} order: a small state machine. Gaps are normal: what no event
 * tells is null.
 *
 * @param botStartedAt null when no bot had a part in it
 * @param requested whether the customer asked the bot for a person
 * @param handedOver whether the bot's session came to people: handed over, queued or answered by one
 * @param askedAt when a person was first asked for, or it was handed over to people
 * @param askedFor the reason given, or unknown
 * @param offeredAt when people could first have answered it
 * @param answeredAt when a person first answered
 * @param ending OPEN as long as no event ends it
 * @param abandonedAt when the customer gave up, if that is how it ended
 * @param endedAt of the last event that ended it
 * @param lastAt the latest time of any of its events
 * @param waits all that were imposed in it, as one
 */
record ContactLife(
        @Nullable Instant botStartedAt,
        boolean requested,
        boolean handedOver,
        @Nullable Instant askedAt,
        String askedFor,
        @Nullable Instant offeredAt,
        @Nullable Instant answeredAt,
        Ending ending,
        @Nullable Instant abandonedAt,
        @Nullable Instant endedAt,
        Instant lastAt,
        int transfers,
        Wait waits) {

    /** How and when a contact ended. */
    record End(Ending ending, @Nullable Instant at) {}

    /** The life that these events tell, in {@code seq} order, of a contact that opened with one of them. */
    static ContactLife of(List<ContactStep> bySeq, ContactStep opened) {
        var fold = new Fold(opened);
        bySeq.forEach(fold::take);
        return fold.life();
    }

    boolean waitImposed() {
        return waits.imposed();
    }

    boolean inBot() {
        return botStartedAt != null;
    }

    /** Its end as known at a moment: one of which nothing more was heard for too long has ended, nobody knows how. */
    End end(Duration endsAfter, Instant now) {
        if (ending == Ending.OPEN && !lastAt.plus(endsAfter).isAfter(now)) {
            return new End(Ending.UNKNOWN, lastAt);
        }
        return new End(ending, endedAt);
    }

    /** What the events up to one tell. */
    private static final class Fold {
        private final ContactStep opened;
        private @Nullable Instant botStartedAt;
        private boolean inBot;
        private boolean requested;
        private boolean handedOver;
        private @Nullable Instant askedAt;
        private @Nullable String reason;
        private @Nullable Instant soughtAt;
        private @Nullable Instant queuedAt;
        private @Nullable Instant answeredAt;
        private Ending ending = Ending.OPEN;
        private @Nullable Instant abandonedAt;
        private @Nullable Instant endedAt;
        private Instant lastAt;
        private int transfers;
        private Wait wait = Wait.NONE;

        Fold(ContactStep opened) {
            this.opened = opened;
            this.lastAt = opened.occurredAt();
            // Whatever its seq: a contact that opened with the bot was there before anything else happened.
            this.inBot = Channel.BOT.name().equals(opened.channel()) || byBot(opened);
        }

        void take(ContactStep step) {
            Instant at = step.occurredAt();
            lastAt = at.isAfter(lastAt) ? at : lastAt;
            reason = reason == null ? step.humanReason() : reason;
            wait = wait.and(Wait.of(step));
            inBot |= answeredAt == null && (step.type() == ContactEvent.Type.BOT_STARTED || byBot(step));
            switch (step.type()) {
                case BOT_STARTED -> botStartedAt = first(botStartedAt, at);
                case HUMAN_REQUESTED -> {
                    requested = true;
                    ask(at);
                }
                case HANDED_OVER -> {
                    handedOver = true;
                    ask(at);
                }
                case QUEUED -> {
                    handedOver |= inBot;
                    queuedAt = first(queuedAt, at);
                    soughtAt = first(soughtAt, at);
                }
                case ANSWERED -> answered(step);
                case TRANSFERRED -> transfers++;
                case RESOLVED -> end(Ending.RESOLVED, at);
                case CLOSED -> end(Ending.CLOSED, at);
                case ABANDONED -> end(Ending.ABANDONED, at);
                case REOPENED -> {
                    ending = Ending.OPEN;
                    abandonedAt = null;
                    endedAt = null;
                }
                case OPENED, INTENT_RECOGNIZED, ROUTED, WAIT_IMPOSED, DRIVER_CORRECTED -> {}
            }
        }

        private void ask(Instant at) {
            askedAt = first(askedAt, at);
            soughtAt = first(soughtAt, at);
        }

        private void answered(ContactStep step) {
            boolean person = step.handler() == null
                    ? !inBot || soughtAt != null
                    : Handler.HUMAN.name().equals(step.handler());
            if (person && answeredAt == null) {
                answeredAt = step.occurredAt();
                soughtAt = first(soughtAt, step.occurredAt());
                handedOver |= inBot;
            }
        }

        /** The first of the events that end it says how, the last one when. */
        private void end(Ending how, Instant at) {
            if (ending == Ending.OPEN) {
                ending = how;
                abandonedAt = how == Ending.ABANDONED ? at : null;
            }
            endedAt = at;
        }

        ContactLife life() {
            return new ContactLife(
                    inBot ? first(botStartedAt, opened.occurredAt()) : null,
                    requested,
                    handedOver && inBot,
                    askedAt,
                    reason == null ? Scope.UNKNOWN : reason,
                    inBot ? soughtAt : first(queuedAt, opened.occurredAt()),
                    answeredAt,
                    ending,
                    abandonedAt,
                    endedAt,
                    lastAt,
                    transfers,
                    wait);
        }

        private static boolean byBot(ContactStep step) {
            return Handler.BOT.name().equals(step.handler());
        }

        private static Instant first(@Nullable Instant known, Instant otherwise) {
            return known == null ? otherwise : known;
        }
    }
}
