package nl.klantstem.contract.out;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import nl.klantstem.contract.in.DeliveryEvent;
import nl.klantstem.contract.in.Resolution;
import org.jspecify.annotations.Nullable;

/**
 * A parcel that is likely lost before its customer says so, or that was and is not any more: one record per parcel. It names
 * no customer.
 *
 * @param hoursPastPromise whole hours from the promise to the suspicion
 * @param hoursSilent whole hours from its last event to the suspicion
 * @param offers what may be offered to the customer, best first
 * @param evidence the same in a sentence
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LostInMailSuspect(
        String shipmentId,
        String orderId,
        String carrier,
        String region,
        State state,
        Instant suspectedAt,
        @Nullable Instant withdrawnAt,
        @Nullable Reason reason,
        Instant promisedTo,
        DeliveryEvent.Type lastEvent,
        Instant lastEventAt,
        long hoursPastPromise,
        long hoursSilent,
        List<Resolution> offers,
        String evidence,
        Instant asOf,
        String catalogueVersion,
        int schemaVersion) {
    public static final int SCHEMA_VERSION = 1;

    /** Whether anything should be done about it. */
    public enum State {
        SUSPECTED,
        WITHDRAWN
    }

    /** Why a suspicion was withdrawn. */
    public enum Reason {
        DELIVERED,
        LOST_CONFIRMED,
        RETURNED,
        /** The customer called about it. */
        CALLED,
        /** Something else was heard of the parcel. */
        SEEN
    }

    public LostInMailSuspect {
        offers = List.copyOf(offers);
    }
}
