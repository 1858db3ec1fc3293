package nl.klantstem.replay.shop;

/** Ids that no other shop gives out, as long as its seed is another. */
public final class Ids {

    private final String shop;
    private long last;

    public Ids(long seed) {
        this.shop = Long.toUnsignedString(seed, 36) + "-";
    }

    public String next(String kind) {
        return of(kind, number());
    }

    /** A number of its own, for what goes by several ids. */
    public long number() {
        return ++last;
    }

    public String of(String kind, long number) {
        return kind + shop + Long.toString(number, 36);
    }
}
