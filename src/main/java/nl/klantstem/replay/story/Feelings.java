package nl.klantstem.replay.story;

import static nl.klantstem.contract.in.Emotion.ANGER;
import static nl.klantstem.contract.in.Emotion.DISAPPOINTMENT;
import static nl.klantstem.contract.in.Emotion.DISCONTENT;
import static nl.klantstem.contract.in.Emotion.FRUSTRATION;
import static nl.klantstem.contract.in.Emotion.INDIFFERENCE;
import static nl.klantstem.contract.in.Emotion.JOY;
import static nl.klantstem.contract.in.Emotion.SURPRISE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.klantstem.contract.in.Emotion;
import nl.klantstem.contract.in.JourneyStepEvent.Experience;
import nl.klantstem.contract.in.SurveyResponse.ExperienceValue;
import nl.klantstem.replay.shop.Dice;

/**
 * What a customer feels on the way: drawn from what happened there and from a mood that what happened has moved too.
 *
 * @param mood the higher the better; how customers of one chapter compare decides how they score
 * @param values of the experience, 1..5
 */
record Feelings(double mood, List<Felt> felt, Map<String, Integer> values) {

    /** An emotion at a step; intensity 1..3. */
    record Felt(String stepId, Emotion emotion, int intensity) {}

    Feelings {
        felt = List.copyOf(felt);
    }

    /** How a step was, as far as it can be told from these feelings. */
    Experience at(String stepId) {
        boolean bad = felt.stream()
                .anyMatch(f -> f.stepId().equals(stepId) && f.emotion().isNegative());
        boolean good = felt.stream()
                .anyMatch(f -> f.stepId().equals(stepId) && !f.emotion().isNegative());
        return bad ? Experience.NEGATIVE : good ? Experience.POSITIVE : Experience.NEUTRAL;
    }

    static Feelings of(Trouble trouble, Dice dice) {
        var drawing = new Drawing(dice, mood(trouble, dice));
        drawing.steps(trouble);
        return new Feelings(drawing.mood, drawing.felt, drawing.values(trouble));
    }

    private static double mood(Trouble trouble, Dice dice) {
        return dice.gaussian()
                - (trouble.waited() ? 0.8 : 0)
                - (trouble.again() ? 0.4 : 0)
                + (trouble.reorderedByAgent() ? 0.6 : 0)
                + (tailored(trouble) ? 0.6 : 0);
    }

    private static boolean tailored(Trouble trouble) {
        return trouble.calls().stream().anyMatch(c -> c.occasion() != null) && trouble.reorderedByAgent();
    }

    private static final class Drawing {

        /** How much likelier a bad feeling is in a bad mood. */
        private static final double TINT = 0.12;

        private final Dice dice;
        private final double mood;
        private final List<Felt> felt = new ArrayList<>();

        Drawing(Dice dice, double mood) {
            this.dice = dice;
            this.mood = mood;
        }

        void steps(Trouble trouble) {
            feel("0", DISAPPOINTMENT, 0.2);
            feel("1", INDIFFERENCE, 0.1);
            feel("2", FRUSTRATION, 0.12);
            if (trouble.waited()) {
                feel("3", ANGER, trouble.again() ? 0.4 : 0.2);
                feel("3", FRUSTRATION, trouble.again() ? 0.5 : 0.3);
            }
            // Nobody asks for proof or forms, and who was not made to wait can be glad of it.
            feel("3", SURPRISE, trouble.waited() ? 0.1 : 0.4);
            feel("3", JOY, trouble.waited() ? 0.05 : 0.3);
            feel("3", INDIFFERENCE, 0.12);
            if (trouble.reorderedByAgent()) {
                feel("4", JOY, 0.45);
                feel("4", SURPRISE, tailored(trouble) ? 0.6 : 0.2);
            } else if (trouble.arrives()) {
                feel("3", JOY, 0.2);
            } else {
                // The money is back, the present is not: ordering again is for the customer alone.
                feel("4", DISAPPOINTMENT, 0.3);
                feel("4", DISCONTENT, 0.22);
            }
        }

        Map<String, Integer> values(Trouble trouble) {
            double slow = trouble.waited() ? 0.9 : 0;
            double done = trouble.reorderedByAgent() ? 0.6 : 0;
            var values = new LinkedHashMap<String, Integer>();
            values.put(ExperienceValue.RELIEVE.name(), value(3.4 - slow + done));
            values.put(ExperienceValue.PERSONAL.name(), value(3.7 - slow / 3));
            values.put(ExperienceValue.TAILORED.name(), value(3.0 + done + (tailored(trouble) ? 0.8 : 0)));
            values.put(ExperienceValue.EXCEED.name(), value(3.1 - slow / 2 + done));
            values.put(ExperienceValue.CO_BUILD.name(), value(3.2));
            return values;
        }

        private int value(double usual) {
            return (int) Math.max(1, Math.min(5, Math.round(usual + 0.4 * mood + 0.6 * dice.gaussian())));
        }

        private void feel(String stepId, Emotion emotion, double usual) {
            double tint = emotion.isNegative() ? -TINT * mood : emotion == INDIFFERENCE ? 0 : TINT / 2 * mood;
            boolean known = felt.stream().anyMatch(f -> f.stepId().equals(stepId) && f.emotion() == emotion);
            if (dice.chance(usual + tint) && !known) {
                felt.add(new Felt(stepId, emotion, 1 + dice.below(3)));
            }
        }
    }
}
