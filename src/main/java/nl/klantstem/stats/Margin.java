package nl.klantstem.stats;

/** A 95% interval in NPS points: of a score from -100 to 100, of a difference wider. */
public record Margin(double low, double high) {

    /** The margin as it is published: to 2 decimals. */
    public Margin rounded() {
        return new Margin(TwoDecimals.of(low), TwoDecimals.of(high));
    }
}
