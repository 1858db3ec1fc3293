package nl.klantstem.replay.shop;

import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Party;
import org.jspecify.annotations.Nullable;

/**
 * What someone comes for, once or more often.
 *
 * @param who the customer, or the partner when it is one
 * @param driver the true one
 * @param order that it is about, if any
 * @param journeyInstanceId of the way through the journey, if anyone kept it
 */
record Issue(
        String who,
        JourneyProfile journey,
        String driver,
        @Nullable Order order,
        @Nullable String journeyInstanceId) {

    Way way() {
        return Way.of(journey, driver);
    }

    boolean ofPartner() {
        return journey.audience() == Audience.PARTNER;
    }

    /** Who should handle it: a partner what it sends itself, except for money. */
    Party owner() {
        return order != null && order.fulfilment() == Party.PARTNER && !driver.startsWith("payment/")
                ? Party.PARTNER
                : Party.PLATFORM;
    }

    /** The same after some days of waiting: who asked where the parcel is now says that it is late. */
    Issue grown() {
        return switch (driver) {
            case "delivery/status" -> grown("order-delivery", "delivery/late");
            case "delivery/late" -> grown("lost-in-mail", "delivery/lost");
            case "returns/how" -> grown("return", "returns/refund");
            default -> this;
        };
    }

    private Issue grown(String journeyId, String nextDriver) {
        String instance = journeyInstanceId == null ? null : journeyInstanceId.replace(journey.journeyId(), journeyId);
        return new Issue(who, JourneyProfiles.customers(journeyId), nextDriver, order, instance);
    }
}
