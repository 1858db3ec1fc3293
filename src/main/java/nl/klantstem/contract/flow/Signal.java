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
    DATED_INSTANCES("dated-instances", 2);

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
