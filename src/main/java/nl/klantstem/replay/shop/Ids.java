package nl.klantstem.replay.shop;

/** Ids that no other shop gives out, as long as its seed is another. */
final class Ids {

    private final String shop;
    private long last;

    Ids(long seed) {
        this.shop = Long.toUnsignedString(seed, 36) + "-";
    }

    String next(String kind) {
        return of(kind, number());
    }

    /** A number of its own, for what goes by several ids. */
    long number() {
        return ++last;
    }

    String of(String kind, long number) {
        return kind + shop + Long.toString(number, 36);
    }
}
