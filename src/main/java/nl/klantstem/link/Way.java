package nl.klantstem.link;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.klantstem.contract.flow.JourneyFact;
import nl.klantstem.contract.flow.JourneyFact.Passage;
import nl.klantstem.contract.in.Emotion;
import nl.klantstem.contract.in.JourneyStepEvent.Experience;
import nl.klantstem.contract.in.JourneyStepEvent.Kind;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.link.KnownEvent.JourneyStep;
import org.jspecify.annotations.Nullable;

/** How far an instance of a journey came through the steps that the catalogue gives it: the definitions of docs/measures.md. */
final class Way {

    private final JourneyView instance;
    private final StepOrder order;
    private final SortedMap<String, Instant> reached = new TreeMap<>();
    private final Map<String, List<ContactView>> contacts = new HashMap<>();
    private final @Nullable Instant endedAt;
    private final @Nullable String firstInbound;

    Way(JourneyView instance, StepOrder order) {
        this.instance = instance;
        this.order = order;
        instance.steps().stream()
                .filter(step -> step.kind() != Kind.CLOSED)
                .forEach(step -> reach(order.label(step.stepId()), step.occurredAt()));
        instance.contacts().stream()
                .filter(contact -> contact.stepId() != null)
                .forEach(contact -> reach(order.label(contact.stepId()), contact.openedAt()));
        var named = new TreeMap<>(reached);
        for (ContactView contact : instance.contacts()) {
            String step = contact.stepId() == null ? last(named, contact.openedAt()) : order.label(contact.stepId());
            reach(step, contact.openedAt());
            contacts.computeIfAbsent(step, s -> new ArrayList<>()).add(contact);
        }
        this.endedAt = instance.steps().stream()
                .filter(this::ends)
                .map(JourneyStep::occurredAt)
                .findFirst()
                .orElse(null);
        this.firstInbound = instance.contacts().stream()
                .filter(ContactView::inbound)
                .map(ContactView::contactId)
                .findFirst()
                .orElse(null);
    }

    private void reach(String step, Instant at) {
        reached.merge(step, at, (one, other) -> one.isBefore(other) ? one : other);
    }

    /** The step that had been reached last at a moment. */
    private String last(Map<String, Instant> named, Instant at) {
        return named.entrySet().stream()
                .filter(step -> !step.getValue().isAfter(at))
                .max(Map.Entry.<String, Instant>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(order.inOrder())))
                .map(Map.Entry::getKey)
                .orElse(Scope.UNKNOWN);
    }

    private boolean ends(JourneyStep step) {
        return step.kind() == Kind.CLOSED || (step.kind() == Kind.COMPLETED && order.isLast(step.stepId()));
    }

    /** When each step was reached, by its label. */
    SortedMap<String, Instant> reached() {
        return Collections.unmodifiableSortedMap(reached);
    }

    /** Whether it was completed as a whole. */
    boolean ended() {
        return endedAt != null;
    }

    /** How a step was experienced as its events tell last; null when none does. */
    @Nullable
    Experience experience(String step) {
        return instance.steps().stream()
                .filter(event -> event.experience() != null
                        && order.label(event.stepId()).equals(step))
                .reduce((earlier, later) -> later)
                .map(JourneyStep::experience)
                .orElse(null);
    }

    /** All steps that were reached; {@code passage} is that of the instance. */
    List<JourneyFact.Step> steps(Passage passage) {
        return reached.entrySet().stream()
                .map(step -> step(step.getKey(), step.getValue(), passage))
                .toList();
    }

    private JourneyFact.Step step(String step, Instant reachedAt, Passage ofInstance) {
        @Nullable Instant completedAt = completedAt(step, reachedAt);
        Passage open = ofInstance == Passage.ABANDONED ? Passage.ABANDONED : Passage.OPEN;
        List<ContactView> here = contacts.getOrDefault(step, List.of());
        Wait wait = Wait.together(
                here.stream().map(contact -> contact.life().waits()).toList());
        int inbound = (int) here.stream().filter(ContactView::inbound).count();
        boolean withFirst =
                here.stream().anyMatch(contact -> contact.contactId().equals(firstInbound));
        return new JourneyFact.Step(
                step,
                reachedAt,
                completedAt == null ? open : Passage.COMPLETED,
                Seconds.between(reachedAt, completedAt),
                wait.imposed(),
                wait.seconds(),
                inbound,
                withFirst ? inbound - 1 : inbound,
                experience(step),
                observed(step));
    }

    /** Its own completion, else the next step's reaching, else the end of the whole. */
    private @Nullable Instant completedAt(String step, Instant reachedAt) {
        return instance.steps().stream()
                .filter(event -> event.kind() == Kind.COMPLETED
                        && order.label(event.stepId()).equals(step))
                .map(JourneyStep::occurredAt)
                .findFirst()
                .or(() -> reached.entrySet().stream()
                        .filter(other -> order.isAfter(other.getKey(), step))
                        .map(Map.Entry::getValue)
                        .filter(at -> !at.isBefore(reachedAt))
                        .min(Instant::compareTo))
                .orElse(endedAt);
    }

    private SortedSet<Emotion> observed(String step) {
        var observed = new TreeSet<Emotion>();
        for (JourneyStep event : instance.steps()) {
            if (event.emotion() != null && order.label(event.stepId()).equals(step)) {
                observed.add(event.emotion());
            }
        }
        return observed;
    }
}
