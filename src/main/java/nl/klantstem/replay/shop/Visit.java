package nl.klantstem.replay.shop;

import nl.klantstem.contract.in.Channel;
import org.jspecify.annotations.Nullable;

/**
 * A contact as it opens at {@code openedAt} (epoch milliseconds). {@code key} is who it is, or the contact itself when
 * nobody knows; {@code time} says whether it is the first contact on the issue, the second, and so on.
 */
record Visit(
        String contactId,
        String key,
        @Nullable String customerKey,
        Issue issue,
        int time,
        Channel channel,
        boolean outbound,
        boolean staffed,
        ServicePartner servicePartner,
        long openedAt) {

    @Nullable
    String partnerId() {
        return issue.ofPartner() ? issue.who() : null;
    }
}
