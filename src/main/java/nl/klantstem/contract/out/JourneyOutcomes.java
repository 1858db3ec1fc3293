package nl.klantstem.contract.out;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of the instances of journeys, in the window in which they started. {@code instances} = open + completed +
 * abandoned. A share of nothing is absent.
 *
 * @param reordered of those due: the customer ordered again
 * @param reorderedByAgent of those due: an agent placed that order
 * @param leakage of those whose days have passed: the customer placed no order at all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JourneyOutcomes(
        Scope scope,
        Window window,
        long instances,
        long open,
        long completed,
        long abandoned,
        @Nullable Share reordered,
        @Nullable Share reorderedByAgent,
        @Nullable Share credited,
        @Nullable Share found,
        @Nullable Share kept,
        @Nullable Share refunded,
        @Nullable Share leakage,
        Totals totals,
        Instant asOf,
        boolean provisional,
        Completeness completeness,
        String catalogueVersion,
        int schemaVersion) {
    public static final int SCHEMA_VERSION = 1;

    /**
     * Cumulative totals that never fall: what was counted for the first time, and of that what was taken back or counted
     * otherwise since.
     */
    public record Totals(Counters counted, Counters corrected) {}

    /** Instances by what ever came of them; one counts in all that hold for it. */
    public record Counters(
            long instances,
            long completed,
            long abandoned,
            long due,
            long reordered,
            long reorderedByAgent,
            long credited,
            long found,
            long kept,
            long refunded,
            long leakageDue,
            long leakage) {}
}
