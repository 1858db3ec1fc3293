package nl.klantstem.app.alerts;

import java.util.SplittableRandom;

/** Random numbers that a seed decides, on every machine alike. */
final class Dice {

    private final SplittableRandom random;

    Dice(long seed) {
        // Split, so that neighbouring seeds give unrelated numbers.
        random = new SplittableRandom(seed).split();
    }

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    /** Others, which do not depend on how many are drawn here from now on. */
    Dice others() {
        return new Dice(random.split());
    }

    /** From 0 to below 1. */
    double share() {
        return random.nextDouble();
    }

    /** From 0 to below the bound. */
    long below(long bound) {
        return random.nextLong(bound);
    }

    /** Of the standard normal distribution (Box and Muller). */
    double normal() {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
    }

    /** Which of these classes, whose shares add up to 1. */
    int pick(double[] shares) {
        double left = random.nextDouble();
        for (int i = shares.length - 1; i > 0; i--) {
            left -= shares[i];
            if (left < 0) {
                return i;
            }
        }
        return 0;
    }

    /**
     * Of the Poisson distribution, by adding up its terms.
     *
     * @param none the probability of 0: e to the power of minus the mean
     */
    int poisson(double mean, double none) {
        double left = random.nextDouble() - none;
        double term = none;
        int n = 0;
        while (left >= 0 && term > 0) {
            n++;
            term *= mean / n;
            left -= term;
        }
        return n;
    }
}
