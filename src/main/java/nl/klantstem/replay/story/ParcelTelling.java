package nl.klantstem.replay.story;

import static nl.klantstem.replay.story.Moment.HOUR;
import static nl.klantstem.replay.story.Moment.SECOND;

import java.time.Instant;
import java.util.List;
import nl.klantstem.contract.in.DeliveryEvent;
import nl.klantstem.contract.in.OrderEvent;
import nl.klantstem.contract.in.OrderEvent.PlacedBy;
import nl.klantstem.contract.in.Party;
import nl.klantstem.contract.in.SellerType;
import nl.klantstem.replay.shop.Draft;
import nl.klantstem.replay.story.Trouble.Parcel;
import nl.klantstem.topic.Topic;

/** Tells of the orders of someone whose parcel is lost, and where that parcel was seen. */
final class ParcelTelling {

    private final Telling telling;

    ParcelTelling(Telling telling) {
        this.telling = telling;
    }

    void tell(Trouble trouble, String nextOrderId) {
        Parcel parcel = trouble.parcel();
        placed(trouble.customerKey(), parcel.orderId(), parcel.orderedAt(), PlacedBy.CUSTOMER)
                .set("promisedTo", Instant.ofEpochMilli(parcel.promisedTo()).toString());
        underway(trouble.customerKey(), parcel);
        Trouble.Reorder reorder = trouble.reorder();
        if (reorder != null) {
            placed(trouble.customerKey(), reorder.orderId(), reorder.at(), reorder.by())
                    .set("reorderOf", parcel.orderId());
        }
        if (trouble.nextOrderAt() > 0) {
            placed(trouble.customerKey(), nextOrderId, trouble.nextOrderAt(), PlacedBy.CUSTOMER);
        }
        if (parcel.sentBackAt() > 0) {
            order(trouble.customerKey(), parcel.orderId(), parcel.sentBackAt(), OrderEvent.Type.RETURN_REQUESTED)
                    .set("placedBy", PlacedBy.CUSTOMER);
        }
    }

    private void underway(String customerKey, Parcel parcel) {
        long evening = parcel.promisedTo() - 20 * HOUR;
        delivery(customerKey, parcel, evening, DeliveryEvent.Type.HANDED_TO_CARRIER);
        delivery(customerKey, parcel, evening + 5 * HOUR + 17 * SECOND, DeliveryEvent.Type.SCAN);
        if (parcel.arrivesAt() > 0) {
            delivery(customerKey, parcel, parcel.arrivesAt(), DeliveryEvent.Type.DELIVERED);
        }
        if (parcel.lostAt() > 0) {
            delivery(customerKey, parcel, parcel.lostAt(), DeliveryEvent.Type.LOST_CONFIRMED);
        }
    }

    private void delivery(String customerKey, Parcel parcel, long at, DeliveryEvent.Type type) {
        telling.tell(Topic.DELIVERY_EVENTS, parcel.carrier(), customerKey, at)
                .set("shipmentId", parcel.shipmentId())
                .set("orderId", parcel.orderId())
                .set("type", type)
                .set("carrier", parcel.carrier())
                .set("region", parcel.region());
    }

    private Draft placed(String customerKey, String orderId, long at, PlacedBy by) {
        return order(customerKey, orderId, at, OrderEvent.Type.PLACED).set("placedBy", by);
    }

    private Draft order(String customerKey, String orderId, long at, OrderEvent.Type type) {
        return telling.tell(Topic.ORDER_EVENTS, "order-desk", customerKey, at)
                .set("orderId", orderId)
                .set("type", type)
                .set("items", List.of(new Item(orderId + "-0")));
    }

    /** One thing that the shop sells and sends itself. */
    private record Item(String orderItemId, SellerType sellerType, Party fulfilment, int quantity) {
        Item(String orderItemId) {
            this(orderItemId, SellerType.OWN, Party.PLATFORM, 1);
        }
    }
}
