package nl.klantstem.contract.out;

/** Cumulative totals that never fall: inbound contacts as first counted, and of those the ones taken back since. */
public record ContactTotals(long contacts, long corrected) {}
