package nl.klantstem.contract.out;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The NPS of a scope in a window. {@code scores} counts the eleven answers 0..10. Without answers there is no nps (never
 * 0). A suppressed record (under 5 answers in a cluster) has n only. {@code asOf} is the recorded time up to which
 * everything is in.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JourneyNps(
        Scope scope,
        Window window,
        long n,
        @Nullable Long promoters,
        @Nullable Long passives,
        @Nullable Long detractors,
        @Nullable List<Long> scores,
        @Nullable Double nps,
        @Nullable Interval interval,
        Reliability reliability,
        @Nullable Mean csat,
        @Nullable Mean ces,
        NpsTotals totals,
        Instant asOf,
        boolean provisional,
        @Nullable Completeness completeness,
        String catalogueVersion,
        int schemaVersion) {
    public static final int SCHEMA_VERSION = 1;
}
