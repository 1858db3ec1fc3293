package nl.klantstem.replay.story;

import java.time.LocalDate;
import java.util.List;
import nl.klantstem.contract.in.Channel;
import nl.klantstem.contract.in.OrderEvent.PlacedBy;
import nl.klantstem.contract.in.Resolution;
import org.jspecify.annotations.Nullable;

/**
 * A parcel that is missed, and what its customer goes through. All times are epoch milliseconds, 0 for never.
 *
 * @param calls the contacts about it, in order; none when the customer gives up looking for how to make contact
 * @param nextOrderAt when the customer orders something else
 * @param settledAt when it is over for the customer
 */
record Trouble(
        String customerKey,
        String instanceId,
        Parcel parcel,
        long noticedAt,
        long checkedAt,
        long searchedAt,
        List<Call> calls,
        @Nullable Reorder reorder,
        long nextOrderAt,
        long settledAt) {

    /**
     * The parcel, which is seen for the last time in the evening on which it should have gone out.
     *
     * @param arrivesAt when it turns up after all
     * @param sentBackAt when the customer, who has no use for it any more, announces its return
     */
    record Parcel(
            String orderId,
            String shipmentId,
            String carrier,
            String region,
            long orderedAt,
            long promisedTo,
            long arrivesAt,
            long sentBackAt,
            long lostAt) {}

    /**
     * A contact: of the customer, or (outbound) of the shop.
     *
     * @param endsAt when it is resolved, or the customer is told to wait
     * @param waitUntil when a wait is imposed: until when
     */
    record Call(
            String contactId,
            String stepId,
            Channel channel,
            boolean outbound,
            long openedAt,
            long endsAt,
            long waitUntil,
            @Nullable Resolution resolution,
            @Nullable Occasion occasion) {}

    /** What the parcel was for, and when it must be there. */
    record Occasion(String name, LocalDate neededBy) {}

    /** The order that replaces the lost one. */
    record Reorder(String orderId, long at, PlacedBy by) {}

    Trouble {
        calls = List.copyOf(calls);
    }

    /** Whether the customer was told to wait. */
    boolean waited() {
        return calls.stream().anyMatch(call -> call.waitUntil() > 0);
    }

    /** Whether the customer had to make contact again. */
    boolean again() {
        return calls.stream().filter(call -> !call.outbound()).count() > 1;
    }

    /** The last resolution; null without. */
    @Nullable
    Resolution resolution() {
        Resolution last = null;
        for (Call call : calls) {
            last = call.resolution() == null ? last : call.resolution();
        }
        return last;
    }

    /** Whether the parcel turned up without anything else having been settled. */
    boolean arrives() {
        return parcel.arrivesAt() > 0 && parcel.arrivesAt() == settledAt;
    }

    boolean reorderedByAgent() {
        return reorder != null && reorder.by() == PlacedBy.AGENT;
    }
}
