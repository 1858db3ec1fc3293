package nl.klantstem.insight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import nl.klantstem.contract.out.DriverImpact;
import nl.klantstem.contract.out.Score;
import nl.klantstem.contract.out.ScoreExplanation;
import nl.klantstem.contract.out.ScoreExplanation.Segment;
import nl.klantstem.rolling.Figures;
import nl.klantstem.stats.Decomposition;
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
        return Decomposition.of(shown.before(), shown.after()).map(decomposition -> {
            var segments = new ArrayList<Segment>();
            decomposition.parts().forEach(part -> {
                Nps before = shown.before(part.segment());
                Nps after = shown.after(part.segment());
                segments.add(new Segment(
                        part.segment(),
                        before.n(),
                        after.n(),
                        score(before),
                        score(after),
                        TwoDecimals.of(part.score()),
                        TwoDecimals.of(part.mix())));
            });
            return new ScoreExplanation(
                    from,
                    to,
                    known(shown.allBefore()),
                    known(shown.allAfter()),
                    TwoDecimals.of(decomposition.change()),
                    TwoDecimals.of(decomposition.score()),
                    TwoDecimals.of(decomposition.mix()),
                    segments);
        });
    }

    /** The drivers that most detractors called about, most first; at most so many, none under 5 answers where those are hidden. */
    public List<DriverImpact> ofDetractors(SortedMap<String, Nps> drivers, int most) {
        return Impact.of(drivers).entrySet().stream()
                .filter(driver -> driver.getValue().own().detractors() > 0
                        && !Figures.hidden(driver.getValue().own(), suppress))
                .map(driver -> impact(driver.getKey(), driver.getValue()))
                .sorted(Comparator.comparingLong(DriverImpact::detractors)
                        .reversed()
                        .thenComparing(DriverImpact::driver))
                .limit(most)
                .toList();
    }

    private DriverImpact impact(String driver, Impact impact) {
        boolean hidden = Figures.hidden(impact.rest(), suppress);
        OptionalDouble points = impact.points();
        return new DriverImpact(
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
