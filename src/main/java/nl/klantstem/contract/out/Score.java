package nl.klantstem.contract.out;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The NPS of a group of answers, inside another insight: as in journey-nps, a suppressed one (under 5 answers in a cluster)
 * has n only. Rounded to 2 decimals.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Score(
        long n,
        @Nullable Long promoters,
        @Nullable Long passives,
        @Nullable Long detractors,
        @Nullable Double nps,
        @Nullable Interval interval,
        Reliability reliability) {}
