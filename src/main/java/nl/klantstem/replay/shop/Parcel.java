package nl.klantstem.replay.shop;

/**
 * What becomes of an order's parcel, drawn when the order is placed.
 *
 * @param scannedAt 0 for never
 * @param failedAt when the courier found nobody, 0 for never
 * @param endedAt when it was delivered, declared lost or back again
 * @param foundAt when a lost one turned up after all, 0 for never
 */
record Parcel(
        Carrier carrier,
        Region region,
        long handedAt,
        long scannedAt,
        long failedAt,
        long endedAt,
        long foundAt,
        Ending ending) {

    /** How its way ends. */
    enum Ending {
        DELIVERED,
        DELIVERED_NEIGHBOUR,
        LOST_CONFIRMED,
        RETURNED
    }

    boolean arrives() {
        return ending == Ending.DELIVERED || ending == Ending.DELIVERED_NEIGHBOUR;
    }

    boolean underway(long now) {
        return now < endedAt;
    }

    boolean delivered(long now) {
        return arrives() && now >= endedAt;
    }
}
