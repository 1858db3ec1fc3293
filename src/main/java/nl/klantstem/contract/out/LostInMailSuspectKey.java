package nl.klantstem.contract.out;

/** The key of a parcel that is or was suspected to be lost. */
public record LostInMailSuspectKey(String shipmentId) {}
