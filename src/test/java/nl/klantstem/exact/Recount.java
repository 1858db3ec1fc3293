package nl.klantstem.exact;

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What everything counts as, told by reading the log from its beginning up to a moment, over and over: slow, plain, and
 * without a line of the code that it judges.
 */
final class Recount {

    /** From this recorded minute on the fact counts so. */
    record Step(long minute, Map<Place, Counts> counts) {}

    /** Takes the history of one fact. */
    interface Histories {
        void take(List<Step> steps);
    }

    /** What became of the lines of a stream. */
    record Records(
            long read,
            long accepted,
            long duplicates,
            long test,
            long late,
            long ignored,
            Map<String, Long> rejected) {}

    private static final Map<String, String> IDS = Map.of(
            MessyStream.RESPONSES, "responseId",
            MessyStream.CONTACTS, "contactId",
            MessyStream.INVITATIONS, "invitationId",
            MessyStream.ORDERS, "orderId",
            MessyStream.DELIVERIES, "shipmentId",
            MessyStream.STEPS, "journeyInstanceId");

    private final Reference reference;
    private final Map<String, String> customerOfContact = new HashMap<>();
    private final Map<String, List<Event>> byOwner = new TreeMap<>();
    private final Map<String, long[]> counts = new TreeMap<>();
    private final Map<String, Suspected> suspects = new TreeMap<>();
    private final Map<String, Map<String, Long>> rejected = new TreeMap<>();

    Recount(List<Line> lines, Reference reference) {
        this.reference = reference;
        var sorted = new ArrayList<>(lines);
        sorted.sort(comparing(Line::recordedAt).thenComparing(line -> MessyStream.STREAMS.indexOf(line.stream())));
        MessyStream.STREAMS.forEach(stream -> counts.put(stream, new long[6]));
        var seen = new HashSet<String>();
        var valid = new ArrayList<Event>();
        for (Line line : sorted) {
            take(line, seen, valid);
        }
        valid.forEach(event ->
                byOwner.computeIfAbsent(owner(event), o -> new ArrayList<>()).add(event));
    }

    Reference reference() {
        return reference;
    }

    private void take(Line line, Set<String> seen, List<Event> valid) {
        long[] count = counts.get(line.stream());
        count[0]++;
        JsonNode json = line.event().orElse(null);
        String reason = refusal(line.stream(), json, line.recordedAt());
        if (reason != null) {
            rejected.computeIfAbsent(line.stream(), s -> new TreeMap<>()).merge(reason, 1L, Long::sum);
            return;
        }
        if (json.path("test").asBoolean()) {
            count[3]++;
            return;
        }
        var event = Event.of(line.stream(), json, line.recordedAt());
        if (!seen.add(line.stream() + "|" + event.text("source") + "|" + event.text("eventId"))) {
            count[2]++;
        } else {
            count[1]++;
            count[4] += event.late() ? 1 : 0;
            count[5] += ignored(event);
            valid.add(event);
            if (event.is(MessyStream.CONTACTS) && event.text("customerKey") != null) {
                customerOfContact.putIfAbsent(event.text("contactId"), event.text("customerKey"));
            }
        }
    }

    /** How many values it has that stand in no list. */
    private static int ignored(Event event) {
        return ("GIFT".equals(event.text("resolution")) ? 1 : 0)
                + ("MIXED".equals(event.text("experience")) ? 1 : 0)
                + ("BOREDOM".equals(event.text("emotion")) ? 1 : 0);
    }

    private static @Nullable String refusal(String stream, @Nullable JsonNode json, Instant recordedAt) {
        if (json == null) {
            return "NOT_JSON";
        }
        if (json.path("nps").asInt() > 10) {
            return "SCORE_RANGE";
        }
        if (json.path("audience").isNumber()) {
            return "TYPE";
        }
        if (json.has("revision") && !json.has("programme")) {
            return "MISSING_FIELD";
        }
        if (!json.has(IDS.get(stream))) {
            return "NO_ID";
        }
        if (json.path("test").asBoolean()) {
            return null;
        }
        var occurredAt = OffsetDateTime.parse(json.path("occurredAt").asText()).toInstant();
        if (occurredAt.isAfter(recordedAt.plusSeconds(300))) {
            return "FUTURE";
        }
        return occurredAt.isBefore(recordedAt.minus(Duration.ofDays(400))) ? "TOO_LATE" : null;
    }

    Records records(String stream) {
        long[] c = counts.get(stream);
        return new Records(c[0], c[1], c[2], c[3], c[4], c[5], rejected.getOrDefault(stream, Map.of()));
    }

    /** How each fact counted from when on, in the minutes in which anything became known or passed, up to one. */
    void histories(Instant until, Histories histories) {
        long last = Math.floorDiv(until.getEpochSecond(), 60L);
        byOwner.forEach((owner, events) -> {
            var ofOwner = new TreeMap<String, List<Step>>();
            var ofParcels = new TreeMap<String, Suspected>();
            var minutes = new TreeSet<Long>();
            events.forEach(event -> minutes.add(Math.floorDiv(event.recordedAt(), 60_000L)));
            for (Long minute = minutes.first(); minute != null && minute <= last; minute = minutes.higher(minute)) {
                long end = (minute + 1) * 60_000;
                var known = events.stream().filter(e -> e.recordedAt() < end).toList();
                var clock = new Clock(minute);
                new Customer(owner, known, clock, reference, ofParcels)
                        .facts()
                        .forEach((id, counted) ->
                                add(ofOwner.computeIfAbsent(id, i -> new ArrayList<>()), end, counted));
                minutes.add(clock.nextMinute());
            }
            ofOwner.values().forEach(histories::take);
            suspects.putAll(ofParcels);
        });
    }

    /** What must be published of parcels that are suspected to be lost, up to a moment whose histories were told. */
    List<String> suspects(Instant until) {
        return suspects.entrySet().stream()
                .flatMap(parcel -> parcel.getValue().published(parcel.getKey(), until).stream())
                .toList();
    }

    private static void add(List<Step> steps, long end, Map<Place, Counts> counted) {
        var before = steps.isEmpty() ? Map.of() : steps.get(steps.size() - 1).counts();
        if (!before.equals(counted)) {
            steps.add(new Step(end / 60_000 - 1, counted));
        }
    }

    /** Who a record is about: its customer, else the contact, else the response itself. */
    private String owner(Event event) {
        String customer = event.text("customerKey");
        String contact = event.text("contactId");
        if (customer == null && event.is(MessyStream.CONTACTS)) {
            customer = customerOfContact.get(contact);
        }
        if (customer != null) {
            return "customer " + customer;
        }
        return contact == null ? "response " + event.text("responseId") : "contact " + contact;
    }
}
