package nl.klantstem.contract.out;

/**
 * Contacts by who should have handled them and who did, first and last: PLATFORM, PARTNER or unknown.
 */
public record Route(String intended, String first, String last, long contacts) {}
