package nl.klantstem.link;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.ContactEvent;
import nl.klantstem.contract.in.Handler;
import nl.klantstem.link.KnownEvent.ContactStep;
import org.jspecify.annotations.Nullable;

/**
 * A contact as its events tell it, applied in {@code seq} order whatever order they arrived in; it is there once its OPENED
 * is known. Channel, direction and audience are those it opened with; what a later event names again is corrected by it.
 *
 * @param route the events that name who it was routed to, in order
 * @param resolved the event that told the resolution last
 * @param recognised the event that told the intent last
 * @param knownMinute the recorded minute of the newest event in it
 */
record ContactView(
        String contactId,
        Instant openedAt,
        Audience audience,
        boolean inbound,
        @Nullable String channel,
        @Nullable String handler,
        @Nullable String servicePartnerId,
        List<ContactStep> route,
        @Nullable ContactStep resolved,
        @Nullable String journeyId,
        @Nullable String journeyInstanceId,
        @Nullable String stepId,
        @Nullable String driver,
        boolean fromIntent,
        @Nullable ContactStep recognised,
        @Nullable String fulfilment,
        @Nullable String demandType,
        @Nullable String avoidableCause,
        @Nullable String owningDepartment,
        @Nullable String orderId,
        @Nullable String shipmentId,
        @Nullable Boolean proofAsked,
        boolean late,
        ContactLife life,
        long knownMinute) {

    /** By the time they opened; of two at the same time the lesser id first. */
    static final Comparator<ContactView> BY_OPENING =
            Comparator.comparing(ContactView::openedAt).thenComparing(ContactView::contactId);

    private static final Comparator<ContactStep> BY_SEQ =
            Comparator.comparingInt(ContactStep::seq).thenComparing(ContactStep::at);

    /** The contact that these events tell of, in the order they became known, or null when it has not opened. */
    static @Nullable ContactView of(List<ContactStep> known) {
        var steps = new ArrayList<>(known);
        steps.sort(BY_SEQ);
        @Nullable
        ContactStep opened = steps.stream()
                .filter(step -> step.type() == ContactEvent.Type.OPENED)
                .findFirst()
                .orElse(null);
        if (opened == null) {
            return null;
        }
        @Nullable
        ContactStep labelled = last(steps, step -> step.driverIsIntent() || step.driver() == null ? null : step);
        @Nullable ContactStep recognised = last(steps, step -> step.driver() == null ? null : step);
        @Nullable ContactStep driver = labelled == null ? recognised : labelled;
        return new ContactView(
                opened.contactId(),
                opened.occurredAt(),
                opened.audience(),
                !ContactEvent.Direction.OUTBOUND.name().equals(opened.direction()),
                opened.channel(),
                handler(steps),
                last(steps, ContactStep::servicePartnerId),
                steps.stream().filter(step -> step.routedTo() != null).toList(),
                last(steps, step -> step.resolution() == null ? null : step),
                last(steps, ContactStep::journeyId),
                last(steps, ContactStep::journeyInstanceId),
                last(steps, ContactStep::stepId),
                driver == null ? null : driver.driver(),
                driver != null && driver.driverIsIntent(),
                last(steps, step -> step.intent() == null ? null : step),
                last(steps, ContactStep::fulfilment),
                last(steps, ContactStep::demandType),
                last(steps, ContactStep::avoidableCause),
                last(steps, ContactStep::owningDepartment),
                last(steps, ContactStep::orderId),
                last(steps, ContactStep::shipmentId),
                proofAsked(steps),
                opened.at().late(),
                ContactLife.of(steps, opened),
                known.get(known.size() - 1).at().minute());
    }

    @Nullable
    String resolution() {
        return resolved == null ? null : resolved.resolution();
    }

    /** Who it was routed to in the end. */
    @Nullable
    String routedTo() {
        return route.isEmpty() ? null : route.get(route.size() - 1).routedTo();
    }

    /** What a contact is about, among those of one customer. */
    record Subject(@Nullable String orderId, @Nullable String journeyInstanceId, String level1) {}

    /** Null when it is not known. */
    @Nullable
    Subject issue() {
        String level1 = driver == null ? "" : level1(driver);
        if (orderId != null) {
            return new Subject(orderId, null, level1);
        }
        if (journeyInstanceId != null) {
            return new Subject(null, journeyInstanceId, "");
        }
        return driver == null ? null : new Subject(null, null, level1);
    }

    static String level1(String driver) {
        int slash = driver.indexOf('/');
        return slash < 0 ? driver : driver.substring(0, slash);
    }

    /** HUMAN as soon as a person handled it, BOT when only a bot did. */
    private static @Nullable String handler(List<ContactStep> steps) {
        boolean human = steps.stream().anyMatch(step -> Handler.HUMAN.name().equals(step.handler()));
        return human ? Handler.HUMAN.name() : last(steps, ContactStep::handler);
    }

    /** Whether proof or forms were asked by any event; null when none says. */
    private static @Nullable Boolean proofAsked(List<ContactStep> steps) {
        return steps.stream()
                .map(ContactStep::proofAsked)
                .filter(Objects::nonNull)
                .reduce((one, other) -> one || other)
                .orElse(null);
    }

    private static <T> @Nullable T last(List<ContactStep> steps, Function<ContactStep, @Nullable T> field) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            @Nullable T value = field.apply(steps.get(i));
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
