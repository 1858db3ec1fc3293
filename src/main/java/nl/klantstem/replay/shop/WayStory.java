package nl.klantstem.replay.shop;

import static nl.klantstem.replay.shop.Transcript.HOUR;
import static nl.klantstem.replay.shop.Transcript.MINUTE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import nl.klantstem.contract.in.Emotion;
import nl.klantstem.contract.in.JourneyStepEvent.Experience;
import nl.klantstem.contract.in.JourneyStepEvent.Kind;
import nl.klantstem.contract.in.SurveyResponse.ExperienceValue;
import nl.klantstem.topic.Topic;

/** Tells the steps that a customer takes around a contact, when anybody keeps the journey: to it, and on from it. */
final class WayStory {

    private static final double DAY = 24 * HOUR;
    private static final double EXPERIENCE_KNOWN = 0.5;
    private static final double EMOTION_SEEN = 0.5;
    private static final double ENDS = 0.85;

    private final Dice dice;
    private final Ids ids;

    WayStory(Dice dice, Ids ids) {
        this.dice = dice;
        this.ids = ids;
    }

    /** The last minutes before the contact; who comes back is there already, and not glad of it. */
    List<Draft> before(Visit visit) {
        var steps = new ArrayList<Draft>();
        if (!kept(visit)) {
            return steps;
        }
        Way way = visit.issue().way();
        if (visit.time() > 1) {
            if (dice.chance(0.5)) {
                Draft again = step(visit, way.contactStep(), Kind.REACHED, visit.openedAt());
                steps.add(experienced(again, Experience.NEGATIVE));
            }
            return steps;
        }
        double at = visit.openedAt() - MINUTE * (1 + 3.0 * dice.below(1000) / 1000);
        double pace = (visit.openedAt() - at) / Math.max(1, way.contactStep());
        for (int i = 0; i <= way.contactStep(); i++) {
            steps.add(step(visit, i, i == 0 ? Kind.STARTED : Kind.REACHED, (long) (at + i * pace)));
        }
        return steps;
    }

    /** What follows when it was settled; else nothing is heard of it any more, unless the customer comes back. */
    List<Draft> after(Visit visit, ContactStory contact) {
        var steps = new ArrayList<Draft>();
        boolean settled = contact.ending() == Ending.HELPED || contact.ending() == Ending.CONTAINED;
        if (!kept(visit) || !settled) {
            return steps;
        }
        Way way = visit.issue().way();
        double at = contact.endedAt();
        Draft done = step(visit, way.contactStep(), Kind.COMPLETED, (long) at);
        steps.add(dice.chance(EXPERIENCE_KNOWN) ? experienced(done, experience()) : done);
        for (int i = way.contactStep() + 1; i < way.steps(); i++) {
            at += MINUTE + dice.exponential(DAY);
            steps.add(step(visit, i, Kind.REACHED, (long) at));
        }
        if (dice.chance(ENDS)) {
            at += MINUTE + dice.exponential(DAY);
            steps.add(step(visit, way.steps() - 1, dice.chance(0.7) ? Kind.COMPLETED : Kind.CLOSED, (long) at));
        }
        return steps;
    }

    /** Emotions at the steps and values of the experience, for some of the answers. */
    Draft feelings(Draft answer, Way way, int nps) {
        if (dice.chance(0.3)) {
            var felt = new ArrayList<Felt>();
            felt.add(new Felt(
                    way.stepId(), emotion(nps > 6 ? Experience.POSITIVE : Experience.NEGATIVE), 1 + dice.below(3)));
            if (dice.chance(0.4)) {
                felt.add(new Felt("0", emotion(experience()), 1 + dice.below(3)));
            }
            answer.set("emotions", felt);
        }
        if (dice.chance(0.25)) {
            var values = new LinkedHashMap<ExperienceValue, Integer>();
            for (ExperienceValue each : ExperienceValue.values()) {
                values.put(each, value(nps));
            }
            answer.set("experienceValues", values);
        }
        return answer;
    }

    /** Some answers say themselves which way they are about, and at which step of it contact was made. */
    void named(Draft answer, Visit visit) {
        if (visit.issue().journeyInstanceId() != null && dice.chance(0.5)) {
            answer.set("journeyInstanceId", visit.issue().journeyInstanceId())
                    .set("stepId", dice.chance(0.5) ? visit.issue().way().stepId() : null);
        }
    }

    private static boolean kept(Visit visit) {
        return visit.issue().journeyInstanceId() != null
                && visit.issue().order() != null
                && visit.customerKey() != null
                && !visit.outbound();
    }

    private int value(int nps) {
        return Math.max(1, Math.min(5, 2 + nps / 4 + dice.below(3) - 1));
    }

    private Experience experience() {
        double how = dice.below(100);
        return how < 55 ? Experience.POSITIVE : how < 85 ? Experience.NEUTRAL : Experience.NEGATIVE;
    }

    private Draft experienced(Draft step, Experience experience) {
        return step.set("experience", experience)
                .set("emotion", dice.chance(EMOTION_SEEN) ? emotion(experience) : null);
    }

    private Emotion emotion(Experience experience) {
        return switch (experience) {
            case POSITIVE -> dice.oneOf(Emotion.SURPRISE, Emotion.JOY);
            case NEUTRAL -> Emotion.INDIFFERENCE;
            case NEGATIVE -> dice.oneOf(Emotion.ANGER, Emotion.FRUSTRATION, Emotion.DISAPPOINTMENT, Emotion.DISCONTENT);
        };
    }

    private Draft step(Visit visit, int step, Kind kind, long at) {
        return new Draft(Topic.JOURNEY_STEP_EVENTS, visit.key(), at)
                .set("eventId", ids.next("e"))
                .set("source", "journeys")
                .set("audience", visit.issue().journey().audience())
                .set("customerKey", visit.customerKey())
                .set("journeyId", visit.issue().journey().journeyId())
                .set("journeyInstanceId", visit.issue().journeyInstanceId())
                .set("stepId", String.valueOf(step))
                .set("kind", kind);
    }

    private record Felt(String stepId, Emotion emotion, int intensity) {}
}
