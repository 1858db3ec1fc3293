package nl.klantstem.stats;

/**
 * A 95% interval: of an NPS in points, both ends from -100 to 100, of a difference of two wider; of a proportion both ends from
 * 0 to 1.
 */
public record Margin(double low, double high) {

    /** A margin in points as it is published: to 2 decimals. */
    public Margin rounded() {
        return new Margin(TwoDecimals.of(low), TwoDecimals.of(high));
    }
}
