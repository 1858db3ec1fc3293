package nl.klantstem.contract.in;

/** Whose voice it is: a customer's or a selling partner's. */
public enum Audience {
    CUSTOMER,
    PARTNER
}
