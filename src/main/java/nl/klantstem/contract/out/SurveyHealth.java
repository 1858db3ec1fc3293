package nl.klantstem.contract.out;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import nl.klantstem.contract.out.LinkedResponse.UnmatchedReason;
import org.jspecify.annotations.Nullable;

/**
 * Surveys of a scope, in the window in which they were asked, by how far they came; and the responses that were answered in
 * the window. {@code asked} = bounced + delivered + those of which nothing more is known; answered are part of opened, these
 * of delivered.
 *
 * @param suppressed not asked at all
 * @param expired asked, and closed before an answer
 * @param responseRate answered of asked, so far
 * @param responseRateDue answered in time, of those asked long enough ago
 * @param answerDelay from the asking to the first answer
 * @param againWithinQuarantine asked too short a time after another survey
 * @param unmatched absent without responses
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SurveyHealth(
        Scope scope,
        Window window,
        long suppressed,
        long asked,
        long bounced,
        long delivered,
        long opened,
        long answered,
        long expired,
        @Nullable Share responseRate,
        @Nullable Share responseRateDue,
        @Nullable Durations answerDelay,
        long againWithinQuarantine,
        long responses,
        @Nullable Unmatched unmatched,
        Totals totals,
        Instant asOf,
        boolean provisional,
        Completeness completeness,
        String catalogueVersion,
        int schemaVersion) {
    public static final int SCHEMA_VERSION = 1;

    /** Responses that are linked to no contact: how many, why not, and their share (0..1, 4 decimals) of all responses. */
    public record Unmatched(long responses, Map<UnmatchedReason, Long> byReason, double share) {
        public Unmatched {
            byReason = inOrder(byReason);
        }
    }

    /**
     * Cumulative totals that never fall: what was counted for the first time, and of that what was taken back or counted
     * otherwise since.
     */
    public record Totals(Counters counted, Counters corrected) {}

    /**
     * What is counted over all time: surveys at every stage that they ever reached, and responses by whether they are linked.
     */
    public record Counters(
            long suppressed,
            long asked,
            long bounced,
            long delivered,
            long opened,
            long answered,
            long againWithinQuarantine,
            long linked,
            Map<UnmatchedReason, Long> unmatched) {
        public Counters {
            unmatched = inOrder(unmatched);
        }
    }

    /** In the order of the enum, so that equal values are written equally in every process. */
    private static Map<UnmatchedReason, Long> inOrder(Map<UnmatchedReason, Long> counts) {
        return Collections.unmodifiableMap(new TreeMap<>(counts));
    }
}
