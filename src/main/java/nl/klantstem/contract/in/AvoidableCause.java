package nl.klantstem.contract.in;

/** Why a contact need not have happened. */
public enum AvoidableCause {
    UNCLEAR_INFO,
    OWN_ERROR,
    CARRIER,
    PARTNER,
    TOOLING_GAP,
    NOT_RESOLVED,
    OTHER
}
