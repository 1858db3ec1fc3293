package nl.klantstem.stats;

/**
 * Watches the contacts of one driver against those of all others, bin by bin of some minutes: a busier day lifts all, so
 * the share is what tells. Four bets on the driver's odds being 1.25, 1.5, 2 and 3 times the baseline's; each is multiplied
 * by the likelihood ratio of the bin's counts, which the overdispersion tempers. Summed like the evidence of a
 * {@link Watch} and told in years.
 */
public final class Surge {

    private static final double[] TIMES = {1.25, 1.5, 2, 3};
    private static final double MINUTES_PER_YEAR = 525_960;

    /** No bin multiplies a bet by more than e^50. */
    private static final double MOST = 50;

    private final double threshold;
    private final double[] years;

    /**
     * A bin's contacts and what is usual.
     *
     * @param contacts of the driver
     * @param all contacts, the driver's among them
     * @param share the driver's usual share; during a planned peak the plan's
     * @param guard the odds may be so much higher with nothing wrong: .1 is a tenth
     * @param overdispersion a, 0 or more: the count's variance is mean (1 + a mean)
     * @param minutes since the last bin
     */
    public record Bin(long contacts, long all, double share, double guard, double overdispersion, double minutes) {

        public Bin {
            if (contacts < 0 || contacts > all || !(share > 0 && share < 1)) {
                throw new IllegalArgumentException(
                        contacts + " of " + all + " contacts where a share of " + share + " is usual");
            }
        }
    }

    public Surge(double toleratedPerYear) {
        this(toleratedPerYear, new double[TIMES.length]);
    }

    /** One that goes on with the evidence that another had, bet by bet. */
    public Surge(double toleratedPerYear, double[] years) {
        if (years.length != TIMES.length) {
            throw new IllegalArgumentException(years.length + " bets instead of " + TIMES.length);
        }
        threshold = 1 / toleratedPerYear;
        this.years = years.clone();
    }

    public void bin(Bin bin) {
        double odds = bin.share() / (1 - bin.share()) * (1 + bin.guard());
        double usual = odds / (1 + odds);
        double tempering = 1 + bin.overdispersion() * bin.all() * bin.share();
        for (int bet = 0; bet < TIMES.length; bet++) {
            double surged = TIMES[bet] * odds / (1 + TIMES[bet] * odds);
            double likelihood = (bin.contacts() * StrictMath.log(surged / usual)
                            + (bin.all() - bin.contacts()) * StrictMath.log((1 - surged) / (1 - usual)))
                    / tempering;
            years[bet] = (years[bet] + bin.minutes() / MINUTES_PER_YEAR / TIMES.length)
                    * StrictMath.exp(Math.max(-MOST, Math.min(MOST, likelihood)));
        }
    }

    /** The evidence of a surge, in years. */
    public double years() {
        double total = 0;
        for (double each : years) {
            total += each;
        }
        return total;
    }

    /** The evidence bet by bet: all it knows. */
    public double[] bets() {
        return years.clone();
    }

    /** The evidence is as strong as comes up by chance no more often than is tolerated. */
    public boolean isAlarm() {
        return years() >= threshold;
    }
}
