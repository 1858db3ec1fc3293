package nl.klantstem.stats;

import java.util.Optional;

/**
 * The difference of two shares, -1 to 1: of the shares as they are, with its 95% interval by adjusted Wald (Agresti and
 * Caffo, Simple and effective confidence intervals for proportions and differences of proportions result from adding two
 * successes and two failures, The American Statistician 54, 2000: one success and one failure added to each): with
 * N = whole + 2 and p = (part + 1) / N of each, it is p1 - p0 +- 1.96 sqrt(p1 (1 - p1) / N1 + p0 (1 - p0) / N0), cut off at
 * -1 and 1.
 */
public record ShareDifference(double share, Margin margin) {

    private static final double ADDED_TO_EACH = 1;

    /** {@code one} minus {@code other}; absent when either is of nothing. */
    public static Optional<ShareDifference> of(Proportion one, Proportion other) {
        if (one.whole() == 0 || other.whole() == 0) {
            return Optional.empty();
        }
        double difference = mean(one) - mean(other);
        double half = Nps.Z975 * Math.sqrt(errorVariance(one) + errorVariance(other));
        return Optional.of(new ShareDifference(
                (double) one.part() / one.whole() - (double) other.part() / other.whole(),
                new Margin(Math.max(-1, difference - half), Math.min(1, difference + half))));
    }

    private static double size(Proportion of) {
        return of.whole() + 2 * ADDED_TO_EACH;
    }

    private static double mean(Proportion of) {
        return (of.part() + ADDED_TO_EACH) / size(of);
    }

    private static double errorVariance(Proportion of) {
        return mean(of) * (1 - mean(of)) / size(of);
    }
}
