package nl.klantstem.contract.in;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A survey that was offered to a customer, with a snapshot of the contact it is about. */
public record SurveyInvitation(
        String eventId,
        Instant occurredAt,
        String source,
        Audience audience,
        @Nullable String country,
        @Nullable String language,
        boolean test,
        String invitationId,
        String surveyId,
        Programme programme,
        @Nullable String customerKey,
        @Nullable String partnerId,
        @Nullable String contactId,
        @Nullable String orderId,
        @Nullable String journeyId,
        @Nullable String journeyInstanceId,
        @Nullable String stepId,
        Status status,
        @Nullable String suppressionReason,
        @Nullable Snapshot snapshot)
        implements InputEvent {

    /** How far the invitation came. */
    public enum Status {
        SENT,
        DELIVERED,
        BOUNCED,
        OPENED,
        STARTED,
        EXPIRED,
        SUPPRESSED
    }

    /** The contact as it stood when the survey was sent. */
    public record Snapshot(
            @Nullable Channel channel,
            @Nullable Handler handler,
            @Nullable String servicePartnerId,
            @Nullable String driver,
            @Nullable Party routedTo,
            @Nullable Resolution resolution) {}

    @Override
    public SurveyInvitation withCustomerKey(@Nullable String key) {
        return new SurveyInvitation(
                eventId,
                occurredAt,
                source,
                audience,
                country,
                language,
                test,
                invitationId,
                surveyId,
                programme,
                key,
                partnerId,
                contactId,
                orderId,
                journeyId,
                journeyInstanceId,
                stepId,
                status,
                suppressionReason,
                snapshot);
    }
}
