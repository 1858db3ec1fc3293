package nl.klantstem.contract.out;

/**
 * Of the contacts whose answer was due, those answered within their channel's target. {@code ratio} = inTime / due, 0..1,
 * rounded to 4 decimals. Without any due there is none.
 */
public record ServiceLevel(long due, long inTime, double ratio) {}
