package nl.klantstem.contract.in;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What befell an order. The items are those the event is about: of PLACED all, of ITEM_CANCELLED the cancelled ones. */
public record OrderEvent(
        String eventId,
        Instant occurredAt,
        String source,
        Audience audience,
        @Nullable String country,
        @Nullable String language,
        boolean test,
        String orderId,
        Type type,
        @Nullable String customerKey,
        List<OrderItem> items,
        @Nullable String reorderOf,
        PlacedBy placedBy,
        @Nullable Instant promisedTo)
        implements InputEvent {

    /** More items than this in one event is a mistake or an attack. */
    public static final int MOST_ITEMS = 1_000;

    /** What happened to the order. */
    public enum Type {
        PLACED,
        ITEM_CANCELLED,
        REORDER_PLACED,
        RETURN_REQUESTED,
        EXCHANGE_REQUESTED,
        RETURN_RECEIVED
    }

    /** Who placed it. */
    public enum PlacedBy {
        CUSTOMER,
        AGENT,
        CUSTOMER_AGENT
    }

    /** An item of an order; quantity is at least 1. */
    public record OrderItem(
            String orderItemId,
            @Nullable String partnerId,
            SellerType sellerType,
            Party fulfilment,
            @Nullable String productGroup,
            int quantity) {}

    public OrderEvent {
        items = List.copyOf(items);
    }

    @Override
    public OrderEvent withCustomerKey(@Nullable String key) {
        return new OrderEvent(
                eventId,
                occurredAt,
                source,
                audience,
                country,
                language,
                test,
                orderId,
                type,
                key,
                items,
                reorderOf,
                placedBy,
                promisedTo);
    }
}
