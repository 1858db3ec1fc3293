package nl.klantstem.contract.out;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * How far the pipeline is. FINALS: of a partition of the second half, the recorded time up to which all finals are out.
 * ALERTS: of the one partition that watches and compares, the recorded time up to which all that it says is out.
 * INPUT: of an input partition, what became of the records read so far (read = accepted + duplicates + test + the sum of
 * rejected + rekeyed; late is a part of accepted; rekeyed counts what left for another partition less what came from one;
 * orphaned are contact events that were forgotten because their contact never opened; ignored are values of optional
 * fields of accepted records that nobody knows, so that the field counts as absent).
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InsightProgress(
        Kind kind,
        @Nullable String stream,
        int partition,
        int partitions,
        Instant asOf,
        @Nullable Records records,
        @Nullable Long overtaken,
        int schemaVersion) {
    public static final int SCHEMA_VERSION = 1;

    /** What the record is about. */
    public enum Kind {
        FINALS,
        INPUT,
        ALERTS
    }

    /** What became of the records of an input partition. Exactly once, whatever fails. */
    public record Records(
            long read,
            long accepted,
            long duplicates,
            long conflicts,
            long test,
            long late,
            long rekeyed,
            long orphaned,
            long ignored,
            SortedMap<String, Long> rejected) {}
}
