package nl.klantstem.exact;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The parcels of one customer that were ever suspected to be lost, as that went from recorded minute to recorded minute. */
final class Suspects {

    /** A parcel as it stood when it was suspected, and what became of that. */
    record Suspicion(
            Instant at,
            Duration silence,
            String evidence,
            @Nullable Instant withdrawnAt) {}

    /** What must be published, in this order. */
    final List<String> published = new ArrayList<>();

    private final Map<String, Suspicion> byShipment = new TreeMap<>();

    /** Lives the minute that ends now; minutes in which nothing became known or passed may be left out. */
    void live(Customer customer, Instant now) {
        customer.shipments.forEach((id, known) -> {
            var parcel = new Parcel(customer, known);
            var suspicion = byShipment.get(id);
            if (suspicion == null) {
                if (parcel.isSuspect()) {
                    suspicion = new Suspicion(now, parcel.silence(), evidence(parcel, now), null);
                    byShipment.put(id, suspicion);
                    published.add(text(id, parcel, suspicion, now) + " SUSPECTED");
                }
                return;
            }
            String reason = suspicion.withdrawnAt() == null ? reason(parcel, suspicion) : null;
            if (reason != null) {
                byShipment.put(id, new Suspicion(suspicion.at(), suspicion.silence(), suspicion.evidence(), now));
                published.add(text(id, parcel, suspicion, now) + " WITHDRAWN " + now + " " + reason);
            }
        });
    }

    private static @Nullable String reason(Parcel parcel, Suspicion suspicion) {
        Event end = parcel.end();
        if (end != null) {
            return parcel.deliveredAt() != null ? "DELIVERED" : end.text("type");
        }
        if (parcel.calledAt() != null) {
            return "CALLED";
        }
        Instant silentSince = suspicion.at().minus(suspicion.silence());
        boolean seen = parcel.events.stream()
                .anyMatch(event -> event.recordedAt() >= suspicion.at().toEpochMilli()
                        && event.occurredAt().isAfter(silentSince));
        return seen ? "SEEN" : null;
    }

    @Nullable
    Suspicion of(String shipment) {
        return byShipment.get(shipment);
    }

    /** What a shipment counts as among the suspects. */
    Counts counts(String shipment, Parcel parcel) {
        var counts = new Counts();
        Instant called = parcel.calledAt();
        counts.add("reported", called == null ? 0 : 1);
        var suspicion = of(shipment);
        if (suspicion != null) {
            counts.one("suspected").add("stillSuspected", suspicion.withdrawnAt() == null ? 1 : 0);
            counts.add("arrived", parcel.deliveredAt() == null ? 0 : 1);
            if (called != null && suspicion.at().isBefore(called)) {
                counts.one("suspectedBefore");
                Times.count(counts, "lead", Times.LONG, suspicion.at(), called);
            }
        }
        return counts;
    }

    private static String text(String id, Parcel parcel, Suspicion suspicion, Instant now) {
        return String.join(
                " ",
                now.toString(),
                id,
                parcel.last().text("orderId"),
                parcel.carrier(),
                parcel.region(),
                suspicion.evidence());
    }

    /** As it is known when it is suspected. */
    private static String evidence(Parcel parcel, Instant now) {
        Event last = parcel.last();
        var promise = Objects.requireNonNull(parcel.promise);
        return String.join(
                " ",
                "at " + now,
                "promised " + promise,
                "last " + last.text("type") + " " + last.occurredAt(),
                "past " + Duration.between(promise, now).toHours(),
                "silent " + Duration.between(last.occurredAt(), now).toHours());
    }

    /** What was published, in the same words. */
    static String text(Results.Published published) {
        var json = published.json();
        String text = String.join(
                " ",
                published.timestamp(),
                json.path("shipmentId").asText(),
                json.path("orderId").asText(),
                json.path("carrier").asText(),
                json.path("region").asText(),
                "at " + json.path("suspectedAt").asText(),
                "promised " + json.path("promisedTo").asText(),
                "last " + json.path("lastEvent").asText() + " "
                        + json.path("lastEventAt").asText(),
                "past " + json.path("hoursPastPromise").asText(),
                "silent " + json.path("hoursSilent").asText(),
                json.path("state").asText());
        return json.has("reason")
                ? text + " " + json.path("withdrawnAt").asText() + " "
                        + json.path("reason").asText()
                : text;
    }
}
