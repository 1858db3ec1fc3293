package nl.klantstem.measure.journeys;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.klantstem.contract.in.Emotion;
import nl.klantstem.contract.in.SurveyResponse.ExperienceValue;
import nl.klantstem.contract.out.JourneySteps.Answers;
import nl.klantstem.contract.out.JourneySteps.Difference;
import nl.klantstem.contract.out.JourneySteps.Felt;
import nl.klantstem.contract.out.JourneySteps.Hurt;
import nl.klantstem.contract.out.JourneySteps.Reading;
import nl.klantstem.contract.out.JourneySteps.Value;
import nl.klantstem.contract.out.RankRange;
import nl.klantstem.contract.out.Score;
import nl.klantstem.contract.out.Share;
import nl.klantstem.rolling.Figures;
import nl.klantstem.stats.Nps;
import nl.klantstem.stats.NpsDifference;
import nl.klantstem.stats.TwoDecimals;
import org.jspecify.annotations.Nullable;

/**
 * What a run of answers in a tally of steps says.
 *
 * @param counts by position
 * @param run where the answers begin
 * @param suppress whether groups too small for privacy are published with their number only
 */
record StepAnswers(long[] counts, int run, boolean suppress) {

    /** All answers; absent without any. */
    @Nullable
    Answers all() {
        long n = counts[run + Positions.N];
        if (n == 0) {
            return null;
        }
        Nps bad = side(Positions.BAD);
        Nps others = side(Positions.OTHERS);
        Nps unmet = side(Positions.UNMET);
        var all = new Nps(
                bad.promoters() + others.promoters() + unmet.promoters(),
                bad.passives() + others.passives() + unmet.passives(),
                bad.detractors() + others.detractors() + unmet.detractors());
        boolean hidden = isHidden(n);
        return new Answers(n, Figures.score(all, suppress), hidden ? null : values(), hidden ? null : emotions(n));
    }

    /** Those who met it badly held against the others; absent when nobody did. */
    @Nullable
    Hurt hurt(@Nullable RankRange rank) {
        Nps bad = side(Positions.BAD);
        Nps others = side(Positions.OTHERS);
        if (bad.n() == 0) {
            return null;
        }
        // All answers are shown too: of two sides the one that is shown would give away the other.
        boolean hidden = Figures.hidden(bad, suppress) || Figures.hidden(others, suppress);
        @Nullable NpsDifference difference = difference().orElse(null);
        return new Hurt(
                score(bad, hidden),
                score(others, hidden),
                hidden || difference == null
                        ? null
                        : new Difference(TwoDecimals.of(difference.points()), Figures.interval(difference.margin())),
                rank,
                Reading.ASSOCIATION);
    }

    /** Bad minus others; empty without answers on either side. */
    Optional<NpsDifference> difference() {
        return NpsDifference.of(side(Positions.BAD), side(Positions.OTHERS));
    }

    /** Whether there are enough answers on either side to rank it. */
    boolean isRanked() {
        return side(Positions.BAD).trust() == Nps.Trust.OK
                && side(Positions.OTHERS).trust() == Nps.Trust.OK;
    }

    private @Nullable Score score(Nps nps, boolean hidden) {
        if (nps.n() == 0) {
            return null;
        }
        return hidden ? Figures.numberOnly(nps) : Figures.score(nps, suppress);
    }

    private Nps side(int side) {
        int at = run + side;
        return new Nps(counts[at], counts[at + 1], counts[at + 2]);
    }

    private @Nullable Map<ExperienceValue, Value> values() {
        var values = new EnumMap<ExperienceValue, Value>(ExperienceValue.class);
        for (ExperienceValue value : Positions.EXPERIENCE_VALUES) {
            int at = run + Positions.of(value);
            long n = counts[at];
            if (n > 0) {
                values.put(
                        value,
                        isHidden(n)
                                ? new Value(n, null, null)
                                : new Value(
                                        n, TwoDecimals.ofRatio(counts[at + 1], n), Figures.ratio(counts[at + 2], n)));
            }
        }
        return values.isEmpty() ? null : values;
    }

    private @Nullable Map<Emotion, Felt> emotions(long answers) {
        var emotions = new EnumMap<Emotion, Felt>(Emotion.class);
        for (Emotion emotion : Positions.EMOTIONS) {
            int at = run + Positions.of(emotion);
            List<Long> byIntensity = IntStream.range(at, at + Positions.INTENSITIES)
                    .mapToObj(i -> counts[i])
                    .toList();
            long n = byIntensity.stream().mapToLong(Long::longValue).sum();
            @Nullable Share share = Figures.share(n, answers);
            if (n > 0 && share != null) {
                emotions.put(emotion, new Felt(n, share, byIntensity));
            }
        }
        return emotions.isEmpty() ? null : emotions;
    }

    private boolean isHidden(long n) {
        return suppress && n < Nps.SUPPRESSED_BELOW;
    }
}
