package nl.klantstem.contract.out;

/** The key of an alert. */
public record NpsAlertKey(String alertId) {}
