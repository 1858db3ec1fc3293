package nl.klantstem.stats;

import java.util.Optional;
import java.util.OptionalDouble;

/** A part of a whole, from 0 to 1, with its margin. Nothing of nothing is not a part of zero: then there is none. */
public record Proportion(long part, long whole) {

    /** What adjusted Wald adds to the part and to the rest each. */
    private static final double ADDED_TO_EACH = 2;

    public Proportion {
        if (part < 0 || part > whole) {
            throw new IllegalArgumentException("a part of " + part + " of a whole of " + whole);
        }
    }

    /** As it is published: to 4 decimals. */
    public OptionalDouble rounded() {
        return Ratio.of(part, whole);
    }

    /**
     * The 95% interval by adjusted Wald (Agresti and Coull, Approximate is better than "exact" for interval estimation of
     * binomial proportions, The American Statistician 52, 1998: two successes and two failures added): with N = whole + 4
     * and p = (part + 2) / N, it is p +- 1.96 sqrt(p (1 - p) / N), cut off at 0 and 1.
     */
    public Optional<Margin> margin() {
        if (whole == 0) {
            return Optional.empty();
        }
        double size = whole + 2 * ADDED_TO_EACH;
        double mean = (part + ADDED_TO_EACH) / size;
        double half = Nps.Z975 * Math.sqrt(mean * (1 - mean) / size);
        return Optional.of(new Margin(Math.max(0, mean - half), Math.min(1, mean + half)));
    }
}
