package nl.klantstem.stats;

import java.util.List;

/**
 * Parts of a sum as they are published: to 2 decimals, and still adding up to the rounded sum. What is rounded is how far the
 * sum has come: a part is the difference of two such roundings, less than .01 from what it is, and 0 when it is 0.
 */
public final class AddedUp {

    private static final int HUNDREDTHS = 100;

    private AddedUp() {}

    /**
     * The parts in hundredths.
     *
     * @param total their sum, which is taken instead of what they come to in floating point
     */
    public static long[] hundredths(List<Double> parts, double total) {
        var rounded = new long[parts.size()];
        double come = 0;
        long told = 0;
        for (int i = 0; i < rounded.length; i++) {
            come += parts.get(i);
            long next = hundredths(i == rounded.length - 1 ? total : come);
            rounded[i] = next - told;
            told = next;
        }
        return rounded;
    }

    /** A number in hundredths, rounded as {@link TwoDecimals}. */
    public static long hundredths(double value) {
        return Math.round(TwoDecimals.of(value) * HUNDREDTHS);
    }

    /** Hundredths as the number they are. */
    public static double of(long hundredths) {
        return (double) hundredths / HUNDREDTHS;
    }
}
