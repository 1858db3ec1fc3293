package nl.klantstem.stats;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;

/** A part of a whole as it is published: to 4 decimals, half away from zero, from its exact value; none of nothing. */
public final class Ratio {

    private static final int DECIMALS = 4;

    private Ratio() {}

    public static OptionalDouble of(long part, long whole) {
        return whole == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(BigDecimal.valueOf(part)
                        .divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP)
                        .doubleValue());
    }
}
