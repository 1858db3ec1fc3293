package nl.klantstem.contract.out;

/**
 * A 95% interval. In NPS points, rounded to 2 decimals: of an NPS both ends are in [-100, 100], of a difference of two in
 * [-200, 200], of a difference of two differences in [-400, 400]. Of a {@link Share} both ends are in [0, 1], of a
 * difference of two in [-1, 1], rounded to 4 decimals. Of a ratio both ends are 0 or more, rounded to 2 decimals.
 */
public record Interval(double low, double high) {}
