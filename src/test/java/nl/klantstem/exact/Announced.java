package nl.klantstem.exact;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import nl.klantstem.exact.Parcel.Ended;
import nl.klantstem.exact.Parcel.Suspicion;
import org.jspecify.annotations.Nullable;

/** What must be published of the parcels of one customer that are suspected to be lost: minute by minute, each step once. */
final class Announced {

    private final Map<String, Suspicion> suspected = new TreeMap<>();
    private final Map<String, Ended> withdrawn = new TreeMap<>();

    /** What is new in a minute, as text: of what is over already nothing is said. */
    void live(Customer customer, Instant now, List<String> published) {
        customer.shipments.forEach((id, known) -> {
            if (withdrawn.containsKey(id)) {
                return;
            }
            var parcel = new Parcel(customer, known);
            Suspicion announced = suspected.get(id);
            if (announced == null) {
                Suspicion suspicion = parcel.suspicion();
                if (suspicion != null && parcel.ended(suspicion.at()) == null) {
                    suspected.put(id, suspicion);
                    published.add(text(id, suspicion, null, now));
                }
                return;
            }
            Ended ended = parcel.ended(announced.at());
            if (ended != null) {
                withdrawn.put(id, ended);
                published.add(text(id, announced, ended, now));
            }
        });
    }

    private static String text(String id, Suspicion suspicion, @Nullable Ended ended, Instant now) {
        Event last = suspicion.last();
        return String.join(
                " ",
                now.toString(),
                id,
                Objects.requireNonNull(last.text("orderId")),
                suspicion.carrier(),
                suspicion.region(),
                ended == null ? "SUSPECTED" : "WITHDRAWN",
                suspicion.at().toString(),
                ended == null ? "-" : ended.at() + " " + ended.reason(),
                "promised " + suspicion.promise(),
                "last " + last.text("type") + " " + last.occurredAt(),
                "past " + hours(suspicion.promise(), suspicion.at()),
                "silent " + hours(last.occurredAt(), suspicion.at()));
    }

    /** What was published, in the same words. */
    static String text(Results.Published published) {
        var json = published.json();
        return String.join(
                " ",
                published.timestamp(),
                json.path("shipmentId").asText(),
                json.path("orderId").asText(),
                json.path("carrier").asText(),
                json.path("region").asText(),
                json.path("state").asText(),
                json.path("suspectedAt").asText(),
                json.has("withdrawnAt")
                        ? json.path("withdrawnAt").asText() + " "
                                + json.path("reason").asText()
                        : "-",
                "promised " + json.path("promisedTo").asText(),
                "last " + json.path("lastEvent").asText() + " "
                        + json.path("lastEventAt").asText(),
                "past " + json.path("hoursPastPromise").asLong(),
                "silent " + json.path("hoursSilent").asLong());
    }

    private static long hours(Instant from, Instant to) {
        return Duration.between(from, to).toHours();
    }
}
