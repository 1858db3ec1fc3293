package nl.klantstem.rolling;

import java.util.List;
import java.util.OptionalDouble;
import nl.klantstem.contract.out.Interval;
import nl.klantstem.contract.out.RankRange;
import nl.klantstem.contract.out.Reliability;
import nl.klantstem.contract.out.Score;
import nl.klantstem.contract.out.Share;
import nl.klantstem.stats.Margin;
import nl.klantstem.stats.Nps;
import nl.klantstem.stats.Proportion;
import nl.klantstem.stats.Rank;
import nl.klantstem.stats.Ratio;
import nl.klantstem.stats.TwoDecimals;
import org.jspecify.annotations.Nullable;

/** Numbers as they are published, absent where there is nothing to say. */
public final class Figures {

    private Figures() {}

    /** A part of a whole, 0..1; absent of nothing. */
    public static @Nullable Double ratio(long part, long whole) {
        return orNull(Ratio.of(part, whole));
    }

    /** How many per thousand; absent per nothing. */
    public static @Nullable Double per1000(long part, long whole) {
        return whole == 0 ? null : (Double) TwoDecimals.ofRatio(1000 * part, whole);
    }

    /** The interval of a score, or of a difference of two, in points. */
    public static Interval interval(Margin margin) {
        Margin rounded = margin.rounded();
        return new Interval(rounded.low(), rounded.high());
    }

    /** A part of a whole with its interval; absent of nothing. */
    public static @Nullable Share share(long part, long whole) {
        var proportion = new Proportion(part, whole);
        @Nullable Margin margin = proportion.margin().orElse(null);
        return margin == null
                ? null
                : new Share(
                        part,
                        whole,
                        proportion.rounded().orElseThrow(),
                        new Interval(Ratio.of(margin.low()), Ratio.of(margin.high())));
    }

    /** The ranks that one with this interval may have among all, itself included. */
    public static RankRange rank(Margin own, List<Margin> all) {
        Rank rank = Rank.of(own, all);
        return new RankRange(rank.from(), rank.to(), all.size(), rank.distinguishable());
    }

    public static Reliability reliability(Nps nps) {
        return switch (nps.trust()) {
            case SUPPRESSED -> Reliability.SUPPRESSED;
            case LOW_N -> Reliability.LOW_N;
            case OK -> Reliability.OK;
        };
    }

    /** Whether a group is too small to be shown. */
    public static boolean hidden(Nps nps, boolean suppress) {
        return suppress && nps.n() > 0 && nps.trust() == Nps.Trust.SUPPRESSED;
    }

    /** A group's score; absent without answers. */
    public static @Nullable Score score(Nps nps, boolean suppress) {
        if (nps.n() == 0) {
            return null;
        }
        if (hidden(nps, suppress)) {
            return numberOnly(nps);
        }
        return new Score(
                nps.n(),
                nps.promoters(),
                nps.passives(),
                nps.detractors(),
                orNull(nps.rounded()),
                interval(nps.margin().orElseThrow()),
                reliability(nps));
    }

    /** What is shown of a group that is too small, or would give one away that is. */
    public static Score numberOnly(Nps nps) {
        return new Score(nps.n(), null, null, null, null, null, Reliability.SUPPRESSED);
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? (Double) value.getAsDouble() : null;
    }
}
