package nl.klantstem.insight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import nl.klantstem.contract.out.DetractorDriver;
import nl.klantstem.contract.out.Score;
import nl.klantstem.contract.out.ScoreExplanation;
import nl.klantstem.contract.out.ScoreExplanation.Segment;
import nl.klantstem.rolling.Figures;
import nl.klantstem.stats.AddedUp;
import nl.klantstem.stats.Decomposition;
import nl.klantstem.stats.Decomposition.Part;
import nl.klantstem.stats.Impact;
import nl.klantstem.stats.Nps;
import nl.klantstem.stats.Ratio;
import nl.klantstem.stats.TwoDecimals;
import org.jspecify.annotations.Nullable;

/** Why a score changed, and what contacts do to it, as it is published. */
public record Explanations(boolean suppress) {

    /** Empty when nobody answered in one of the two periods, or so few that they may not be shown. */
    public Optional<ScoreExplanation> explain(TwoPeriods periods, Instant from, Instant to) {
        if (Figures.hidden(periods.allBefore(), suppress) || Figures.hidden(periods.allAfter(), suppress)) {
            return Optional.empty();
        }
        TwoPeriods shown = suppress ? periods.pooled() : periods;
        return Decomposition.of(shown.before(), shown.after()).map(why -> explanation(why, shown, from, to));
    }

    /** What is published adds up as it stands: {@link AddedUp}. */
    private ScoreExplanation explanation(Decomposition why, TwoPeriods shown, Instant from, Instant to) {
        long change = AddedUp.hundredths(why.change());
        long scores = AddedUp.hundredths(why.score());
        long[] byScore =
                AddedUp.hundredths(why.parts().stream().map(Part::score).toList(), AddedUp.of(scores));
        long[] byMix = AddedUp.hundredths(why.parts().stream().map(Part::mix).toList(), AddedUp.of(change - scores));
        var segments = new ArrayList<Segment>();
        for (int i = 0; i < byScore.length; i++) {
            String segment = why.parts().get(i).segment();
            Nps before = shown.before(segment);
            Nps after = shown.after(segment);
            segments.add(new Segment(
                    segment,
                    before.n(),
                    after.n(),
                    score(before),
                    score(after),
                    AddedUp.of(byScore[i]),
                    AddedUp.of(byMix[i])));
        }
        return new ScoreExplanation(
                from,
                to,
                known(shown.allBefore()),
                known(shown.allAfter()),
                AddedUp.of(change),
                AddedUp.of(scores),
                AddedUp.of(change - scores),
                segments);
    }

    /** The drivers that most detractors called about, most first; at most so many, none under 5 answers where those are hidden. */
    public List<DetractorDriver> ofDetractors(SortedMap<String, Nps> drivers, int most) {
        return Impact.of(drivers).entrySet().stream()
                .filter(driver -> driver.getValue().own().detractors() > 0
                        && !Figures.hidden(driver.getValue().own(), suppress))
                .map(driver -> impact(driver.getKey(), driver.getValue()))
                .sorted(Comparator.comparingLong(DetractorDriver::detractors)
                        .reversed()
                        .thenComparing(DetractorDriver::driver))
                .limit(most)
                .toList();
    }

    private DetractorDriver impact(String driver, Impact impact) {
        boolean hidden = Figures.hidden(impact.rest(), suppress);
        OptionalDouble points = impact.points();
        return new DetractorDriver(
                driver,
                impact.own().n(),
                impact.own().detractors(),
                Ratio.of(impact.share()),
                score(impact.own()),
                points.isEmpty() || hidden ? null : (Double) TwoDecimals.of(points.getAsDouble()));
    }

    private Score known(Nps nps) {
        return Objects.requireNonNull(Figures.score(nps, suppress));
    }

    private static @Nullable Double score(Nps nps) {
        OptionalDouble score = nps.rounded();
        return score.isPresent() ? (Double) score.getAsDouble() : null;
    }
}
