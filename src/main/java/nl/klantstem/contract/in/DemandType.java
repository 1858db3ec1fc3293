package nl.klantstem.contract.in;

/** Whether the contact was worth having (VALUE) or caused by something that went wrong (FAILURE). */
public enum DemandType {
    VALUE,
    FAILURE,
    UNKNOWN
}
