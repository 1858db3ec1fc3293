package nl.klantstem.contract.out;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cumulative totals that never fall: what was counted for the first time, and of that what was taken back or counted
 * otherwise since.
 */
public record OutcomeTotals(Counters counted, Counters corrected) {

    /**
     * What is counted over all time; absent what never was.
     *
     * @param answer offer to answer
     * @param human from asking for a person to the first person's answer
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Counters(
            long abandoned,
            long repeats,
            @Nullable Times answer,
            @Nullable Times human,
            @Nullable BotSessions bot,
            @Nullable List<Route> routes) {
        public Counters {
            routes = routes == null ? null : List.copyOf(routes);
        }
    }

    /** Times in seconds: their sum, and how many in each class of {@link Durations#BOUNDS} and beyond. */
    public record Times(long sum, List<Long> counts) {
        public Times {
            counts = List.copyOf(counts);
        }
    }
}
