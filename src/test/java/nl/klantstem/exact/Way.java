package nl.klantstem.exact;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A customer's way through one instance of a journey, as its step events and the contacts that name it tell. */
final class Way {

    static final Comparator<Way> BY_START =
            comparing((Way way) -> way.startedAt).thenComparing(way -> way.id);

    final String id;
    final Instant startedAt;
    /** As it is named, in no label yet. */
    final @Nullable String journeyId;

    final String journey;
    final String audience;
    /** By label, those that were reached. */
    final Map<String, Step> steps = new TreeMap<>();
    /** In the order in which they opened. */
    final List<Contact> contacts;
    /** By occurredAt. */
    private final List<Event> events;

    private final Reference reference;

    /** A step that was reached. */
    record Step(Instant reachedAt, List<Event> events, List<Contact> contacts) {}

    private Way(String id, List<Event> events, List<Contact> contacts, Reference reference) {
        this.id = id;
        this.events = events;
        this.contacts = contacts;
        this.reference = reference;
        this.startedAt = Stream.concat(
                        events.stream().map(Event::occurredAt),
                        contacts.stream().map(contact -> contact.openedAt))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        this.journeyId =
                events.isEmpty() ? contacts.get(0).journeyId() : events.get(0).text("journeyId");
        this.journey = reference.journey(journeyId);
        this.audience =
                Objects.requireNonNull((events.isEmpty() ? contacts.get(0).opened : events.get(0)).text("audience"));
        reach();
    }

    /** All ways of a customer; none of one who is not known. */
    static List<Way> of(Customer customer, List<Event> events) {
        var ids = new TreeMap<String, List<Event>>();
        if (customer.known) {
            events.stream().sorted(comparing(Event::occurredAt)).forEach(event -> ids.computeIfAbsent(
                            Objects.requireNonNull(event.text("journeyInstanceId")), id -> new ArrayList<>())
                    .add(event));
            customer.contacts.forEach(contact -> {
                String id = contact.last("journeyInstanceId");
                if (id != null) {
                    ids.computeIfAbsent(id, i -> new ArrayList<>());
                }
            });
        }
        var ways = new ArrayList<Way>();
        ids.forEach((id, own) -> ways.add(new Way(
                id,
                own,
                customer.contacts.stream()
                        .filter(contact -> id.equals(contact.last("journeyInstanceId")))
                        .toList(),
                customer.reference)));
        ways.sort(BY_START);
        return ways;
    }

    // --- its steps ----------------------------------------------------------------------------------------------

    private void reach() {
        var reached = new HashMap<String, Instant>();
        events.stream()
                .filter(event -> !event.isKind("CLOSED"))
                .forEach(event -> reached.merge(label(event), event.occurredAt(), Way::earlier));
        contacts.stream()
                .filter(contact -> contact.last("stepId") != null)
                .forEach(contact -> reached.merge(named(contact), contact.openedAt, Way::earlier));
        var contactsOf = new HashMap<String, List<Contact>>();
        for (Contact contact : contacts) {
            String step = contact.last("stepId") == null ? lastReached(contact.openedAt, reached) : named(contact);
            contactsOf.computeIfAbsent(step, s -> new ArrayList<>()).add(contact);
        }
        if (contactsOf.containsKey("unknown")) {
            reached.put("unknown", contactsOf.get("unknown").get(0).openedAt);
        }
        reached.forEach((label, at) -> {
            var own =
                    events.stream().filter(event -> label(event).equals(label)).toList();
            steps.put(label, new Step(at, own, contactsOf.getOrDefault(label, List.of())));
        });
    }

    private String lastReached(Instant at, Map<String, Instant> reached) {
        return reached.keySet().stream()
                .filter(label -> !reached.get(label).isAfter(at))
                .max(comparing((String label) -> reached.get(label)).thenComparing(this::place))
                .orElse("unknown");
    }

    private String label(Event event) {
        return reference.step(journey, event.text("stepId"));
    }

    private String named(Contact contact) {
        return reference.step(journey, contact.last("stepId"));
    }

    /** In the order of the journey; -1 for what is no step of it. */
    private int place(String label) {
        return reference.steps(journey).indexOf(label);
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    // --- how far it came ----------------------------------------------------------------------------------------

    /** OPEN, COMPLETED or ABANDONED. */
    String state(Clock clock) {
        if (completedAt() != null) {
            return "COMPLETED";
        }
        return clock.passed(silentAt().plus(reference.abandonedAfter())) ? "ABANDONED" : "OPEN";
    }

    private @Nullable Instant completedAt() {
        var all = reference.steps(journey);
        return events.stream()
                .filter(event -> event.isKind("CLOSED")
                        || (event.isKind("COMPLETED")
                                && !all.isEmpty()
                                && label(event).equals(all.get(all.size() - 1))))
                .findFirst()
                .map(Event::occurredAt)
                .orElse(null);
    }

    private Instant silentAt() {
        return Stream.concat(
                        events.stream().map(Event::occurredAt),
                        contacts.stream().map(Contact::silentAt))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Null as long as it is not. */
    @Nullable
    Instant completedAt(String label) {
        Step step = Objects.requireNonNull(steps.get(label));
        Instant told = step.events().stream()
                .filter(event -> event.isKind("COMPLETED"))
                .findFirst()
                .map(Event::occurredAt)
                .orElse(null);
        if (told != null) {
            return told;
        }
        Instant passed = steps.keySet().stream()
                .filter(other -> place(label) >= 0 && place(other) > place(label))
                .map(other -> steps.get(other).reachedAt())
                .filter(at -> !at.isBefore(step.reachedAt()))
                .min(Comparator.naturalOrder())
                .orElse(null);
        return passed != null ? passed : completedAt();
    }

    /** As its last step event has it that tells one. */
    static @Nullable String experience(Step step) {
        return step.events().stream()
                .map(event -> event.text("experience"))
                .filter(experience -> experience != null && !experience.equals("MEH"))
                .reduce((a, b) -> b)
                .orElse(null);
    }

    /** Whether what it began with was recorded after every window with its minute had closed. */
    boolean late() {
        return Stream.concat(events.stream(), contacts.stream().map(contact -> contact.opened))
                .min(comparing(Event::occurredAt))
                .orElseThrow()
                .late();
    }
}
