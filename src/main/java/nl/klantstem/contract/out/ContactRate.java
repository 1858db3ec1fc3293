package nl.klantstem.contract.out;

/** Contacts, and orders with a contact, per 1,000 orders; rounded to 2 decimals. */
public record ContactRate(double grossPer1000, double netPer1000) {}
