package nl.klantstem.link;

import java.time.Instant;
import java.util.Collection;
import nl.klantstem.link.KnownEvent.ContactStep;
import org.jspecify.annotations.Nullable;

/**
 * A wait that was imposed on a customer.
 *
 * @param since when the customer was first told to wait; null without a wait
 * @param until the latest moment that was named for its end; null when none was
 */
record Wait(@Nullable Instant since, @Nullable Instant until) {

    static final Wait NONE = new Wait(null, null);

    static Wait of(ContactStep step) {
        return step.waitImposed() ? new Wait(step.occurredAt(), step.waitUntil()) : NONE;
    }

    static Wait together(Collection<Wait> waits) {
        return waits.stream().reduce(NONE, Wait::and);
    }

    boolean imposed() {
        return since != null;
    }

    /** How long it was to be; {@link Seconds#UNKNOWN} when no end was named. */
    int seconds() {
        return Seconds.between(since, until);
    }

    Wait and(Wait other) {
        @Nullable
        Instant from = since == null || (other.since != null && other.since.isBefore(since)) ? other.since : since;
        @Nullable
        Instant to = until == null || (other.until != null && other.until.isAfter(until)) ? other.until : until;
        return new Wait(from, to);
    }
}
