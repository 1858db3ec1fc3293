package nl.klantstem.stats;

/** Which way a score goes that somebody wants to know of. */
public enum Direction {
    DROP(1),
    RISE(-1);

    private final int sign;

    Direction(int sign) {
        this.sign = sign;
    }

    /** +1 for a drop, -1 for a rise: what looks for drops finds rises in mirrored answers. */
    int sign() {
        return sign;
    }
}
