package nl.klantstem.measure.journeys;

import java.util.EnumMap;
import java.util.List;
import nl.klantstem.contract.flow.JourneyFact;
import nl.klantstem.contract.flow.JourneyFact.Passage;
import nl.klantstem.contract.flow.ResponseFact;
import nl.klantstem.contract.flow.ResponseJourney.Felt;
import nl.klantstem.contract.flow.ResponseJourney.Met;
import nl.klantstem.contract.in.Emotion;
import nl.klantstem.contract.in.JourneyStepEvent.Experience;
import nl.klantstem.rolling.Tally;
import nl.klantstem.stats.Nps;
import org.jspecify.annotations.Nullable;

/** What a step of an instance, and an answer, add to a tally of steps. */
final class StepTally {

    /** Experience values from here on are good ones. */
    private static final int TOP = 4;

    private StepTally() {}

    static Tally step(JourneyFact.Step step, boolean late) {
        var n = new long[Positions.WIDTH];
        n[position(step.passage())] = 1;
        n[Positions.LATE] = late ? 1 : 0;
        Positions.TIMES.count(step.seconds(), Positions.DURATION, n);
        if (step.waitImposed()) {
            n[Positions.WAITS] = 1;
            Positions.TIMES.count(step.waitSeconds(), Positions.WAIT_LENGTH, n);
        }
        n[Positions.CONTACTS] = step.contacts();
        n[Positions.SECOND_CONTACTS] = step.secondContacts();
        @Nullable Experience experience = step.experience();
        if (experience != null) {
            n[position(experience)] = 1;
        }
        step.observed().forEach(emotion -> n[Positions.OBSERVED + Positions.EMOTIONS.indexOf(emotion)] = 1);
        return Tally.of(n);
    }

    /** What an answer of someone who met the step says about it; to the run of answers that begins at {@code run}. */
    static Tally answer(ResponseFact fact, Met met, int run) {
        List<Felt> felt = fact.way().felt().stream()
                .filter(each -> each.step().equals(met.step()))
                .toList();
        return answer(fact, met.badly() ? Positions.BAD : Positions.OTHERS, felt, run);
    }

    /** What an answer says about its journey as a whole: bad when it met any step badly. */
    static Tally answer(ResponseFact fact, int run) {
        List<Met> met = fact.way().met();
        int side =
                met.stream().anyMatch(Met::badly) ? Positions.BAD : met.isEmpty() ? Positions.UNMET : Positions.OTHERS;
        return answer(fact, side, fact.way().felt(), run);
    }

    private static Tally answer(ResponseFact fact, int side, List<Felt> felt, int run) {
        var n = new long[Positions.WIDTH];
        n[run + Positions.N] = 1;
        n[Positions.LATE] = fact.late() ? 1 : 0;
        n[Positions.UNMATCHED] = fact.unmatched() != null ? 1 : 0;
        @Nullable Integer nps = fact.nps();
        if (nps != null) {
            n[run + side + Nps.category(nps)] = 1;
        }
        fact.way().values().forEach((value, score) -> {
            int at = run + Positions.of(value);
            n[at] = 1;
            n[at + 1] = score;
            n[at + 2] = score >= TOP ? 1 : 0;
        });
        var strongest = new EnumMap<Emotion, Integer>(Emotion.class);
        felt.forEach(each -> strongest.merge(each.emotion(), each.intensity(), Math::max));
        strongest.forEach((emotion, intensity) -> n[run + Positions.of(emotion) + intensity - 1] = 1);
        return Tally.of(n);
    }

    static int position(Passage passage) {
        return switch (passage) {
            case OPEN -> Positions.OPEN;
            case COMPLETED -> Positions.COMPLETED;
            case ABANDONED -> Positions.ABANDONED;
        };
    }

    private static int position(Experience experience) {
        return switch (experience) {
            case POSITIVE -> Positions.POSITIVE;
            case NEUTRAL -> Positions.NEUTRAL;
            case NEGATIVE -> Positions.NEGATIVE;
        };
    }
}
