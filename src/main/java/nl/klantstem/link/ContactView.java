package nl.klantstem.link;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.ContactEvent;
import nl.klantstem.contract.in.Handler;
import nl.klantstem.link.KnownEvent.ContactStep;
import org.jspecify.annotations.Nullable;

/**
 * A contact as its events tell it, applied in {@code seq} order whatever order they arrived in; it is there once its OPENED
 * is known. Channel, direction and audience are those it opened with; what a later event names again is corrected by it.
 */
record ContactView(
        String contactId,
        Instant openedAt,
        @Nullable Instant endedAt,
        Audience audience,
        boolean inbound,
        @Nullable String channel,
        @Nullable String handler,
        @Nullable String servicePartnerId,
        @Nullable String routedTo,
        @Nullable String resolution,
        @Nullable String journeyId,
        @Nullable String driver,
        boolean fromIntent,
        @Nullable String orderId,
        boolean late) {

    private static final Comparator<ContactStep> BY_SEQ =
            Comparator.comparingInt(ContactStep::seq).thenComparing(ContactStep::at);

    /** The contact that these events tell of, or null when it has not opened. */
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
                last(steps, step -> ends(step.type()) ? step.occurredAt() : null),
                opened.audience(),
                !ContactEvent.Direction.OUTBOUND.name().equals(opened.direction()),
                opened.channel(),
                handler(steps),
                last(steps, ContactStep::servicePartnerId),
                last(steps, ContactStep::routedTo),
                last(steps, ContactStep::resolution),
                last(steps, ContactStep::journeyId),
                driver == null ? null : driver.driver(),
                driver != null && driver.driverIsIntent(),
                last(steps, ContactStep::orderId),
                opened.at().late());
    }

    /** HUMAN as soon as a person handled it, BOT when only a bot did. */
    private static @Nullable String handler(List<ContactStep> steps) {
        boolean human = steps.stream().anyMatch(step -> Handler.HUMAN.name().equals(step.handler()));
        return human ? Handler.HUMAN.name() : last(steps, ContactStep::handler);
    }

    private static boolean ends(ContactEvent.Type type) {
        return switch (type) {
            case CLOSED, RESOLVED, ABANDONED -> true;
            case OPENED,
                    BOT_STARTED,
                    INTENT_RECOGNIZED,
                    HUMAN_REQUESTED,
                    HANDED_OVER,
                    QUEUED,
                    ROUTED,
                    ANSWERED,
                    TRANSFERRED,
                    WAIT_IMPOSED,
                    REOPENED,
                    DRIVER_CORRECTED -> false;
        };
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
