package nl.klantstem.contract.in;

/** The contact channel. */
public enum Channel {
    PHONE,
    CHAT,
    EMAIL,
    BOT,
    OTHER
}
