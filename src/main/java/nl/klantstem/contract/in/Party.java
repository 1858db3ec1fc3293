package nl.klantstem.contract.in;

/** Who owns or does it: the platform itself or a selling partner. */
public enum Party {
    PLATFORM,
    PARTNER
}
