package nl.klantstem.contract.in;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The envelope that every input event carries. When it reached us (recordedAt) is the Kafka record's timestamp. */
public sealed interface InputEvent
        permits SurveyResponse, ContactEvent, SurveyInvitation, OrderEvent, DeliveryEvent, JourneyStepEvent {

    /** Unique per topic and source; the same id again is a duplicate. */
    String eventId();

    /** Event time: when it happened. */
    Instant occurredAt();

    String source();

    Audience audience();

    @Nullable
    String country();

    @Nullable
    String language();

    /** A test event is dropped and counted. */
    boolean test();

    /** The customer: raw only until ingest has pseudonymised it. */
    @Nullable
    String customerKey();

    /** The same event under another customer key (a pseudonym instead of the raw key). */
    InputEvent withCustomerKey(@Nullable String key);
}
