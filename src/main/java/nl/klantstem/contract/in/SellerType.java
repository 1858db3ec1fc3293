package nl.klantstem.contract.in;

/** Whose item it is: the shop's own or a selling partner's. */
public enum SellerType {
    OWN,
    PARTNER
}
