package nl.klantstem.contract.out;

/**
 * A part of a whole, whose whole is not 0: {@code share} = part / whole, 0..1, and its 95% interval (adjusted Wald), both
 * ends in [0, 1]; all three rounded to 4 decimals.
 */
public record Share(long part, long whole, double share, Interval interval) {}
