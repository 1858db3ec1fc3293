package nl.klantstem.stats;

import java.util.function.ToDoubleFunction;

/**
 * Looks in an open incident for its end: one bet, of the same kind as those of a {@link Watch}, against "still at most half
 * of the way back". Its evidence is told in years too; one false end in so many days is tolerated.
 */
public final class Recovery {

    private static final double MINUTES_PER_YEAR = 525_960;
    private static final double DAYS_PER_YEAR = 365.25;

    private final int sign;
    private final double half;
    private final double stake;
    private final double threshold;
    private double years;

    /**
     * What is looked for.
     *
     * @param direction of the change that the incident is
     * @param score the usual one, in NPS points
     * @param size of the change when the alarm went, in NPS points, 0 or more
     * @param variance of a contribution, see {@link Norm#contributionVariance()}
     * @param smallest the smallest change worth knowing, in NPS points
     * @param days in which one false end is tolerated
     */
    public record Terms(Direction direction, double score, double size, double variance, double smallest, double days) {

        /** A false end in 30 days, for a drop. */
        public static Terms usual(double score, double size, double variance) {
            return new Terms(Direction.DROP, score, size, variance, WatchSettings.USUAL.smallest(), 30);
        }
    }

    public Recovery(Terms terms) {
        this(terms, 0);
    }

    /** One that goes on with the evidence that another had. */
    public Recovery(Terms terms, double years) {
        sign = terms.direction().sign();
        double way = Math.max(terms.smallest(), terms.size()) / 2 / 100;
        half = sign * terms.score() / 100 - way;
        stake = Math.min(way / (terms.variance() + way * way), 0.95 / (1 + half));
        threshold = terms.days() / DAYS_PER_YEAR;
        this.years = years;
    }

    /**
     * Takes a minute.
     *
     * @param elapsed minutes since the one before
     * @param shift what an answer of a segment usually contributes beyond the journey's, see {@link Norm#shift}
     */
    public void minute(double elapsed, Answers answers, ToDoubleFunction<String> shift) {
        years += elapsed / MINUTES_PER_YEAR;
        for (var segment : answers.counts().entrySet()) {
            double usually = shift.applyAsDouble(segment.getKey());
            int[] counts = segment.getValue();
            for (int score = 0; score < counts.length; score++) {
                double factor = 1 + stake * (sign * (Nps.contribution(score) - usually) - half);
                for (int i = 0; i < counts[score]; i++) {
                    years *= factor;
                }
            }
        }
    }

    /** The evidence so far, in years. */
    public double years() {
        return years;
    }

    /** The score is back, at least half of the way. */
    public boolean isRecovered() {
        return years >= threshold;
    }
}
