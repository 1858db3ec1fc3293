package nl.klantstem.replay.shop;

import java.time.Duration;
import nl.klantstem.contract.in.Party;

/**
 * An order as it will go; small, for there are many.
 *
 * @param number that no other order of this shop has
 * @param partner who sells it, -1 for the shop itself
 */
record Order(long number, int customer, long placedAt, long promisedTo, int partner, Party fulfilment, Parcel parcel) {

    private static final long LOST_AFTER = Duration.ofHours(36).toMillis();
    private static final long STILL_ANGRY = Duration.ofHours(12).toMillis();

    String customerKey() {
        return "customer-" + customer;
    }

    String sellerType() {
        return partner < 0 ? "OWN" : "PARTNER";
    }

    /** Whether a contact now may be about this driver. */
    boolean fits(String driver, long now) {
        return now > placedAt
                && switch (driver) {
                    case "delivery/status" -> parcel.underway(now);
                    case "delivery/late" -> missed(promisedTo, now);
                    case "delivery/lost" -> missed(promisedTo + LOST_AFTER, now);
                    case "payment/invoice", "product/question" -> true;
                    default -> parcel.delivered(now);
                };
    }

    /** Whether the parcel was not there by then, which is past, and still is not, or only just came. */
    private boolean missed(long by, long now) {
        return now > by && parcel.endedAt() > by && now < parcel.endedAt() + STILL_ANGRY;
    }

    /** Whether it comes after its promise, or not at all. */
    boolean late() {
        return parcel.endedAt() > promisedTo;
    }

    /** Whether it is late for so long that the customer thinks it is lost. */
    boolean missing() {
        return parcel.endedAt() > promisedTo + LOST_AFTER;
    }
}
