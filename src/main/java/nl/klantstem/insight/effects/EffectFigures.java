package nl.klantstem.insight.effects;

import java.util.List;
import java.util.stream.IntStream;
import nl.klantstem.contract.out.Interval;
import nl.klantstem.contract.out.MeasureEffect.Basis;
import nl.klantstem.contract.out.MeasureEffect.Change;
import nl.klantstem.contract.out.MeasureEffect.Effect;
import nl.klantstem.contract.out.MeasureEffect.Needed;
import nl.klantstem.contract.out.MeasureEffect.NpsEffect;
import nl.klantstem.contract.out.MeasureEffect.Power;
import nl.klantstem.contract.out.MeasureEffect.Reorders;
import nl.klantstem.rolling.Figures;
import nl.klantstem.stats.DifferenceInDifferences;
import nl.klantstem.stats.Margin;
import nl.klantstem.stats.NpsDifference;
import nl.klantstem.stats.Ratio;
import nl.klantstem.stats.ShareDifference;
import nl.klantstem.stats.TwoDecimals;
import org.jspecify.annotations.Nullable;

/** The figures of a measure as they are published. */
record EffectFigures(boolean suppress) {

    /** The farthest that one change, or one less another, can be from 0, in points. */
    private static final double FARTHEST = 200;

    private static final double FARTHEST_OF_TWO = 400;
    private static final int[] PLANNED_FOR = {5, 10, 20};

    NpsEffect nps(Groups groups) {
        return new NpsEffect(
                change(groups.scope()), groups.control() == null ? null : change(groups.control()), effect(groups));
    }

    private Change change(DifferenceInDifferences.Change of) {
        boolean hidden = Figures.hidden(of.before(), suppress) || Figures.hidden(of.after(), suppress);
        @Nullable
        NpsDifference difference =
                hidden ? null : NpsDifference.of(of.after(), of.before()).orElse(null);
        return new Change(
                Figures.score(of.before(), suppress),
                Figures.score(of.after(), suppress),
                difference == null ? null : (Double) TwoDecimals.of(difference.points()),
                difference == null ? null : Figures.interval(difference.margin()));
    }

    private @Nullable Effect effect(Groups groups) {
        Groups.@Nullable Seen seen = groups.seen().orElse(null);
        if (seen == null || isHidden(groups)) {
            return null;
        }
        boolean against = groups.control() != null;
        double farthest = against ? FARTHEST_OF_TWO : FARTHEST;
        Margin anytime = seen.anytime();
        return new Effect(
                against ? Basis.AGAINST_CONTROL : Basis.BEFORE_AFTER,
                TwoDecimals.of(seen.points()),
                Figures.interval(seen.margin()),
                Figures.interval(new Margin(Math.max(-farthest, anytime.low()), Math.min(farthest, anytime.high()))),
                TwoDecimals.of(seen.z()));
    }

    /** Absent without answers before, or when it would give away what a small group said. */
    @Nullable
    Power power(Groups groups) {
        if (groups.scope().before().n() == 0 || isHidden(groups)) {
            return null;
        }
        List<Needed> needed = IntStream.of(PLANNED_FOR)
                .mapToObj(points ->
                        new Needed(points, nl.klantstem.stats.Power.answersPerGroup(points, groups.variance())))
                .toList();
        return new Power(points(groups.detectable()), groups.expected(), points(groups.detectableAtEnd()), needed);
    }

    private static @Nullable Double points(double detectable) {
        return Double.isInfinite(detectable) ? null : (Double) TwoDecimals.of(detectable);
    }

    /** Absent without instances. */
    static @Nullable Reorders reorders(Counting.Reordered reordered, boolean settled) {
        if (reordered.before().whole() + reordered.after().whole() == 0) {
            return null;
        }
        @Nullable
        ShareDifference difference =
                ShareDifference.of(reordered.after(), reordered.before()).orElse(null);
        return new Reorders(
                Figures.share(reordered.before().part(), reordered.before().whole()),
                Figures.share(reordered.after().part(), reordered.after().whole()),
                difference == null ? null : (Double) Ratio.of(difference.share()),
                difference == null
                        ? null
                        : new Interval(
                                Ratio.of(difference.margin().low()),
                                Ratio.of(difference.margin().high())),
                settled);
    }

    private boolean isHidden(Groups groups) {
        return groups.all().stream().anyMatch(group -> Figures.hidden(group, suppress));
    }
}
