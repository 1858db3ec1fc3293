package nl.klantstem.link;

import nl.klantstem.contract.catalogue.Catalogue;

/**
 * What everything in a timeline counts as at a recorded minute: pure functions of the timeline, one to a kind. A response
 * counts under the catalogue version of that minute, everything else under that of its own newest event.
 */
record Facts(
        Rulebook rules,
        ContactFacts contacts,
        ResponseFacts responses,
        OrderFacts orders,
        ShipmentFacts shipments,
        JourneyFacts journeys,
        InvitationFacts invitations) {

    Facts(Catalogue catalogue) {
        this(new Rulebook(catalogue));
    }

    private Facts(Rulebook rules) {
        this(
                rules,
                new ContactFacts(rules),
                new ResponseFacts(rules),
                new OrderFacts(rules),
                new ShipmentFacts(rules),
                new JourneyFacts(rules),
                new InvitationFacts(rules));
    }
}
