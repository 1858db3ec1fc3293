package nl.klantstem.stats;

import nl.klantstem.stats.Surge.Bin;

/**
 * Looks in an open surge for its end: one bet, of the same kind as those of a {@link Surge}, against "the odds are still at
 * least half of the way up", half of the way in factors: the root of the surge's ratio. Its evidence is told in years; one
 * false end in 30 days is tolerated.
 */
public final class SurgeEnd {

    private static final double MINUTES_PER_YEAR = 525_960;
    private static final double THRESHOLD = 30 / 365.25;

    /** A surge is taken for at least this large. */
    private static final double SMALLEST = 1.25;

    private static final double MOST = 50;

    private final double ratio;
    private double years;

    /**
     * Of a surge.
     *
     * @param ratio how many times the usual the odds were when the alarm went, at the least
     */
    public SurgeEnd(double ratio) {
        this(ratio, 0);
    }

    /** One that goes on with the evidence that another had. */
    public SurgeEnd(double ratio, double years) {
        this.ratio = ratio;
        this.years = years;
    }

    public void bin(Bin bin) {
        double half = Math.sqrt(Math.max(SMALLEST, ratio / (1 + bin.guard())));
        double likelihood = bin.likelihood(bin.odds() * half, 1 / half);
        years = (years + bin.minutes() / MINUTES_PER_YEAR)
                * StrictMath.exp(Math.max(-MOST, Math.min(MOST, likelihood)));
    }

    /** What it was given as the surge's ratio. */
    public double ratio() {
        return ratio;
    }

    /** The evidence so far, in years. */
    public double years() {
        return years;
    }

    /** The odds are back, at least half of the way. */
    public boolean isOver() {
        return years >= THRESHOLD;
    }
}
