package nl.klantstem.contract.out;

/** Of the facts counted: how many became known after their window's allowance, and how many have no contact linked. */
public record Completeness(long late, long unmatched) {}
