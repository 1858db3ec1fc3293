package nl.klantstem.replay.story;

import static nl.klantstem.replay.story.Moment.DAY;
import static nl.klantstem.replay.story.Moment.HOUR;

import nl.klantstem.contract.in.JourneyStepEvent.Kind;
import nl.klantstem.replay.shop.Dice;
import nl.klantstem.replay.shop.Draft;
import nl.klantstem.topic.Topic;

/** Tells which steps a customer takes, and of some what the step was like. */
final class StepTelling {

    private static final double EXPERIENCE_KNOWN = 0.55;
    private static final double EMOTION_SEEN = 0.5;
    private static final double CLOSED = 0.85;

    private final Telling telling;
    private final Dice dice;

    StepTelling(Telling telling, Dice dice) {
        this.telling = telling;
        this.dice = dice;
    }

    /** The steps up to the survey. */
    void tell(Trouble trouble, Feelings feelings) {
        step(trouble, "0", Kind.STARTED, trouble.noticedAt());
        step(trouble, "1", Kind.REACHED, trouble.checkedAt());
        experienced(step(trouble, "2", Kind.REACHED, trouble.searchedAt()), "2", feelings);
        if (trouble.calls().isEmpty()) {
            return;
        }
        step(trouble, "3", Kind.REACHED, trouble.calls().get(0).openedAt());
        done(trouble, "3", trouble.settledAt(), feelings);
        if (!trouble.arrives()) {
            step(trouble, "4", Kind.REACHED, trouble.settledAt());
            done(trouble, "4", Moment.between(dice, trouble.settledAt() + HOUR, trouble.settledAt() + DAY), feelings);
        }
    }

    /** The survey is the last step: it ends with the answer, else the journey is closed by the shop, mostly. */
    void tell(Trouble trouble, Asked asked) {
        if (asked.suppressionReason() != null) {
            step(trouble, "4", Kind.CLOSED, asked.sentAt() + DAY);
            return;
        }
        step(trouble, "5", Kind.REACHED, asked.sentAt());
        if (asked.answered()) {
            step(trouble, "5", Kind.COMPLETED, asked.answerAt());
        } else if (dice.chance(CLOSED)) {
            step(trouble, "5", Kind.CLOSED, asked.sentAt() + 15 * DAY);
        }
    }

    private void done(Trouble trouble, String stepId, long at, Feelings feelings) {
        if (dice.chance(EXPERIENCE_KNOWN)) {
            experienced(step(trouble, stepId, Kind.COMPLETED, at), stepId, feelings);
        }
    }

    private void experienced(Draft step, String stepId, Feelings feelings) {
        step.set("experience", feelings.at(stepId));
        feelings.felt().stream()
                .filter(felt -> felt.stepId().equals(stepId))
                .findFirst()
                .filter(felt -> dice.chance(EMOTION_SEEN))
                .ifPresent(felt -> step.set("emotion", felt.emotion()));
    }

    private Draft step(Trouble trouble, String stepId, Kind kind, long at) {
        return telling.tell(Topic.JOURNEY_STEP_EVENTS, "journeys", trouble.customerKey(), at)
                .set("journeyId", Telling.JOURNEY)
                .set("journeyInstanceId", trouble.instanceId())
                .set("stepId", stepId)
                .set("kind", kind);
    }
}
