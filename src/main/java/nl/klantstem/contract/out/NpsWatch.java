package nl.klantstem.contract.out;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import nl.klantstem.contract.in.Programme;
import org.jspecify.annotations.Nullable;

/**
 * How a score is watched: whether enough is known to watch it, and how strong the evidence is that it changed. Points are
 * rounded to 2 decimals, years to 4.
 *
 * @param baseline the usual score; absent as long as nothing was learnt
 * @param guard by how many points the score may lie off the baseline with nothing wrong; absent like the baseline
 * @param drop evidence of a drop in years: the alarm goes at {@code thresholdYears}, or earlier when others drop with it;
 *     absent unless WATCHING
 * @param improved the same of a rise
 * @param thresholdYears 1 / {@code falseAlarmsPerYear}
 * @param answersToGo answers that must still come; only when LEARNING
 * @param daysToGo days until enough is known if answers go on coming as they did; only when LEARNING, and absent when they
 *     are too few ever
 * @param alertId the open incident; only in an INCIDENT
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NpsWatch(
        Programme programme,
        Scope scope,
        State state,
        @Nullable Double baseline,
        @Nullable Double guard,
        @Nullable Double drop,
        @Nullable Double improved,
        double thresholdYears,
        double falseAlarmsPerYear,
        double smallestChange,
        @Nullable Long answersToGo,
        @Nullable Integer daysToGo,
        @Nullable String alertId,
        Instant asOf,
        String catalogueVersion,
        int schemaVersion) {
    public static final int SCHEMA_VERSION = 1;

    /** How a score is watched. */
    public enum State {
        /** Too few answers are known. */
        LEARNING,
        WATCHING,
        /** It changed, and it is looked for its end. */
        INCIDENT
    }
}
