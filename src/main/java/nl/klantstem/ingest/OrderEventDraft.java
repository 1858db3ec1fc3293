package nl.klantstem.ingest;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.klantstem.contract.in.OrderEvent;
import nl.klantstem.contract.in.OrderEvent.OrderItem;
import nl.klantstem.contract.in.OrderEvent.PlacedBy;
import nl.klantstem.contract.in.Party;
import nl.klantstem.contract.in.SellerType;
import org.jspecify.annotations.Nullable;

/** An order event while it is read. */
final class OrderEventDraft extends EventDraft {

    private static final Map<String, OrderEvent.Type> TYPE = Fields.labels(OrderEvent.Type.class);
    private static final Map<String, PlacedBy> PLACED_BY = Fields.labels(PlacedBy.class);
    private static final Map<String, SellerType> SELLER_TYPE = Fields.labels(SellerType.class);
    private static final Map<String, Party> PARTY = Fields.labels(Party.class);

    private static final Fields<ItemDraft> ITEM_FIELDS = Fields.<ItemDraft>under("items")
            .required("orderItemId", (d, in) -> d.orderItemId = in.requiredReference())
            .optional("partnerId", (d, in) -> d.partnerId = in.reference())
            .required("sellerType", (d, in) -> d.sellerType = in.oneOf(SELLER_TYPE))
            .required("fulfilment", (d, in) -> d.fulfilment = in.oneOf(PARTY))
            .optional("productGroup", (d, in) -> d.productGroup = in.text())
            .required("quantity", (d, in) -> d.quantity = in.whole(1, Integer.MAX_VALUE));

    static final Fields<OrderEventDraft> FIELDS = EventDraft.<OrderEventDraft>envelope()
            .id("orderId", (d, in) -> d.orderId = in.ownId())
            .required("type", (d, in) -> d.type = in.oneOf(TYPE))
            .required("customerKey", (d, in) -> d.customerKey = in.requiredReference())
            .required("items", ITEM_FIELDS, OrderEventDraft::readItems)
            .optional("reorderOf", (d, in) -> d.reorderOf = in.reference())
            .required("placedBy", (d, in) -> d.placedBy = in.oneOf(PLACED_BY))
            .optional("promisedTo", (d, in) -> d.promisedTo = in.plannedInstant());

    private @Nullable String orderId;
    private OrderEvent.@Nullable Type type;
    private @Nullable String customerKey;
    private List<ItemDraft> items = List.of();
    private @Nullable String reorderOf;
    private @Nullable PlacedBy placedBy;
    private @Nullable Instant promisedTo;

    @Override
    OrderEvent event() {
        return new OrderEvent(
                eventId(),
                occurredAt(),
                source(),
                audience(),
                country,
                language,
                isTest(),
                requireNonNull(orderId),
                requireNonNull(type),
                customerKey,
                items.stream().map(ItemDraft::fact).toList(),
                reorderOf,
                requireNonNull(placedBy),
                promisedTo);
    }

    private static void readItems(OrderEventDraft draft, FieldReader in) throws IOException {
        var items = new ArrayList<ItemDraft>();
        in.eachElement(OrderEvent.MOST_ITEMS, () -> {
            var item = in.object(ITEM_FIELDS, new ItemDraft());
            if (item != null) {
                items.add(item);
            }
        });
        draft.items = items;
    }

    /** An item while it is read. */
    private static final class ItemDraft {
        private @Nullable String orderItemId;
        private @Nullable String partnerId;
        private @Nullable SellerType sellerType;
        private @Nullable Party fulfilment;
        private @Nullable String productGroup;
        private @Nullable Integer quantity;

        OrderItem fact() {
            return new OrderItem(
                    requireNonNull(orderItemId),
                    partnerId,
                    requireNonNull(sellerType),
                    requireNonNull(fulfilment),
                    productGroup,
                    requireNonNull(quantity));
        }
    }
}
