package nl.klantstem.stats;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;

/** Parts of a whole as they are published: to 4 decimals, half away from zero. */
public final class Ratio {

    private static final int DECIMALS = 4;

    private Ratio() {}

    /** A number, taken as the shortest decimal that stands for it. */
    public static double of(double value) {
        return BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .doubleValue();
    }

    /** A part of a whole, rounded once and from its exact value; none of nothing. */
    public static OptionalDouble of(long part, long whole) {
        return whole == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(BigDecimal.valueOf(part)
                        .divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP)
                        .doubleValue());
    }
}
