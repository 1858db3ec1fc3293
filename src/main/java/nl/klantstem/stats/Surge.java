package nl.klantstem.stats;

import java.util.Arrays;

/**
 * Watches the contacts of one driver against those of all others, bin by bin of some minutes: a busier day lifts all, so
 * the share is what tells. Four bets on the driver's odds being 1.25, 1.5, 2 and 3 times the baseline's; each is multiplied
 * by the likelihood ratio of the bin's counts, which the overdispersion tempers. Summed like the evidence of a
 * {@link Watch} and told in years.
 */
public final class Surge {

    private static final double[] TIMES = {1.25, 1.5, 2, 3};
    private static final int NUMBERS_OF_BET = 3;
    private static final double MINUTES_PER_YEAR = 525_960;

    /** No bin multiplies a bet by more than e^50. */
    private static final double MOST = 50;

    private final double threshold;
    private final double[] years = new double[TIMES.length];
    /** What a capital of 1, put in when the bet last had nothing to lose, has become: a surge began where it last was 1. */
    private final double[] growth = new double[TIMES.length];

    private final long[] since = new long[TIMES.length];

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

        /** The usual odds, those of nothing wrong at the most. */
        double odds() {
            return share / (1 - share) * (1 + guard);
        }

        /** By how much contacts that come together tell less than as many that come alone: 1 or more. */
        double tempering() {
            return 1 + overdispersion * all * share;
        }

        /** The logarithm of how much more likely these counts are at some times the odds than at the odds, tempered. */
        double likelihood(double odds, double times) {
            double fewerOthers = StrictMath.log((1 + times * odds) / (1 + odds));
            return (contacts * StrictMath.log(times) - all * fewerOthers) / tempering();
        }
    }

    public Surge(double toleratedPerYear) {
        threshold = 1 / toleratedPerYear;
        Arrays.fill(growth, 1);
    }

    /** One that goes on with the numbers of another. */
    public Surge(double toleratedPerYear, double[] numbers) {
        if (numbers.length != NUMBERS_OF_BET * TIMES.length) {
            throw new IllegalArgumentException(numbers.length + " numbers instead of " + NUMBERS_OF_BET * TIMES.length);
        }
        threshold = 1 / toleratedPerYear;
        for (int bet = 0; bet < TIMES.length; bet++) {
            years[bet] = numbers[NUMBERS_OF_BET * bet];
            growth[bet] = numbers[NUMBERS_OF_BET * bet + 1];
            since[bet] = (long) numbers[NUMBERS_OF_BET * bet + 2];
        }
    }

    /**
     * Takes the next bin.
     *
     * @param from its first minute
     */
    public void bin(long from, Bin bin) {
        double odds = bin.odds();
        for (int bet = 0; bet < TIMES.length; bet++) {
            if (growth[bet] <= 1) {
                growth[bet] = 1;
                since[bet] = from;
            }
            double likelihood = bin.likelihood(odds, TIMES[bet]);
            double factor = StrictMath.exp(Math.max(-MOST, Math.min(MOST, likelihood)));
            years[bet] = (years[bet] + bin.minutes() / MINUTES_PER_YEAR / TIMES.length) * factor;
            growth[bet] = Math.min(growth[bet] * factor, Double.MAX_VALUE);
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

    /** The first minute of the bin in which what the largest bet sees began; the first that it ever took if it took none. */
    public long since() {
        int largest = 0;
        for (int bet = 1; bet < TIMES.length; bet++) {
            if (years[bet] > years[largest]) {
                largest = bet;
            }
        }
        return since[largest];
    }

    /** All it knows. */
    public double[] numbers() {
        var numbers = new double[NUMBERS_OF_BET * TIMES.length];
        for (int bet = 0; bet < TIMES.length; bet++) {
            numbers[NUMBERS_OF_BET * bet] = years[bet];
            numbers[NUMBERS_OF_BET * bet + 1] = growth[bet];
            numbers[NUMBERS_OF_BET * bet + 2] = since[bet];
        }
        return numbers;
    }

    /** The evidence is as strong as comes up by chance no more often than is tolerated. */
    public boolean isAlarm() {
        return years() >= threshold;
    }
}
