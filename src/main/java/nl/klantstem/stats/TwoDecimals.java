package nl.klantstem.stats;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How published figures are rounded: to 2 decimals, half away from zero, never to a negative zero. */
public final class TwoDecimals {

    private static final int DECIMALS = 2;

    private TwoDecimals() {}

    /** A number, taken as the shortest decimal that stands for it. */
    public static double of(double value) {
        return BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .doubleValue();
    }

    /** A quotient of whole numbers, rounded once and from its exact value. */
    public static double ofRatio(long numerator, long denominator) {
        return BigDecimal.valueOf(numerator)
                .divide(BigDecimal.valueOf(denominator), DECIMALS, RoundingMode.HALF_UP)
                .doubleValue();
    }
}
