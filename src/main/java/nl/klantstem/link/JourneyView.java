package nl.klantstem.link;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.link.KnownEvent.JourneyStep;
import org.jspecify.annotations.Nullable;

/**
 * An instance of a journey as its events and the contacts that name it tell it; it is there once one of these is known.
 *
 * @param steps its events, in the order in which they happened
 * @param contacts in the order they opened
 */
record JourneyView(String instanceId, List<JourneyStep> steps, List<ContactView> contacts) {

    /** By the time they started; of two at the same time the lesser id first. */
    static final Comparator<JourneyView> BY_START =
            Comparator.comparing(JourneyView::startedAt).thenComparing(JourneyView::instanceId);

    private static final Comparator<JourneyStep> BY_OCCURRENCE =
            Comparator.comparing(JourneyStep::occurredAt).thenComparing(JourneyStep::at);

    /** Null when nothing is known of it. */
    static @Nullable JourneyView of(String instanceId, List<JourneyStep> known, List<ContactView> contacts) {
        return known.isEmpty() && contacts.isEmpty()
                ? null
                : new JourneyView(
                        instanceId, known.stream().sorted(BY_OCCURRENCE).toList(), contacts);
    }

    Instant startedAt() {
        return first(JourneyStep::occurredAt, ContactView::openedAt);
    }

    /** The latest time of any event of it, also of its contacts. */
    Instant lastAt() {
        return Stream.concat(
                        steps.stream().map(JourneyStep::occurredAt),
                        contacts.stream().map(contact -> contact.life().lastAt()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    Audience audience() {
        return steps.isEmpty() ? contacts.get(0).audience() : steps.get(0).audience();
    }

    /** Whether what it starts with became known after its windows had closed. */
    boolean late() {
        return first(step -> step.at().late(), ContactView::late);
    }

    /** The one that its events name, else that of its earliest contact. */
    @Nullable
    String journeyId(Labels labels) {
        return steps.isEmpty()
                ? labels.journeyOf(contacts.get(0))
                : steps.get(0).journeyId();
    }

    /** The recorded minute of the newest of all these events. */
    long knownMinute() {
        return LongStream.concat(
                        steps.stream().mapToLong(step -> step.at().minute()),
                        contacts.stream().mapToLong(ContactView::knownMinute))
                .max()
                .orElseThrow();
    }

    /** Those that its contacts name. */
    Set<String> orders() {
        return contacts.stream()
                .flatMap(contact -> Stream.ofNullable(contact.orderId()))
                .collect(Collectors.toSet());
    }

    /** Of what it starts with. */
    private <T> T first(Function<JourneyStep, T> ofStep, Function<ContactView, T> ofContact) {
        boolean byContact = steps.isEmpty()
                || (!contacts.isEmpty()
                        && contacts.get(0).openedAt().isBefore(steps.get(0).occurredAt()));
        return byContact ? ofContact.apply(contacts.get(0)) : ofStep.apply(steps.get(0));
    }
}
