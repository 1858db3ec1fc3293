package nl.klantstem.replay.shop;

/** Who brings the parcels: how many of them, how late, how careless with scans, and how many it loses. */
enum Carrier {
    A("carrier-a", 0.50, 0.035, 0.001, 0.5),
    B("carrier-b", 0.33, 0.055, 0.002, 0.35),
    C("carrier-c", 0.17, 0.110, 0.005, 0.2);

    final String label;
    final double late;
    final double lost;
    final double scans;
    private final double share;

    Carrier(String label, double share, double late, double lost, double scans) {
        this.label = label;
        this.share = share;
        this.late = late;
        this.lost = lost;
        this.scans = scans;
    }

    static Carrier draw(Dice dice) {
        return dice.chance(A.share) ? A : dice.chance(B.share / (1 - A.share)) ? B : C;
    }
}
