package nl.klantstem.contract.in;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What befell a shipment on its way to the customer. */
public record DeliveryEvent(
        String eventId,
        Instant occurredAt,
        String source,
        Audience audience,
        @Nullable String country,
        @Nullable String language,
        boolean test,
        String shipmentId,
        String orderId,
        Type type,
        @Nullable String customerKey,
        @Nullable String partnerId,
        String carrier,
        @Nullable String region,
        @Nullable Instant promisedTo)
        implements InputEvent {

    /** What happened to the shipment. */
    public enum Type {
        HANDED_TO_CARRIER,
        SCAN,
        OUT_FOR_DELIVERY,
        ATTEMPT_FAILED,
        DELIVERED,
        DELIVERED_NEIGHBOUR,
        LOST_CONFIRMED,
        RETURNED
    }

    @Override
    public DeliveryEvent withCustomerKey(@Nullable String key) {
        return new DeliveryEvent(
                eventId,
                occurredAt,
                source,
                audience,
                country,
                language,
                test,
                shipmentId,
                orderId,
                type,
                key,
                partnerId,
                carrier,
                region,
                promisedTo);
    }
}
