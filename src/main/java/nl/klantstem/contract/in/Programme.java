package nl.klantstem.contract.in;

/** The survey programme. Only the first two feed NPS, and they are never pooled with each other. */
public enum Programme {
    TRANSACTIONAL,
    RELATIONAL,
    PANEL,
    COMMUNITY,
    TRACKER,
    MYSTERY_SHOP;

    /** Whether its answers count at all; those that do not feed NPS are shown beside it. */
    public boolean isCounted() {
        return feedsNps() || this == MYSTERY_SHOP;
    }

    public boolean feedsNps() {
        return this == TRANSACTIONAL || this == RELATIONAL;
    }
}
