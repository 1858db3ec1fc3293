package nl.klantstem.link;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.klantstem.contract.flow.JourneyFact;
import nl.klantstem.contract.flow.JourneyFact.Outcome;
import nl.klantstem.contract.flow.JourneyFact.Passage;
import nl.klantstem.contract.in.DeliveryEvent;
import nl.klantstem.contract.in.Emotion;
import nl.klantstem.contract.in.JourneyStepEvent.Experience;
import nl.klantstem.contract.in.JourneyStepEvent.Kind;
import nl.klantstem.contract.in.OrderEvent;
import nl.klantstem.link.KnownEvent.ContactStep;
import nl.klantstem.link.KnownEvent.JourneyStep;
import nl.klantstem.link.KnownEvent.OrderStep;
import nl.klantstem.link.KnownEvent.ShipmentStep;
import org.jspecify.annotations.Nullable;

/** An instance of a journey read off its events by the words of docs/measures.md, each definition by itself. */
final class PlainJourney {

    final String id;
    private final List<JourneyStep> events = new ArrayList<>();
    private final List<PlainContact> contacts = new ArrayList<>();
    private final List<KnownEvent> known;
    private final Instant now;

    private PlainJourney(String id, List<KnownEvent> known, List<PlainContact> all, Instant now) {
        this.id = id;
        this.known = known;
        this.now = now;
        known.forEach(event -> {
            if (event instanceof JourneyStep step && step.journeyInstanceId().equals(id)) {
                events.add(step);
            }
        });
        // What is known first stays first of two at the same time.
        events.sort(Comparator.comparing(JourneyStep::occurredAt));
        all.stream()
                .filter(contact -> id.equals(contact.last(ContactStep::journeyInstanceId)))
                .forEach(contacts::add);
        contacts.sort((one, other) -> one.openedBefore(other) ? -1 : 1);
    }

    /** All instances of a customer that anything tells of. */
    static List<PlainJourney> all(List<KnownEvent> known, List<PlainContact> contacts, Instant now) {
        var ids = new TreeSet<String>();
        for (KnownEvent event : known) {
            if (event instanceof JourneyStep step) {
                ids.add(step.journeyInstanceId());
            } else if (event instanceof ContactStep step && step.journeyInstanceId() != null) {
                ids.add(step.journeyInstanceId());
            }
        }
        return ids.stream()
                .map(id -> new PlainJourney(id, known, contacts, now))
                .filter(journey -> !journey.events.isEmpty() || !journey.contacts.isEmpty())
                .toList();
    }

    JourneyFact fact() {
        PlainContact contact = contacts.isEmpty() ? null : contacts.get(0);
        JourneyStep event = events.isEmpty() ? null : events.get(0);
        boolean byContact =
                event == null || (contact != null && contact.openedAt().isBefore(event.occurredAt()));
        return new JourneyFact(
                start(),
                event == null ? contact.opened.audience() : event.audience(),
                PlainLabels.journey(journey()),
                passage(),
                steps().stream().map(this::step).toList(),
                outcome(),
                byContact ? contact.opened.at().late() : event.at().late(),
                "v1");
    }

    @Nullable
    String journey() {
        if (!events.isEmpty()) {
            return events.get(0).journeyId();
        }
        String own = contacts.get(0).last(ContactStep::journeyId);
        return own != null ? own : PlainLabels.journeyOf(contacts.get(0).driver());
    }

    Instant start() {
        return Stream.concat(
                        events.stream().map(JourneyStep::occurredAt),
                        contacts.stream().map(PlainContact::openedAt))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    // ---- state

    private @Nullable Instant completed() {
        List<String> listed = PlainLabels.steps(journey());
        String last = listed.isEmpty() ? null : listed.get(listed.size() - 1);
        return earliest(step -> step.kind() == Kind.CLOSED
                || (step.kind() == Kind.COMPLETED && step.stepId().equals(last)));
    }

    private Passage passage() {
        if (completed() != null) {
            return Passage.COMPLETED;
        }
        Instant last = Instant.MIN;
        for (JourneyStep event : events) {
            last = event.occurredAt().isAfter(last) ? event.occurredAt() : last;
        }
        for (PlainContact contact : contacts) {
            last = contact.lastAt().isAfter(last) ? contact.lastAt() : last;
        }
        return last.plus(GivenCatalogue.INSTANCES.abandonedAfter()).isAfter(now) ? Passage.OPEN : Passage.ABANDONED;
    }

    private @Nullable Instant earliest(Predicate<JourneyStep> which) {
        return events.stream()
                .filter(which)
                .map(JourneyStep::occurredAt)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    // ---- steps

    private String label(@Nullable String stepId) {
        return PlainLabels.step(journey(), stepId);
    }

    private int place(String step) {
        return PlainLabels.steps(journey()).indexOf(step);
    }

    /** The steps that were reached by a moment, or ever when it is null. */
    TreeSet<String> steps() {
        var steps = new TreeSet<String>();
        for (String step : candidates()) {
            if (reached(step) != null) {
                steps.add(step);
            }
        }
        return steps;
    }

    private Set<String> candidates() {
        var steps = new TreeSet<>(PlainLabels.steps(journey()));
        steps.add("other");
        steps.add("unknown");
        return steps;
    }

    /** When an event, or a contact that says so itself, first named it. */
    private @Nullable Instant named(String step) {
        Instant reached = earliest(
                event -> event.kind() != Kind.CLOSED && label(event.stepId()).equals(step));
        for (PlainContact contact : contacts) {
            String stepId = contact.last(ContactStep::stepId);
            boolean first = reached == null || contact.openedAt().isBefore(reached);
            reached = stepId != null && label(stepId).equals(step) && first ? contact.openedAt() : reached;
        }
        return reached;
    }

    private String stepOf(PlainContact contact) {
        String own = contact.last(ContactStep::stepId);
        if (own != null) {
            return label(own);
        }
        String best = null;
        for (String step : candidates()) {
            Instant reached = named(step);
            if (reached != null && !reached.isAfter(contact.openedAt())) {
                boolean later = best == null
                        || reached.isAfter(named(best))
                        || (reached.equals(named(best)) && place(step) > place(best));
                best = later ? step : best;
            }
        }
        return best == null ? "unknown" : best;
    }

    @Nullable
    Instant reached(String step) {
        Instant reached = named(step);
        for (PlainContact contact : contacts) {
            boolean first = reached == null || contact.openedAt().isBefore(reached);
            reached = first && stepOf(contact).equals(step) ? contact.openedAt() : reached;
        }
        return reached;
    }

    private @Nullable Instant completed(String step) {
        Instant own = earliest(
                event -> event.kind() == Kind.COMPLETED && label(event.stepId()).equals(step));
        if (own != null) {
            return own;
        }
        Instant next = null;
        for (String other : steps()) {
            Instant at = reached(other);
            if (place(step) >= 0 && place(other) > place(step) && !at.isBefore(reached(step))) {
                next = next == null || at.isBefore(next) ? at : next;
            }
        }
        return next == null ? completed() : next;
    }

    @Nullable
    Experience experience(String step) {
        Experience last = null;
        for (JourneyStep event : events) {
            last = event.experience() != null && label(event.stepId()).equals(step) ? event.experience() : last;
        }
        return last;
    }

    private JourneyFact.Step step(String step) {
        List<PlainContact> here = contacts.stream()
                .filter(contact -> stepOf(contact).equals(step))
                .toList();
        List<PlainContact> inbound = here.stream().filter(PlainContact::inbound).toList();
        PlainContact first =
                contacts.stream().filter(PlainContact::inbound).findFirst().orElse(null);
        Instant told = null;
        Instant until = null;
        for (PlainContact contact : here) {
            for (ContactStep event : contact.with(each -> each.waitImposed() ? each : null)) {
                told = told == null || event.occurredAt().isBefore(told) ? event.occurredAt() : told;
                boolean later = event.waitUntil() != null
                        && (until == null || event.waitUntil().isAfter(until));
                until = later ? event.waitUntil() : until;
            }
        }
        var felt = new TreeSet<Emotion>();
        events.stream()
                .filter(event ->
                        event.emotion() != null && label(event.stepId()).equals(step))
                .forEach(event -> felt.add(event.emotion()));
        Instant completed = completed(step);
        return new JourneyFact.Step(
                step,
                reached(step),
                completed != null
                        ? Passage.COMPLETED
                        : passage() == Passage.ABANDONED ? Passage.ABANDONED : Passage.OPEN,
                seconds(reached(step), completed),
                told != null,
                seconds(told, until),
                inbound.size(),
                (int) inbound.stream().filter(contact -> contact != first).count(),
                experience(step),
                felt);
    }

    private static int seconds(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null
                ? -1
                : Math.max(0, (int) Math.floorDiv(to.toEpochMilli() - from.toEpochMilli(), 1_000L));
    }

    // ---- what came of it

    private Outcome outcome() {
        Instant reorder = start().plus(Duration.ofDays(GivenCatalogue.INSTANCES.reorderDays()));
        Instant leakage = start().plus(Duration.ofDays(GivenCatalogue.INSTANCES.leakageDays()));
        boolean byAgent = resolved("REORDERED_BY_AGENT", reorder)
                || again(reorder).stream().anyMatch(step -> step.placedBy() == OrderEvent.PlacedBy.AGENT);
        boolean byCustomer =
                resolved("REORDERED_BY_CUSTOMER", reorder) || !again(reorder).isEmpty();
        boolean found = resolved("PARCEL_FOUND", Instant.MAX) || delivered();
        boolean back = befell("RETURN_REQUESTED") || befell("RETURN_RECEIVED");
        String resolution = null;
        for (PlainContact contact : contacts) {
            String own = contact.last(ContactStep::resolution);
            resolution = own == null ? resolution : own;
        }
        return new Outcome(
                PlainLabels.orUnknown(resolution),
                !reorder.isAfter(now),
                byAgent || byCustomer,
                byAgent,
                resolved("CREDITED", Instant.MAX) || resolved("OBLIGATION_WAIVED", Instant.MAX),
                found,
                found && !back,
                befell("RETURN_RECEIVED") || befell("ITEM_CANCELLED") || resolved("RETURN_ACCEPTED", Instant.MAX),
                !leakage.isAfter(now),
                ordered(leakage));
    }

    private boolean resolved(String how, Instant until) {
        return contacts.stream()
                .map(contact -> contact.last(step -> step.resolution() == null ? null : step))
                .anyMatch(step -> step != null
                        && step.resolution().equals(how)
                        && !step.occurredAt().isAfter(until));
    }

    private Set<String> orders() {
        var orders = new TreeSet<String>();
        contacts.stream()
                .filter(contact -> contact.orderId() != null)
                .forEach(contact -> orders.add(contact.orderId()));
        return orders;
    }

    private List<OrderStep> sinceStart() {
        return known.stream()
                .filter(OrderStep.class::isInstance)
                .map(OrderStep.class::cast)
                .filter(step -> !step.occurredAt().isBefore(start()))
                .toList();
    }

    private List<OrderStep> again(Instant until) {
        return sinceStart().stream()
                .filter(step -> !step.occurredAt().isAfter(until))
                .filter(step -> step.type() == OrderEvent.Type.REORDER_PLACED
                        ? orders().contains(step.orderId()) || names(step)
                        : step.type() == OrderEvent.Type.PLACED && names(step))
                .toList();
    }

    private boolean names(OrderStep step) {
        return step.reorderOf() != null && orders().contains(step.reorderOf());
    }

    private boolean befell(String type) {
        return sinceStart().stream()
                .anyMatch(step -> step.type().name().equals(type) && orders().contains(step.orderId()));
    }

    private boolean ordered(Instant until) {
        return sinceStart().stream()
                .filter(step -> step.type() == OrderEvent.Type.PLACED || step.type() == OrderEvent.Type.REORDER_PLACED)
                .anyMatch(step ->
                        step.occurredAt().isAfter(start()) && !step.occurredAt().isAfter(until));
    }

    private boolean delivered() {
        return known.stream()
                .anyMatch(event -> event instanceof ShipmentStep step
                        && List.of(DeliveryEvent.Type.DELIVERED, DeliveryEvent.Type.DELIVERED_NEIGHBOUR)
                                .contains(step.type())
                        && orders().contains(step.orderId())
                        && !step.occurredAt().isBefore(start()));
    }
}
