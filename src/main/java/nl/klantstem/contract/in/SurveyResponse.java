package nl.klantstem.contract.in;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An answer to a survey, or a revision of one: the highest {@code revision} of a {@code responseId} wins, WITHDRAWN takes
 * it back. {@code occurredAt} is when it was answered. nps 0..10, csat 1..5, ces 1..7, experience values 1..5; absent when
 * not answered.
 */
public record SurveyResponse(
        String eventId,
        Instant occurredAt,
        String source,
        Audience audience,
        @Nullable String country,
        @Nullable String language,
        boolean test,
        String responseId,
        int revision,
        Status status,
        Programme programme,
        @Nullable String customerKey,
        @Nullable String partnerId,
        @Nullable Integer nps,
        @Nullable Integer csat,
        @Nullable Integer ces,
        Map<ExperienceValue, Integer> experienceValues,
        List<StepEmotion> emotions,
        @Nullable String comment,
        @Nullable Boolean resolved,
        @Nullable String invitationId,
        @Nullable String contactId,
        @Nullable String orderId,
        @Nullable String journeyId,
        @Nullable String journeyInstanceId,
        @Nullable String stepId)
        implements InputEvent {

    /** How far the answer came. */
    public enum Status {
        COMPLETE,
        PARTIAL,
        DISMISSED,
        WITHDRAWN
    }

    /** The five experience values every measure hangs under. */
    public enum ExperienceValue {
        RELIEVE,
        PERSONAL,
        TAILORED,
        EXCEED,
        CO_BUILD
    }

    /** An emotion felt at a step; intensity 1..3. */
    public record StepEmotion(String stepId, Emotion emotion, int intensity) {}

    public SurveyResponse {
        // In the order of the enum, so that equal answers are written equally in every process.
        experienceValues = Collections.unmodifiableMap(new TreeMap<>(experienceValues));
        emotions = List.copyOf(emotions);
    }

    @Override
    public SurveyResponse withCustomerKey(@Nullable String key) {
        return new SurveyResponse(
                eventId,
                occurredAt,
                source,
                audience,
                country,
                language,
                test,
                responseId,
                revision,
                status,
                programme,
                key,
                partnerId,
                nps,
                csat,
                ces,
                experienceValues,
                emotions,
                comment,
                resolved,
                invitationId,
                contactId,
                orderId,
                journeyId,
                journeyInstanceId,
                stepId);
    }

    /** The same answer without its free text, which goes nowhere until it is redacted. */
    public SurveyResponse withoutComment() {
        return new SurveyResponse(
                eventId,
                occurredAt,
                source,
                audience,
                country,
                language,
                test,
                responseId,
                revision,
                status,
                programme,
                customerKey,
                partnerId,
                nps,
                csat,
                ces,
                experienceValues,
                emotions,
                null,
                resolved,
                invitationId,
                contactId,
                orderId,
                journeyId,
                journeyInstanceId,
                stepId);
    }
}
