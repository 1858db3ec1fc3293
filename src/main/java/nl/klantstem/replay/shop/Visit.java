package nl.klantstem.replay.shop;

import nl.klantstem.contract.in.Channel;
import org.jspecify.annotations.Nullable;

/**
 * A contact as it will go, drawn when it opens at {@code openedAt} (epoch milliseconds). {@code key} is the customer, or
 * the contact itself when nobody knows who it is.
 */
record Visit(
        String contactId,
        String key,
        @Nullable String customerKey,
        @Nullable String partnerId,
        JourneyProfile journey,
        @Nullable String driver,
        Channel channel,
        boolean outbound,
        boolean staffed,
        @Nullable String servicePartnerId,
        String orderId,
        long openedAt) {}
