package nl.klantstem.contract.in;

/** How a contact was resolved. */
public enum Resolution {
    CREDITED,
    OBLIGATION_WAIVED,
    REORDERED_BY_AGENT,
    REORDERED_BY_CUSTOMER,
    PARCEL_FOUND,
    COURIER,
    RUSH_ORDER,
    RETURN_ACCEPTED,
    EXCHANGED,
    REPAIRED,
    INFORMED,
    REFERRED,
    OTHER
}
