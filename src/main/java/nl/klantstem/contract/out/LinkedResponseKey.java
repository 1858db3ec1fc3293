package nl.klantstem.contract.out;

/** The key of a linked response. */
public record LinkedResponseKey(String responseId) {}
