package nl.klantstem.contract.in;

/** Who handles the contact. */
public enum Handler {
    BOT,
    HUMAN
}
