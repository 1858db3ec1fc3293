package nl.klantstem.link;

/** What a timeline tells stories of besides answers; each is told anew by itself. */
enum Kind {
    CONTACT,
    ORDER,
    SHIPMENT,
    INVITATION,
    /** An instance of a journey. */
    JOURNEY
}
