package nl.klantstem.stats;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A Net Promoter Score: 100 (promoters - detractors) / n, from -100 to 100, with its margin. Nobody answered is not a score
 * of zero: then there is none.
 */
public record Nps(long promoters, long passives, long detractors) {

    /** Fewer answers than this could be traced to people. */
    public static final int SUPPRESSED_BELOW = 5;

    /** Fewer answers than this say little. */
    public static final int LOW_N_BELOW = 30;

    /** The 97.5% quantile of the normal distribution: "1.96". */
    static final double Z975 = 1.959963984540054;

    /** What adjusted Wald adds: 3/4 promoter, 3/2 passive, 3/4 detractor. */
    private static final double ADDED_AT_EACH_END = 0.75;

    private static final double ADDED = 3;

    /** What the number of answers allows to be said. */
    public enum Trust {
        SUPPRESSED,
        LOW_N,
        OK
    }

    public Nps {
        if (promoters < 0 || passives < 0 || detractors < 0) {
            throw new IllegalArgumentException(
                    "negative count: promoters " + promoters + ", passives " + passives + ", detractors " + detractors);
        }
    }

    /** Where an answer 0..10 counts, in the order of the record: 0 promoter (9 and 10), 1 passive (7 and 8), 2 detractor. */
    public static int category(int score) {
        return score >= 9 ? 0 : score >= 7 ? 1 : 2;
    }

    /** What an answer 0..10 adds to promoters minus detractors: +1, 0 or -1. */
    public static int contribution(int score) {
        return 1 - category(score);
    }

    public long n() {
        return promoters + passives + detractors;
    }

    public Nps plus(Nps other) {
        return new Nps(promoters + other.promoters, passives + other.passives, detractors + other.detractors);
    }

    public Nps minus(Nps other) {
        return new Nps(promoters - other.promoters, passives - other.passives, detractors - other.detractors);
    }

    /** The score in full precision. */
    public OptionalDouble score() {
        return n() == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * (promoters - detractors) / n());
    }

    /** The score as it is published: to 2 decimals, computed from the counts without error. */
    public OptionalDouble rounded() {
        return n() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(TwoDecimals.ofRatio(100 * (promoters - detractors), n()));
    }

    /**
     * The 95% interval by adjusted Wald (Agresti and Coull, for a difference of two proportions of one multinomial): with N =
     * n + 3, x = (p - d) / N and v = (p + d + 1.5) / N - x^2, it is 100 (x +- 1.96 sqrt(v / N)), cut off at +-100.
     */
    public Optional<Margin> margin() {
        if (n() == 0) {
            return Optional.empty();
        }
        double mean = adjustedMean();
        double half = Z975 * Math.sqrt(errorVariance());
        return Optional.of(new Margin(Math.max(-100, 100 * (mean - half)), Math.min(100, 100 * (mean + half))));
    }

    /** x: the mean contribution (-1 to 1) of the answers with those that adjusted Wald adds. */
    double adjustedMean() {
        return (promoters - detractors) / adjustedSize();
    }

    /** v / N: the variance of that mean. */
    double errorVariance() {
        return variance() / adjustedSize();
    }

    /** N: the answers with those that adjusted Wald adds. */
    double adjustedSize() {
        return n() + ADDED;
    }

    /** The variance of one answer's contribution, 0 to 1, with what adjusted Wald adds; about .6 at a score of 40. */
    public double variance() {
        double mean = adjustedMean();
        return (promoters + detractors + 2 * ADDED_AT_EACH_END) / adjustedSize() - mean * mean;
    }

    public Trust trust() {
        if (n() < SUPPRESSED_BELOW) {
            return Trust.SUPPRESSED;
        }
        return n() < LOW_N_BELOW ? Trust.LOW_N : Trust.OK;
    }
}
