package nl.klantstem.exact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;

/**
 * Orders that are placed late, twice or never, returned, placed again by whomever, and their parcels: promised or not, silent
 * for days, lost and found, delivered twice.
 */
final class MessyOrders {

    private final MessyStream mess;

    MessyOrders(MessyStream mess) {
        this.mess = mess;
    }

    void tell(int size) {
        for (int customer = 0; customer < mess.customers(); customer++) {
            for (int n = 0; n < 2; n++) {
                if (mess.chance(Math.min(80, 100 * size / mess.customers()))) {
                    order("c" + customer, "o-c" + customer + "-" + n);
                }
            }
        }
    }

    private void order(String customer, String id) {
        var at = mess.moment().minusSeconds(mess.below(40_000));
        send(id, customer, "PLACED", at);
        if (mess.chance(10)) {
            send(id, customer, "PLACED", at.plusSeconds(mess.below(4_000)));
        }
        if (mess.chance(30)) {
            send(
                    id,
                    customer,
                    mess.pick("ITEM_CANCELLED", "RETURN_REQUESTED", "EXCHANGE_REQUESTED", "RETURN_RECEIVED"),
                    at.plusSeconds(mess.below(400_000)));
        }
        if (mess.chance(25)) {
            again(id, customer, at.plusSeconds(mess.below(500_000)));
        }
        if (mess.chance(70)) {
            parcel(id, customer, at.plusSeconds(mess.below(60_000)));
        }
    }

    /** The same is ordered once more: as an order that names the first, as an event of the first, or without a word of it. */
    private void again(String first, String customer, Instant at) {
        int way = mess.below(5);
        var event = order(way == 0 ? first : first + "-again", customer, way < 3 ? "REORDER_PLACED" : "PLACED", at);
        if (way == 1 || way == 3) {
            event.put("reorderOf", first);
        }
        mess.send(MessyStream.ORDERS, event.put("placedBy", mess.pick("CUSTOMER", "AGENT", "CUSTOMER_AGENT")), null);
    }

    private void send(String id, String customer, String type, Instant at) {
        var event = order(id, customer, type, at);
        promise(event, at);
        mess.send(MessyStream.ORDERS, event, mess.chance(10) ? Duration.ofMinutes(mess.below(3000)) : null);
    }

    private ObjectNode order(String id, String customer, String type, Instant at) {
        var event = mess.event(at)
                .put("orderId", id)
                .put("type", type)
                .put("customerKey", customer)
                .put("placedBy", "CUSTOMER");
        event.putArray("items")
                .addObject()
                .put("orderItemId", id + "-1")
                .put("sellerType", "OWN")
                .put("fulfilment", "PLATFORM")
                .put("quantity", 1);
        return event;
    }

    private void promise(ObjectNode event, Instant at) {
        if (mess.chance(40)) {
            event.put("promisedTo", at.plusSeconds(mess.below(200_000)).toString());
        }
    }

    private void parcel(String order, String customer, Instant handedOver) {
        var at = handedOver;
        if (mess.chance(85)) {
            parcel(order, customer, "HANDED_TO_CARRIER", at);
        }
        for (String type : new String[] {"SCAN", "OUT_FOR_DELIVERY", "ATTEMPT_FAILED", "LOST_CONFIRMED"}) {
            at = at.plusSeconds(mess.below(mess.chance(15) ? 500_000 : 40_000));
            if (mess.chance(20)) {
                parcel(order, customer, type, at);
            }
        }
        for (int ends = mess.below(3); ends > 0; ends--) {
            at = at.plusSeconds(mess.below(mess.chance(40) ? 500_000 : 40_000));
            parcel(order, customer, mess.pick("DELIVERED", "DELIVERED", "DELIVERED_NEIGHBOUR", "RETURNED"), at);
        }
    }

    private void parcel(String order, String customer, String type, Instant at) {
        var event = mess.event(at)
                .put("shipmentId", "s" + order.substring(1))
                .put("orderId", order)
                .put("type", type)
                .put("customerKey", customer)
                .put("carrier", mess.pick("carrier-a", "carrier-b", "carrier-c", "odd-carrier"));
        if (mess.chance(50)) {
            event.put("region", mess.pick("utrecht", "zeeland", "the-moon"));
        }
        promise(event, at);
        mess.send(MessyStream.DELIVERIES, event, mess.chance(10) ? Duration.ofMinutes(mess.below(2000)) : null);
    }
}
