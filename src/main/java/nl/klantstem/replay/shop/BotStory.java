package nl.klantstem.replay.shop;

import static nl.klantstem.replay.shop.Transcript.MINUTE;
import static nl.klantstem.replay.shop.Transcript.SECOND;

import nl.klantstem.contract.in.Channel;
import nl.klantstem.contract.in.ContactEvent;
import nl.klantstem.contract.in.Handler;
import nl.klantstem.contract.in.Resolution;
import org.jspecify.annotations.Nullable;

/** Tells the bot's part of a contact: from its greeting until it is done, left, stuck, or hands over to a person. */
final class BotStory {

    /** How sure the model is, and how often it is wrong then. */
    private static final double[] SURE = {0.15, 0.3, 0.55};

    private static final int[] LEAST_PERCENT = {20, 50, 80};
    private static final int[] PERCENTS = {30, 30, 20};
    private static final double[] WRONG = {0.5, 0.2, 0.05};

    private final Visit visit;
    private final Dice dice;
    private final Transcript transcript;
    private boolean understood;

    BotStory(Visit visit, Dice dice, Transcript transcript) {
        this.visit = visit;
        this.dice = dice;
        this.transcript = transcript;
    }

    /** The end of the contact; null when it goes on with a person. */
    @Nullable
    Ending tell() {
        transcript.after(SECOND);
        transcript.event(ContactEvent.Type.BOT_STARTED).set("handler", Handler.BOT);
        if (dice.chance(0.05)) {
            transcript.after(dice.exponential(15 * SECOND));
            transcript.event(ContactEvent.Type.ABANDONED);
            return Ending.LEFT_THE_BOT;
        }
        transcript.after(dice.exponential(20 * SECOND));
        recognise();
        transcript.after(dice.exponential(2 * MINUTE));
        if (!dice.chance(person())) {
            return contained();
        }
        boolean reachable = visit.staffed() && dice.chance(visit.channel() == Channel.CHAT ? 0.97 : 0.85);
        if (!reachable || dice.chance(0.88)) {
            transcript
                    .event(ContactEvent.Type.HUMAN_REQUESTED)
                    .set("humanReason", dice.chance(0.9) ? dice.oneOf("COMPLEX", "EMOTIONAL", "PREFERENCE") : null);
        }
        if (!reachable) {
            return stuck();
        }
        transcript.after(2 * SECOND);
        transcript.event(ContactEvent.Type.HANDED_OVER).set("handler", Handler.HUMAN);
        return null;
    }

    /** Whether it knew what it was about. */
    boolean understood() {
        return understood;
    }

    private void recognise() {
        if (!dice.chance(0.92)) {
            return;
        }
        int band = dice.weighted(SURE);
        double confidence = (LEAST_PERCENT[band] + dice.below(PERCENTS[band])) / 100.0;
        understood = !dice.chance(WRONG[band]);
        String code = understood
                ? visit.issue().driver()
                : JourneyProfiles.any(dice, visit.issue().journey().audience());
        transcript
                .event(ContactEvent.Type.INTENT_RECOGNIZED)
                .set("intent", new Labels.Intent(code, confidence, "intents-7"));
    }

    /** How likely a person is asked for. */
    private double person() {
        double usual = !visit.staffed() ? 0.1 : visit.channel() == Channel.CHAT ? 0.45 : 0.2;
        return usual + (understood ? 0 : 0.25) + (visit.time() > 1 ? 0.15 : 0);
    }

    private Ending contained() {
        if (dice.chance(0.5)) {
            var done = transcript
                    .event(ContactEvent.Type.RESOLVED)
                    .set("handler", Handler.BOT)
                    .set("resolution", Resolution.INFORMED);
            if (dice.chance(0.3)) {
                done.set("driver", Labels.byRule(visit.issue().driver()));
            }
        }
        return Ending.CONTAINED;
    }

    private Ending stuck() {
        transcript.after(dice.exponential(MINUTE));
        if (dice.chance(0.3)) {
            transcript.event(ContactEvent.Type.ABANDONED);
        }
        return Ending.STUCK_IN_THE_BOT;
    }
}
