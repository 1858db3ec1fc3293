package nl.klantstem.replay.shop;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Orders by id, the steps of their parcels by shipment, and the inbound contacts, as a shop told them. */
record ToldOrders(List<ToldContact> contacts, Map<String, Placed> orders, Map<String, List<Step>> parcels) {

    /** An order when it was placed. */
    record Placed(String customerKey, Instant at, Instant promisedTo) {}

    /** A step of a parcel. */
    record Step(String type, Instant at, String orderId, String carrier, String region) {}

    static ToldOrders of(ShopSettings settings) {
        var contactEvents = new ArrayList<ShopRecord>();
        Map<String, Placed> orders = new HashMap<>();
        Map<String, List<Step>> parcels = new HashMap<>();
        new Shop(settings).forEachRemaining(each -> {
            switch (each.topic()) {
                case CONTACT_EVENTS -> contactEvents.add(each);
                case ORDER_EVENTS -> {
                    JsonNode event = Told.json(each);
                    orders.put(text(event, "orderId"), placed(event));
                }
                case DELIVERY_EVENTS -> {
                    JsonNode event = Told.json(each);
                    parcels.computeIfAbsent(text(event, "shipmentId"), id -> new ArrayList<>())
                            .add(step(event));
                }
                default -> {}
            }
        });
        parcels.values().forEach(steps -> steps.sort(Comparator.comparing(Step::at)));
        return new ToldOrders(
                ToldContact.of(contactEvents).stream()
                        .filter(ToldContact::inbound)
                        .toList(),
                orders,
                parcels);
    }

    /** {@link Instant#MAX} when the order is not known. */
    Instant promise(List<Step> parcel) {
        Placed order = orders.get(parcel.get(0).orderId());
        return order == null ? Instant.MAX : order.promisedTo();
    }

    /** Delivered after the promise. */
    boolean late(List<Step> parcel) {
        Step last = parcel.get(parcel.size() - 1);
        return last.type().startsWith("DELIVERED") && last.at().isAfter(promise(parcel));
    }

    /** When it is two days past its promise, and nothing was heard of it for as long; {@link Instant#MAX} for never. */
    Instant silentAt(List<Step> parcel) {
        Instant promise = promise(parcel);
        if (promise.equals(Instant.MAX)) {
            return promise;
        }
        Instant at = promise.plus(Duration.ofDays(2));
        return parcel.stream()
                        .filter(step -> !step.at().isAfter(at))
                        .allMatch(step -> step.at().isBefore(promise)
                                && !step.type().startsWith("DELIVERED")
                                && !step.type().equals("RETURNED"))
                ? at
                : Instant.MAX;
    }

    List<List<Step>> handedOverBefore(Instant time) {
        return parcels.values().stream()
                .filter(p -> p.get(0).type().equals("HANDED_TO_CARRIER"))
                .filter(p -> p.get(0).at().isBefore(time))
                .toList();
    }

    private static Placed placed(JsonNode event) {
        return new Placed(text(event, "customerKey"), ToldContact.at(event), Instant.parse(text(event, "promisedTo")));
    }

    private static Step step(JsonNode event) {
        return new Step(
                text(event, "type"),
                ToldContact.at(event),
                text(event, "orderId"),
                text(event, "carrier"),
                text(event, "region"));
    }

    private static String text(JsonNode event, String field) {
        return event.get(field).asText();
    }
}
