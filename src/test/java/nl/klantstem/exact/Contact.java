package nl.klantstem.exact;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A contact as its events tell it in the order of their seq: how it went, as long as only the contact itself is asked. */
final class Contact {

    static final Comparator<Contact> BY_OPENING =
            comparing((Contact contact) -> contact.openedAt).thenComparing(contact -> contact.id);

    private static final Set<String> RESOLUTIONS = Set.of(
            "CREDITED",
            "OBLIGATION_WAIVED",
            "REORDERED_BY_AGENT",
            "REORDERED_BY_CUSTOMER",
            "PARCEL_FOUND",
            "COURIER",
            "RUSH_ORDER",
            "RETURN_ACCEPTED",
            "EXCHANGED",
            "REPAIRED",
            "INFORMED",
            "REFERRED",
            "OTHER");

    final String id;
    final Event opened;
    final Instant openedAt;
    final boolean inbound;
    /** Of the events, the place of the first ANSWERED by a person; how many there are when there is none. */
    private final int answer;

    final boolean inBot;
    private final List<Event> events;
    private final Clock clock;
    private final Reference reference;

    private Contact(String id, Event opened, List<Event> events, Clock clock, Reference reference) {
        this.id = id;
        this.opened = opened;
        this.openedAt = opened.occurredAt();
        this.inbound = !"OUTBOUND".equals(opened.text("direction"));
        this.events = events;
        this.clock = clock;
        this.reference = reference;
        this.answer = answer();
        this.inBot = botBefore(answer);
    }

    /** Null when it has not opened. */
    static @Nullable Contact of(String id, List<Event> known, Clock clock, Reference reference) {
        var events = new ArrayList<>(known);
        events.sort(comparingInt(e -> e.number("seq")));
        return events.stream()
                .filter(e -> e.isType("OPENED"))
                .findFirst()
                .map(opened -> new Contact(id, opened, events, clock, reference))
                .orElse(null);
    }

    private boolean botBefore(int place) {
        return "BOT".equals(opened.text("channel"))
                || "BOT".equals(opened.text("handler"))
                || events.subList(0, place).stream()
                        .anyMatch(e -> e.isType("BOT_STARTED") || "BOT".equals(e.text("handler")));
    }

    private int answer() {
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            String handler = event.text("handler");
            boolean sought =
                    events.subList(0, i).stream().anyMatch(e -> e.isType("HUMAN_REQUESTED", "HANDED_OVER", "QUEUED"));
            if (event.isType("ANSWERED")
                    && ("HUMAN".equals(handler) || (handler == null && (sought || !botBefore(i))))) {
                return i;
            }
        }
        return events.size();
    }

    /** The last value that any event gave a field. */
    @Nullable
    String last(String field) {
        return events.stream()
                .map(e -> e.text(field))
                .filter(Objects::nonNull)
                .reduce((a, b) -> b)
                .orElse(null);
    }

    boolean has(String... types) {
        return first(types) != null;
    }

    /** When the first event of one of these types happened. */
    @Nullable
    Instant first(String... types) {
        return events.stream()
                .filter(e -> e.isType(types))
                .findFirst()
                .map(Event::occurredAt)
                .orElse(null);
    }

    // --- what it is about ---------------------------------------------------------------------------------------

    /** The last given by an agent or a rule, else the last recognised. */
    @Nullable
    String driver() {
        String given = lastDriver(true);
        return given == null ? lastDriver(false) : given;
    }

    boolean fromIntent() {
        return driver() != null && lastDriver(true) == null;
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

    String journey() {
        return reference.journey(journeyId());
    }

    /** As it is named, in no label yet. */
    @Nullable
    String journeyId() {
        String own = last("journeyId");
        return own == null ? reference.ofDriver(driver(), "journeyId") : own;
    }

    /** Among the contacts of its customer; null when it has none. */
    @Nullable
    String issue() {
        String driver = driver();
        String top = driver == null ? null : driver.split("/", 2)[0];
        if (last("orderId") != null) {
            return "order " + last("orderId") + "|" + top;
        }
        return last("journeyInstanceId") != null ? "instance " + last("journeyInstanceId") : top;
    }

    private @Nullable Event recognised() {
        return events.stream()
                .filter(e -> e.json().path("intent").has("code"))
                .reduce((a, b) -> b)
                .orElse(null);
    }

    @Nullable
    String intent() {
        Event recognised = recognised();
        return recognised == null
                ? null
                : recognised.json().path("intent").path("code").asText();
    }

    String confidence() {
        Event recognised = recognised();
        if (recognised == null) {
            return "unknown";
        }
        double sure = recognised.json().path("intent").path("confidence").asDouble();
        return sure < 0.5 ? "LOW" : sure < 0.8 ? "MEDIUM" : "HIGH";
    }

    String demand() {
        String own = last("demandType");
        String usual = reference.ofDriver(driver(), "demandType");
        return own != null ? own : usual != null ? usual : "UNKNOWN";
    }

    String cause() {
        String own = last("avoidableCause");
        String usual = reference.ofDriver(driver(), "avoidableCause");
        return own != null ? own : usual != null ? usual : "unknown";
    }

    String department() {
        String own = last("owningDepartment");
        return reference.department(own != null ? own : reference.ofDriver(driver(), "owningDepartment"));
    }

    // --- who handled it -----------------------------------------------------------------------------------------

    /** HUMAN as soon as a person did, else the last named. */
    String handler() {
        boolean human = events.stream().anyMatch(e -> "HUMAN".equals(e.text("handler")));
        String last = last("handler");
        return human ? "HUMAN" : last == null ? "unknown" : last;
    }

    String handling() {
        if (inBot) {
            return cameToPeople() ? "HANDED_OVER" : "BOT_ONLY";
        }
        return last("handler") == null && answeredAt() == null ? "unknown" : "HUMAN_ONLY";
    }

    @Nullable
    String intended() {
        return reference.owner(intent() == null ? driver() : intent(), last("fulfilment"));
    }

    @Nullable
    String firstRoute() {
        return events.stream()
                .map(e -> e.text("routedTo"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Nullable
    Instant routedTo(@Nullable String party) {
        return events.stream()
                .filter(e -> party != null && party.equals(e.text("routedTo")))
                .findFirst()
                .map(Event::occurredAt)
                .orElse(null);
    }

    // --- how it went --------------------------------------------------------------------------------------------

    @Nullable
    Instant answeredAt() {
        return answer < events.size() ? events.get(answer).occurredAt() : null;
    }

    /** When a person was asked for, or it was handed over to people. */
    @Nullable
    Instant askedAt() {
        return first("HUMAN_REQUESTED", "HANDED_OVER");
    }

    String reason() {
        return events.stream()
                .map(e -> e.text("humanReason"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("unknown");
    }

    /** When people could first have answered; null when it was not offered to them. */
    @Nullable
    Instant offeredAt() {
        if (!inbound) {
            return null;
        }
        if (!inBot) {
            Instant queued = first("QUEUED");
            return queued == null ? openedAt : queued;
        }
        for (int i = 0; i < events.size(); i++) {
            if (i == answer || events.get(i).isType("HUMAN_REQUESTED", "HANDED_OVER", "QUEUED")) {
                return events.get(i).occurredAt();
            }
        }
        return null;
    }

    Instant botStartedAt() {
        Instant started = first("BOT_STARTED");
        return started == null ? openedAt : started;
    }

    /** Whether the session with the bot came to people: handed over, queued after the bot started, or answered by one. */
    boolean cameToPeople() {
        boolean queued = false;
        for (int i = 0; i < events.size(); i++) {
            queued |= events.get(i).isType("QUEUED") && botBefore(Math.min(answer, i + 1));
        }
        return has("HANDED_OVER") || queued || answeredAt() != null;
    }

    /** OPEN, RESOLVED, CLOSED, ABANDONED or UNKNOWN. */
    String ending() {
        var ends = ends();
        if (!ends.isEmpty()) {
            return Objects.requireNonNull(ends.get(0).text("type"));
        }
        return clock.passed(silentAt().plus(endsAfter())) ? "UNKNOWN" : "OPEN";
    }

    boolean ended() {
        return !ending().equals("OPEN");
    }

    /** When it ended; null as long as it has not. */
    @Nullable
    Instant endedAt() {
        var ends = ends();
        return !ends.isEmpty() ? ends.get(ends.size() - 1).occurredAt() : ended() ? silentAt() : null;
    }

    /** When the customer gave up, if that is how it ended. */
    @Nullable
    Instant abandonedAt() {
        var ends = ends();
        return !ends.isEmpty() && ends.get(0).isType("ABANDONED") ? ends.get(0).occurredAt() : null;
    }

    private List<Event> ends() {
        var ends = new ArrayList<Event>();
        for (Event event : events) {
            if (event.isType("REOPENED")) {
                ends.clear();
            } else if (event.isType("RESOLVED", "CLOSED", "ABANDONED")) {
                ends.add(event);
            }
        }
        return ends;
    }

    /** The latest time of any of its events. */
    Instant silentAt() {
        return events.stream()
                .map(Event::occurredAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Duration endsAfter() {
        Duration own = reference.ofChannel(opened.text("channel"), "endsAfter");
        return own == null ? reference.rule("endsAfter", "P3D") : own;
    }

    int transfers() {
        return (int) events.stream().filter(e -> e.isType("TRANSFERRED")).count();
    }

    /** Those that tell the customer to wait. */
    List<Event> waits() {
        return events.stream()
                .filter(e -> e.isType("WAIT_IMPOSED") || e.text("waitUntil") != null)
                .toList();
    }

    boolean waitImposed() {
        return has("WAIT_IMPOSED") || last("waitUntil") != null;
    }

    String proofAsked() {
        var said = events.stream()
                .filter(e -> e.json().hasNonNull("proofRequested") || e.json().hasNonNull("formsRequested"))
                .toList();
        boolean asked = said.stream()
                .anyMatch(e -> e.json().path("proofRequested").asBoolean() || e.number("formsRequested") > 0);
        return said.isEmpty() ? "unknown" : asked ? "yes" : "no";
    }

    String resolution() {
        return resolved().map(e -> Objects.requireNonNull(e.text("resolution"))).orElse("unknown");
    }

    /** When the last event happened that names its resolution. */
    Instant resolvedAt() {
        return resolved().orElseThrow().occurredAt();
    }

    private Optional<Event> resolved() {
        return events.stream()
                .filter(e -> e.text("resolution") != null && RESOLUTIONS.contains(e.text("resolution")))
                .reduce((a, b) -> b);
    }
}
