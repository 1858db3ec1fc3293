package nl.klantstem.replay.shop;

/** Ids that no other shop gives out, as long as its seed is another. */
final class Ids {

    private final String shop;
    private long last;

    Ids(long seed) {
        this.shop = Long.toUnsignedString(seed, 36) + "-";
    }

    String next(String kind) {
        last++;
        return kind + shop + Long.toString(last, 36);
    }
}
