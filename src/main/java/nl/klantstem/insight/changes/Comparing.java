package nl.klantstem.insight.changes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.klantstem.contract.out.NpsChange.Change;
import nl.klantstem.contract.out.NpsChange.Comparison;
import nl.klantstem.contract.out.NpsChange.Segment;
import nl.klantstem.contract.out.NpsChange.Verdict;
import nl.klantstem.rolling.Figures;
import nl.klantstem.stats.AddedUp;
import nl.klantstem.stats.Decomposition;
import nl.klantstem.stats.Decomposition.Part;
import nl.klantstem.stats.Nps;
import nl.klantstem.stats.NpsDifference;
import nl.klantstem.stats.TwoDecimals;
import org.jspecify.annotations.Nullable;

/**
 * Holds a period against one before, and says why the score moved.
 *
 * @param total the answers of all segments
 * @param suppress whether groups too small for privacy are shown with their number only
 */
record Comparing(Scores total, Segments segments, boolean suppress) {

    /** The part of a change from which on one effect is its cause. */
    private static final double MOST = 2.0 / 3;

    Comparison with(Function<Scores, Nps> span, Span days) {
        Nps before = span.apply(total);
        boolean hidden = Figures.hidden(total.now(), suppress) || Figures.hidden(before, suppress);
        @Nullable
        NpsDifference difference =
                hidden ? null : NpsDifference.of(total.now(), before).orElse(null);
        if (difference == null) {
            return new Comparison(
                    days.start(), days.end(), ChangeFigures.score(before, suppress), Verdict.TOO_FEW, null);
        }
        Decomposition why =
                Decomposition.of(segments.in(span), segments.in(Scores::now)).orElseThrow();
        return new Comparison(
                days.start(),
                days.end(),
                ChangeFigures.score(before, suppress),
                verdict(difference, before, why.score()),
                change(difference, why.parts(), span));
    }

    private Verdict verdict(NpsDifference difference, Nps before, double score) {
        if (Math.min(total.now().n(), before.n()) < Nps.LOW_N_BELOW) {
            return Verdict.TOO_FEW;
        }
        if (difference.margin().low() <= 0 && difference.margin().high() >= 0) {
            return Verdict.NO_CHANGE;
        }
        double part = score / difference.points();
        if (part >= MOST) {
            return Verdict.SCORE;
        }
        return part <= 1 - MOST ? Verdict.MIX : Verdict.BOTH;
    }

    private Change change(NpsDifference difference, List<Part> parts, Function<Scores, Nps> span) {
        List<Double> effects = Stream.concat(
                        parts.stream().map(Part::score), parts.stream().map(Part::mix))
                .toList();
        long[] rounded = AddedUp.hundredths(effects, difference.points());
        long score = 0;
        long mix = 0;
        var told = new ArrayList<Segment>();
        for (int i = 0; i < parts.size(); i++) {
            long ofScore = rounded[i];
            long ofMix = rounded[parts.size() + i];
            score += ofScore;
            mix += ofMix;
            told.add(segment(segments.get(parts.get(i).segment()), span, ofScore, ofMix));
        }
        told.sort(Comparator.comparingDouble(
                segment -> -Math.abs(segment.scoreEffect()) - Math.abs(segment.mixEffect())));
        return new Change(
                TwoDecimals.of(difference.points()),
                Figures.interval(difference.margin()),
                TwoDecimals.of(difference.z()),
                AddedUp.of(score),
                AddedUp.of(mix),
                told);
    }

    private static Segment segment(Segments.Segment of, Function<Scores, Nps> span, long score, long mix) {
        Nps now = of.scores().now();
        Nps before = span.apply(of.scores());
        return new Segment(
                of.labels(),
                of.pooled(),
                now.n(),
                before.n(),
                ChangeFigures.points(now),
                ChangeFigures.points(before),
                AddedUp.of(score),
                AddedUp.of(mix));
    }
}
