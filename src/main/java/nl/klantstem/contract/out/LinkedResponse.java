package nl.klantstem.contract.out;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.in.SurveyResponse;
import org.jspecify.annotations.Nullable;

/**
 * A response with the context of the contact it is about, as known now. The customer is a pseudonym, free text is left
 * out. {@code confidence} 0..1 states how sure the link is. {@code counted} says since when it counts towards NPS as what,
 * oldest first; absent when it has counted as it stands here (or not at all) since the minute of {@code asOf}, and ever before not.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LinkedResponse(
        String responseId,
        int revision,
        SurveyResponse.Status status,
        Programme programme,
        Audience audience,
        @Nullable String customer,
        Instant answeredAt,
        @Nullable Integer nps,
        @Nullable Integer csat,
        @Nullable Integer ces,
        String journeyId,
        JourneySource journeySource,
        LinkMethod method,
        double confidence,
        @Nullable UnmatchedReason unmatchedReason,
        @Nullable ContactContext contact,
        boolean late,
        @Nullable List<Counted> counted,
        Instant asOf,
        String catalogueVersion,
        int schemaVersion) {
    public static final int SCHEMA_VERSION = 1;

    public LinkedResponse {
        counted = counted == null ? null : List.copyOf(counted);
    }

    /**
     * What it counts as towards NPS from a recorded minute on ({@code since} is where that minute begins: it is in every figure
     * as of a later time), until the next; with {@code since} alone it does not count.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Counted(
            Instant since,
            @Nullable Programme programme,
            @Nullable Audience audience,
            @Nullable String journeyId,
            @Nullable Instant answeredAt,
            @Nullable Integer nps) {}

    /** Where the journey was taken from. */
    public enum JourneySource {
        RESPONSE,
        CONTACT,
        DRIVER,
        NONE
    }

    /** How the response was linked, strongest first. */
    public enum LinkMethod {
        CONTACT_ID,
        INVITATION,
        ORDER,
        CUSTOMER,
        UNMATCHED
    }

    /** Why it was not linked. */
    public enum UnmatchedReason {
        /** Neither the customer nor a contact under the same key is known. */
        NO_CUSTOMER,
        /** It names a contact that is not known (yet). */
        CONTACT_UNKNOWN,
        /** The customer had no contact in the attribution window. */
        NO_CONTACT
    }

    /** The contact as it stood at the time; fields of an invitation's snapshot have no contactId. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ContactContext(
            @Nullable String contactId,
            String channel,
            String driver,
            @Nullable String handler,
            @Nullable String servicePartnerId,
            @Nullable String routedTo,
            @Nullable String resolution,
            @Nullable Instant openedAt,
            @Nullable Instant endedAt) {}
}
