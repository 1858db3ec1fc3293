package nl.klantstem.contract.out;

/**
 * A 95% interval in NPS points, rounded to 2 decimals: of an NPS both ends are in [-100, 100], of a difference of two in
 * [-200, 200].
 */
public record Interval(double low, double high) {}
