package nl.klantstem.contract.flow;

/** Something that counts, as known at a minute of recorded time. */
public sealed interface Fact permits ResponseFact, ContactFact, OrderFact, ShipmentFact, InvitationFact, JourneyFact {

    /** The catalogue version it counts under. */
    String catalogueVersion();

    /** The same under another version: to tell a change of the fact from a change of the catalogue. */
    Fact under(String version);
}
