package nl.klantstem.contract.in;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A customer's step on the way through one instance of a journey, and how it was experienced when that is known. */
public record JourneyStepEvent(
        String eventId,
        Instant occurredAt,
        String source,
        Audience audience,
        @Nullable String country,
        @Nullable String language,
        boolean test,
        String journeyId,
        String journeyInstanceId,
        String stepId,
        Kind kind,
        @Nullable String customerKey,
        @Nullable Experience experience,
        @Nullable Emotion emotion)
        implements InputEvent {

    /** What happened at the step. */
    public enum Kind {
        /** The instance began here. */
        STARTED,
        REACHED,
        COMPLETED,
        /** The instance ended here. */
        CLOSED
    }

    /** How the step was experienced. */
    public enum Experience {
        POSITIVE,
        NEUTRAL,
        NEGATIVE
    }

    @Override
    public JourneyStepEvent withCustomerKey(@Nullable String key) {
        return new JourneyStepEvent(
                eventId,
                occurredAt,
                source,
                audience,
                country,
                language,
                test,
                journeyId,
                journeyInstanceId,
                stepId,
                kind,
                key,
                experience,
                emotion);
    }
}
