package nl.klantstem.exact;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;

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
 * What responses and contacts count as, told by reading the log from its beginning up to a moment, over and over: slow,
 * plain, and without a line of the code that it judges.
 */
final class Recount {

    private static final List<String> ORDER =
            List.of(MessyStream.RESPONSES, MessyStream.CONTACTS, MessyStream.INVITATIONS);

    /** A valid event with the moment it was recorded. */
    record Event(String stream, JsonNode json, long recordedAt) {

        @Nullable
        String text(String field) {
            return json.hasNonNull(field) && !json.path(field).asText().isBlank()
                    ? json.path(field).asText()
                    : null;
        }

        Instant occurredAt() {
            return OffsetDateTime.parse(json.path("occurredAt").asText()).toInstant();
        }

        int number(String field) {
            return json.path(field).asInt();
        }

        boolean is(String wanted) {
            return stream.equals(wanted);
        }

        boolean late() {
            long endOfMinute = (occurredAt().getEpochSecond() / 60 + 1) * 60_000;
            return recordedAt >= endOfMinute + Duration.ofMinutes(5).toMillis();
        }
    }

    /** What a response or a contact counts as. */
    record Counted(
            boolean response,
            Instant at,
            String programme,
            String audience,
            String journey,
            String channel,
            String driver,
            @Nullable Integer nps,
            @Nullable Integer csat,
            @Nullable Integer ces,
            boolean late,
            boolean unmatched,
            boolean inbound,
            boolean fromIntent) {}

    /** From this recorded minute on it counts so; null: it does not count. */
    record Step(long minute, @Nullable Counted counted) {}

    /** What became of the lines of a stream. */
    record Records(
            long read,
            long accepted,
            long duplicates,
            long test,
            long late,
            long ignored,
            Map<String, Long> rejected) {}

    private final Labels labels;
    private final Map<String, Set<String>> customerOfContact = new HashMap<>();
    private final Map<String, List<Event>> byOwner = new TreeMap<>();
    private final Map<String, long[]> counts = new TreeMap<>();
    private final Map<String, Map<String, Long>> rejected = new TreeMap<>();

    Recount(List<Line> lines, Labels labels) {
        this.labels = labels;
        var sorted = new ArrayList<>(lines);
        sorted.sort(comparing(Line::recordedAt).thenComparing(line -> ORDER.indexOf(line.stream())));
        ORDER.forEach(stream -> counts.put(stream, new long[6]));
        var seen = new HashSet<String>();
        var valid = new ArrayList<Event>();
        for (Line line : sorted) {
            take(line, seen, valid);
        }
        valid.forEach(event ->
                byOwner.computeIfAbsent(owner(event), o -> new ArrayList<>()).add(event));
    }

    private void take(Line line, Set<String> seen, List<Event> valid) {
        long[] count = counts.get(line.stream());
        count[0]++;
        JsonNode json = line.event().orElse(null);
        String reason = refusal(json, line.recordedAt());
        if (reason != null) {
            rejected.computeIfAbsent(line.stream(), s -> new TreeMap<>()).merge(reason, 1L, Long::sum);
            return;
        }
        var event = new Event(line.stream(), json, line.recordedAt().toEpochMilli());
        if (json.path("test").asBoolean()) {
            count[3]++;
        } else if (!seen.add(line.stream() + "|" + event.text("source") + "|" + event.text("eventId"))) {
            count[2]++;
        } else {
            count[1]++;
            count[4] += event.late() ? 1 : 0;
            count[5] += "GIFT".equals(event.text("resolution")) ? 1 : 0;
            valid.add(event);
            if (event.is(MessyStream.CONTACTS) && event.text("customerKey") != null) {
                customerOfContact
                        .computeIfAbsent(event.text("contactId"), id -> new TreeSet<>())
                        .add(event.text("customerKey"));
            }
        }
    }

    private static @Nullable String refusal(@Nullable JsonNode json, Instant recordedAt) {
        if (json == null) {
            return "NOT_JSON";
        }
        if (json.path("nps").asInt() > 10) {
            return "SCORE_RANGE";
        }
        if (json.has("responseId") && !json.has("programme")) {
            return "MISSING_FIELD";
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

    /** How each response and contact counted from when on, minute by minute, from the first minute to the last. */
    Map<String, List<Step>> histories() {
        var histories = new TreeMap<String, List<Step>>();
        byOwner.forEach((owner, events) -> {
            var minutes = new TreeSet<Long>();
            events.forEach(event -> minutes.add(Math.floorDiv(event.recordedAt(), 60_000)));
            for (long minute : minutes) {
                var known = events.stream()
                        .filter(event -> event.recordedAt() < (minute + 1) * 60_000)
                        .toList();
                counted(owner, known).forEach((id, counted) -> {
                    var steps = histories.computeIfAbsent(owner + "|" + id, k -> new ArrayList<>());
                    var before =
                            steps.isEmpty() ? null : steps.get(steps.size() - 1).counted();
                    if (before == null ? counted != null : !before.equals(counted)) {
                        steps.add(new Step(minute, counted));
                    }
                });
            }
        });
        return histories;
    }

    /** Who a record is about: its customer, else the contact, else the response itself. */
    private String owner(Event event) {
        String customer = event.text("customerKey");
        String contact = event.text("contactId");
        if (customer == null && event.is(MessyStream.CONTACTS)) {
            customer = customerOfContact.getOrDefault(contact, Set.of()).stream()
                    .findFirst()
                    .orElse(null);
        }
        if (customer != null) {
            return "customer " + customer;
        }
        return contact == null ? "response " + event.text("responseId") : "contact " + contact;
    }

    private Map<String, @Nullable Counted> counted(String owner, List<Event> known) {
        var contacts = new ArrayList<Contact>();
        group(known, MessyStream.CONTACTS, "contactId").forEach((id, events) -> {
            var contact = Contact.of(id, events);
            if (contact != null) {
                contacts.add(contact);
            }
        });
        contacts.sort(comparing(Contact::openedAt).thenComparing(Contact::id).reversed());
        var invitations = group(known, MessyStream.INVITATIONS, "invitationId");
        var counted = new TreeMap<String, @Nullable Counted>();
        contacts.forEach(contact -> counted.put("contact " + contact.id(), contact.counted(labels)));
        group(known, MessyStream.RESPONSES, "responseId")
                .forEach((id, events) -> counted.put(
                        "response " + id,
                        Answer.of(events).counted(owner.startsWith("customer "), contacts, invitations, labels)));
        return counted;
    }

    private static Map<String, List<Event>> group(List<Event> events, String stream, String id) {
        var groups = new TreeMap<String, List<Event>>();
        events.stream().filter(event -> event.is(stream)).forEach(event -> groups.computeIfAbsent(
                        event.text(id), i -> new ArrayList<>())
                .add(event));
        return groups;
    }

    /** A contact as its events tell it in the order of their seq. */
    record Contact(String id, Instant openedAt, Event opened, List<Event> events) {

        static @Nullable Contact of(String id, List<Event> known) {
            var events = new ArrayList<>(known);
            events.sort(comparingInt((Event e) -> e.number("seq")).thenComparingLong(Event::recordedAt));
            return events.stream()
                    .filter(e -> "OPENED".equals(e.text("type")))
                    .findFirst()
                    .map(opened -> new Contact(id, opened.occurredAt(), opened, events))
                    .orElse(null);
        }

        @Nullable
        String last(String field) {
            return events.stream()
                    .map(e -> e.text(field))
                    .filter(value -> value != null)
                    .reduce((a, b) -> b)
                    .orElse(null);
        }

        /** The last given by an agent or a rule, else the last recognised. */
        @Nullable
        String driver() {
            String given = lastDriver(true);
            return given == null ? lastDriver(false) : given;
        }

        private @Nullable String lastDriver(boolean given) {
            return events.stream()
                    .filter(e -> given == isGiven(e))
                    .map(e -> e.json().has("driver")
                            ? e.json().path("driver")
                            : e.json().path("intent"))
                    .filter(label -> label.has("code"))
                    .map(label -> label.path("code").asText())
                    .reduce((a, b) -> b)
                    .orElse(null);
        }

        private static boolean isGiven(Event event) {
            var driver = event.json().path("driver");
            return driver.has("code") && !driver.path("source").asText().equals("MODEL");
        }

        Counted counted(Labels labels) {
            String own = last("journeyId");
            return new Counted(
                    false,
                    openedAt,
                    "",
                    opened.text("audience"),
                    labels.journey(own == null ? labels.journeyOfDriver(driver()) : own),
                    opened.text("channel"),
                    labels.driver(driver()),
                    null,
                    null,
                    null,
                    opened.late(),
                    false,
                    !"OUTBOUND".equals(opened.text("direction")),
                    driver() != null && lastDriver(true) == null);
        }
    }

    /** A response: its highest revision (of equals the first known), answered when it was first answered. */
    record Answer(Event winner, Instant at) {

        static Answer of(List<Event> known) {
            var byRevision = comparingInt((Event e) -> e.number("revision"));
            var winner = known.stream()
                    .max(byRevision.thenComparing(
                            comparingLong(Event::recordedAt).reversed()))
                    .orElseThrow();
            var first = known.stream()
                    .min(byRevision.thenComparingLong(Event::recordedAt))
                    .orElseThrow();
            return new Answer(winner, first.occurredAt());
        }

        @Nullable
        Counted counted(
                boolean customerKnown, List<Contact> contacts, Map<String, List<Event>> invitations, Labels labels) {
            if (!counts()) {
                return null;
            }
            Event invitation = invitation(invitations.get(winner.text("invitationId") + ""));
            Contact contact = contact(customerKnown, contacts, invitation);
            JsonNode snapshot =
                    contact == null && invitation != null && invitation.json().has("snapshot")
                            ? invitation.json().path("snapshot")
                            : null;
            return new Counted(
                    true,
                    at,
                    winner.text("programme"),
                    winner.text("audience"),
                    labels.journey(journey(contact, snapshot, invitation, labels)),
                    contact != null
                            ? contact.opened().text("channel")
                            : snapshot == null
                                    ? "unknown"
                                    : snapshot.path("channel").asText(),
                    "",
                    whole("nps"),
                    whole("csat"),
                    whole("ces"),
                    winner.late(),
                    contact == null && snapshot == null,
                    true,
                    false);
        }

        private boolean counts() {
            if (!Set.of("TRANSACTIONAL", "RELATIONAL").contains(winner.text("programme"))) {
                return false;
            }
            return switch (winner.text("status")) {
                case "COMPLETE" -> whole("nps") != null || whole("csat") != null || whole("ces") != null;
                case "PARTIAL" -> whole("nps") != null;
                default -> false;
            };
        }

        private @Nullable Integer whole(String field) {
            return winner.json().hasNonNull(field) ? (Integer) winner.number(field) : null;
        }

        /** The latest that tells anything of the contact, else the latest. */
        private static @Nullable Event invitation(@Nullable List<Event> known) {
            if (known == null) {
                return null;
            }
            return known.stream()
                    .filter(e -> e.json().has("snapshot") || e.json().has("contactId"))
                    .reduce((a, b) -> b)
                    .orElse(known.get(known.size() - 1));
        }

        /** The contact it is about; null when there is none, or only the invitation's word for it. */
        private @Nullable Contact contact(boolean customerKnown, List<Contact> contacts, @Nullable Event invitation) {
            Contact named = byId(contacts, winner.text("contactId"));
            if (named != null) {
                return named;
            }
            Contact invited = invitation == null ? null : byId(contacts, invitation.text("contactId"));
            if (invited != null || (invitation != null && invitation.json().has("snapshot"))) {
                return invited;
            }
            var before =
                    contacts.stream().filter(c -> !c.openedAt().isAfter(at)).toList();
            String order = winner.text("orderId") == null && invitation != null
                    ? invitation.text("orderId")
                    : winner.text("orderId");
            for (Contact contact : before) {
                if (order != null && order.equals(contact.last("orderId"))) {
                    return contact;
                }
            }
            if (winner.text("contactId") != null || !customerKnown) {
                return null;
            }
            var recent = before.stream()
                    .filter(c -> !c.openedAt().isBefore(at.minus(Duration.ofDays(14))))
                    .toList();
            String journey = winner.text("journeyId");
            return recent.stream()
                    .filter(c -> journey != null && journey.equals(c.last("journeyId")))
                    .findFirst()
                    .orElse(recent.isEmpty() ? null : recent.get(0));
        }

        private @Nullable String journey(
                @Nullable Contact contact, @Nullable JsonNode snapshot, @Nullable Event invitation, Labels labels) {
            if (winner.text("journeyId") != null) {
                return winner.text("journeyId");
            }
            if (contact != null && contact.last("journeyId") != null) {
                return contact.last("journeyId");
            }
            if (invitation != null && invitation.text("journeyId") != null) {
                return invitation.text("journeyId");
            }
            String driver = contact != null
                    ? contact.driver()
                    : snapshot == null ? null : snapshot.path("driver").asText();
            return labels.journeyOfDriver(driver);
        }

        private static @Nullable Contact byId(List<Contact> contacts, @Nullable String id) {
            return contacts.stream().filter(c -> c.id().equals(id)).findFirst().orElse(null);
        }
    }
}
