package nl.klantstem.expose;

import static nl.klantstem.expose.Figure.part;
import static nl.klantstem.expose.Figure.row;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.klantstem.contract.flow.JourneyFact.Passage;
import nl.klantstem.contract.in.Emotion;
import nl.klantstem.contract.in.JourneyStepEvent.Experience;
import nl.klantstem.contract.out.JourneyOutcomes;
import nl.klantstem.contract.out.JourneyOutcomes.Counters;
import nl.klantstem.contract.out.JourneySteps;
import nl.klantstem.contract.out.JourneySteps.Answers;
import nl.klantstem.contract.out.JourneySteps.Experienced;
import nl.klantstem.contract.out.JourneySteps.Felt;
import nl.klantstem.expose.Figure.Part;
import nl.klantstem.expose.Figure.Total;
import nl.klantstem.stats.Nps;
import org.jspecify.annotations.Nullable;

/** What of journey-steps and journey-outcomes is shown: where customers stand and how they feel, and what it led to. */
final class JourneyFigures {

    private JourneyFigures() {}

    static List<Figure<JourneySteps>> ofSteps() {
        return List.of(
                row(
                        MetricCatalogue.JOURNEY_STEP_WINDOW,
                        Shape.STEPS_JOURNEY_STEP,
                        Span.LONGEST_UP_TO_A_MONTH,
                        part(Passage.COMPLETED.name(), JourneySteps::completed),
                        part(Passage.ABANDONED.name(), JourneySteps::abandoned),
                        part(Passage.OPEN.name(), JourneySteps::open)),
                row(
                        MetricCatalogue.JOURNEY_STEP_EXPERIENCE_WINDOW,
                        Shape.STEPS_JOURNEY_STEP,
                        Span.LONGEST_UP_TO_A_MONTH,
                        part(Experience.POSITIVE.name(), value -> experienced(value, Experience.POSITIVE)),
                        part(Experience.NEUTRAL.name(), value -> experienced(value, Experience.NEUTRAL)),
                        part(Experience.NEGATIVE.name(), value -> experienced(value, Experience.NEGATIVE))),
                new Figure<>(
                        MetricCatalogue.JOURNEY_STEP_EMOTION_WINDOW,
                        Shape.STEPS_JOURNEY_STEP,
                        Span.LONGEST_UP_TO_A_MONTH,
                        emotions()),
                new Figure<>(
                        MetricCatalogue.JOURNEY_STEP_RESPONSES_WINDOW,
                        Shape.STEPS_JOURNEY_STEP,
                        Span.LONGEST_UP_TO_A_MONTH,
                        NpsFigures.ofScore(value -> {
                            @Nullable Answers answers = value.answers();
                            return answers == null ? null : answers.nps();
                        })));
    }

    static List<Figure<JourneyOutcomes>> ofOutcomes() {
        return Figure.totals(
                Shape.JOURNEYS_JOURNEY,
                new Total<>(MetricCatalogue.JOURNEY_OUTCOMES, value -> value.totals()
                        .counted()),
                new Total<>(MetricCatalogue.JOURNEY_OUTCOMES_CORRECTED, value -> value.totals()
                        .corrected()),
                List.of(
                        part("STARTED", Counters::instances),
                        part(Passage.COMPLETED.name(), Counters::completed),
                        part(Passage.ABANDONED.name(), Counters::abandoned),
                        part("DUE", Counters::due),
                        part("REORDERED", Counters::reordered),
                        part("REORDERED_BY_AGENT", Counters::reorderedByAgent),
                        part("CREDITED", Counters::credited),
                        part("FOUND", Counters::found),
                        part("KEPT", Counters::kept),
                        part("REFUNDED", Counters::refunded),
                        part("LEAKAGE_DUE", Counters::leakageDue),
                        part("LEAKAGE", Counters::leakage)));
    }

    /** Whether a value has all that the figures are made of. */
    static boolean isWhole(JourneyOutcomes value) {
        JourneyOutcomes.@Nullable Totals totals = value.totals();
        return totals != null && totals.counted() != null && totals.corrected() != null;
    }

    private static long experienced(JourneySteps value, Experience experience) {
        @Nullable Experienced experienced = value.experience();
        if (experienced == null) {
            return 0;
        }
        return switch (experience) {
            case POSITIVE -> experienced.positive();
            case NEUTRAL -> experienced.neutral();
            case NEGATIVE -> experienced.negative();
        };
    }

    private static List<Part<JourneySteps>> emotions() {
        return Stream.of(Emotion.values())
                .map(emotion -> Figure.<JourneySteps>part(emotion.name(), value -> felt(value.answers(), emotion)))
                .toList();
    }

    private static long felt(@Nullable Answers answers, Emotion emotion) {
        if (answers == null) {
            return 0;
        }
        @Nullable Map<Emotion, Felt> emotions = answers.emotions();
        if (emotions == null) {
            return answers.n() < Nps.SUPPRESSED_BELOW ? Figure.HIDDEN : 0;
        }
        @Nullable Felt felt = emotions.get(emotion);
        return felt == null ? 0 : felt.n();
    }
}
