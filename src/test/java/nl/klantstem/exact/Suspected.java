package nl.klantstem.exact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was suspected of a parcel so far: told of each minute in which anything became known or passed, in order. */
final class Suspected {

    private static final int[] CLASSES = {
        60, 300, 900, 3_600, 14_400, 43_200, 86_400, 172_800, 259_200, 345_600, 432_000, 604_800, 864_000, 1_209_600,
        1_814_400, 2_419_200, 5_184_000
    };

    private @Nullable Instant from;
    private @Nullable Instant until;
    private @Nullable String reason;

    /** What is known of the parcel at the end of a minute. */
    record Parcel(
            String carrier,
            List<Event> steps,
            @Nullable Instant promise,
            @Nullable Event end,
            @Nullable Instant called) {

        boolean delivered() {
            return end != null && end.isType("DELIVERED", "DELIVERED_NEIGHBOUR");
        }
    }

    void live(Parcel parcel, Clock clock, Instant now, Reference reference) {
        Duration silence = Duration.ofHours(reference.lostInMail(parcel.carrier(), "silentHours", 48));
        if (from == null) {
            Duration past = Duration.ofDays(reference.lostInMail(parcel.carrier(), "daysPast", 2));
            Event last = parcel.steps().get(parcel.steps().size() - 1);
            if (parcel.promise() != null && parcel.end() == null && parcel.called() == null) {
                // Both are asked, so that the clock stops for both.
                boolean overdue = clock.passed(parcel.promise().plus(past));
                boolean silent = clock.passed(last.occurredAt().plus(silence));
                from = overdue && silent ? now : null;
            }
        } else if (until == null) {
            Instant then = from;
            boolean seen = parcel.steps().stream()
                    .filter(e -> e.recordedAt() >= then.toEpochMilli())
                    .anyMatch(e -> e.occurredAt().isAfter(then.minus(silence)));
            reason = parcel.delivered()
                    ? "DELIVERED"
                    : parcel.end() != null
                            ? parcel.end().text("type")
                            : parcel.called() != null ? "CALLED" : seen ? "SEEN" : null;
            until = reason == null ? null : now;
        }
    }

    void count(Parcel parcel, Counts counts) {
        if (from != null) {
            counts.one("suspected").add("open suspects", until == null ? 1 : 0);
            counts.add("arrived", parcel.delivered() ? 1 : 0);
        }
        if (parcel.called() != null) {
            counts.one("reported");
            if (from != null && from.isBefore(parcel.called())) {
                long seconds = Duration.between(from, parcel.called()).toSeconds();
                int at = 0;
                while (at < CLASSES.length && seconds > CLASSES[at]) {
                    at++;
                }
                counts.one("suspected before").one("lead " + at).add("lead sum", seconds);
            }
        }
    }

    /** What delivery-outcomes must say of it. */
    static void figures(ObjectNode json, Counts now) {
        if (now.of("suspected") + now.of("reported") == 0) {
            return;
        }
        var suspects = json.putObject("suspects")
                .put("suspected", now.of("suspected"))
                .put("open", now.of("open suspects"))
                .put("arrived", now.of("arrived"))
                .put("reported", now.of("reported"))
                .put("suspectedBefore", now.of("suspected before"));
        Figures.durations(suspects, "lead", CLASSES, now);
    }

    /** What must be published of the parcel up to a moment: state, from when on, and why. */
    List<String> published(String shipmentId, Instant upTo) {
        var suspected = from == null || from.isAfter(upTo)
                ? List.<String>of()
                : List.of(shipmentId + " SUSPECTED " + from + " null");
        return until == null || until.isAfter(upTo)
                ? suspected
                : List.of(suspected.get(0), shipmentId + " WITHDRAWN " + until + " " + reason);
    }
}
