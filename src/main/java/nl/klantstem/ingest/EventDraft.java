package nl.klantstem.ingest;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.InputEvent;
import org.jspecify.annotations.Nullable;

/** An event while it is read: the envelope. What is required may only be asked for when nothing was amiss. */
abstract class EventDraft extends Draft<InputEvent> {

    private static final Map<String, Audience> AUDIENCE = Fields.labels(Audience.class);

    private @Nullable String eventId;
    private @Nullable Instant occurredAt;
    private @Nullable String source;
    private @Nullable Audience audience;

    @Nullable
    String country;

    @Nullable
    String language;

    private @Nullable Boolean test;

    static <D extends EventDraft> Fields<D> envelope() {
        return Fields.<D>ofEvent()
                .id("eventId", (d, in) -> ((EventDraft) d).eventId = in.ownId())
                .required("occurredAt", (d, in) -> ((EventDraft) d).occurredAt = in.instant())
                .required("source", (d, in) -> ((EventDraft) d).source = in.requiredText())
                .required("audience", (d, in) -> ((EventDraft) d).audience = in.oneOf(AUDIENCE))
                .optional("country", (d, in) -> d.country = in.text())
                .optional("language", (d, in) -> d.language = in.text())
                .optional("test", (d, in) -> ((EventDraft) d).test = in.bool());
    }

    String eventId() {
        return requireNonNull(eventId);
    }

    Instant occurredAt() {
        return requireNonNull(occurredAt);
    }

    String source() {
        return requireNonNull(source);
    }

    Audience audience() {
        return requireNonNull(audience);
    }

    boolean isTest() {
        return test != null && test;
    }

    @Override
    final InputEvent fact() {
        return event();
    }

    /** The event, when it has no offence. */
    abstract InputEvent event();
}
