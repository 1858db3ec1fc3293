package nl.klantstem.contract.out;

/** A 95% interval of an NPS, both ends in [-100, 100], rounded to 2 decimals. */
public record Interval(double low, double high) {}
