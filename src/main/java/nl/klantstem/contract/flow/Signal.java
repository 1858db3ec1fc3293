package nl.klantstem.contract.flow;

/**
 * What is counted for the insight stage, which watches, compares and explains: small tallies of finely labelled cells, all
 * in one place. Answers are those of the TRANSACTIONAL programme. {@link #toString} names the cells.
 */
public enum Signal {
    /** Answers by score, in the minute in which each first became known. */
    KNOWN_ANSWERS("known-answers", 11),
    /** Answers by score, on the local day (its first minute) on which they were given. */
    DATED_ANSWERS("dated-answers", 11),
    /** Inbound contacts of which the driver is known, in the minute in which it first was. */
    KNOWN_CONTACTS("known-contacts", 1),
    /**
     * Instances of journeys on the local day (its first minute) on which they started, once the time has passed in which an
     * order placed again is their outcome: how many, and how many of them had one.
     */
    DATED_INSTANCES("dated-instances", 2),
    /** Orders in the hour in which they were placed. */
    PLACED_ORDERS("placed-orders", 1),
    /**
     * Inbound contacts in the hour in which they opened, by channel and service partner: how many, how many of them were due
     * to be answered, and how many were in time.
     */
    DATED_CONTACTS("dated-contacts", 3),
    /** Those of them that are open, likewise. */
    OPEN_CONTACTS("open-contacts", 1),
    /** Inbound contacts in the hour in which they opened, by journey, the driver's top level and who can prevent them. */
    CONTACT_CAUSES("contact-causes", 1);

    private final String cells;
    private final int width;

    Signal(String cells, int width) {
        this.cells = cells;
        this.width = width;
    }

    /** How many positions its tallies have. */
    public int width() {
        return width;
    }

    @Override
    public String toString() {
        return cells;
    }
}
