package nl.klantstem.contract.out;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The NPS of a scope in a period of whole local days against the period before, against its norm, and why it moved. A
 * suppressed score (under 5 answers in a cluster) has n only, and nothing is said of it.
 *
 * @param score of the period
 * @param previous the period of as many days before
 * @param norm the 8 weeks before
 * @param rest all others of the audience in the period; absent where the scope is the audience
 * @param drivers absent without answers
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NpsChange(
        Scope scope,
        Window window,
        Score score,
        Comparison previous,
        Comparison norm,
        @Nullable Rest rest,
        @Nullable Drivers drivers,
        Instant asOf,
        boolean provisional,
        String catalogueVersion,
        int schemaVersion) {
    public static final int SCHEMA_VERSION = 1;

    /** What became of a score. */
    public enum Verdict {
        /** The 95% interval of the change holds 0. */
        NO_CHANGE,
        /** Segments scored otherwise: two thirds of the change or more. */
        SCORE,
        /** The shares of the segments changed: two thirds of the change or more. */
        MIX,
        /** Neither makes up two thirds of the change. */
        BOTH,
        /** Fewer than 30 answers in one of the two periods. */
        TOO_FEW
    }

    /**
     * A period that the score is held against.
     *
     * @param from inclusive
     * @param to exclusive
     * @param score of that period
     * @param change absent when either has no answers or is suppressed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Comparison(
            Instant from,
            Instant to,
            Score score,
            Verdict verdict,
            @Nullable Change change) {}

    /**
     * The score less that of the period before, in NPS points, and why: points = scoreEffect + mixEffect, and each is the sum
     * of the segments', exactly, to the last of the 2 decimals.
     *
     * @param z standard errors from 0, 2 decimals
     * @param segments the largest effects first
     */
    public record Change(
            double points, Interval interval, double z, double scoreEffect, double mixEffect, List<Segment> segments) {
        public Change {
            segments = List.copyOf(segments);
        }
    }

    /**
     * What one segment did to the whole, in NPS points.
     *
     * @param labels what it is told apart by; all {@code other} for those that are too small to be told apart
     * @param pooled how many these are, 0 for an ordinary segment
     * @param before answers in the period before
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Segment(
            Scope labels,
            int pooled,
            long n,
            long before,
            @Nullable Double nps,
            @Nullable Double npsBefore,
            double scoreEffect,
            double mixEffect) {}

    /** All others of the audience; the difference is the scope's score less theirs, absent when either is not shown. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Rest(Score score, @Nullable Difference difference) {}

    /** A difference of two scores in NPS points; z in standard errors from 0, 2 decimals. */
    public record Difference(double points, Interval interval, double z) {}

    /** The drivers of most impact, whichever way, the largest first; {@code left} are not listed. */
    public record Drivers(List<DriverImpact> largest, int left) {
        public Drivers {
            largest = List.copyOf(largest);
        }
    }

    /**
     * What the answers with one driver do to the score, by leaving them out.
     *
     * @param driver its full code; {@code other} for those that are too small to be told apart
     * @param pooled how many these are, 0 for an ordinary driver
     * @param share of all answers, 0 to 1, 4 decimals
     * @param impact the score less the score without it, in NPS points; absent when there is nothing besides it
     * @param without what the score would be if it scored like the rest
     * @param shareChange its share less that in the period before; absent without answers then
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DriverImpact(
            String driver,
            int pooled,
            long n,
            double share,
            double nps,
            @Nullable Double impact,
            @Nullable Double without,
            @Nullable Double shareChange) {}
}
