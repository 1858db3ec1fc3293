package nl.klantstem.contract.out;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import nl.klantstem.contract.in.Programme;
import org.jspecify.annotations.Nullable;

/**
 * An incident: a score that really changed, as it is known now. One record per incident, which later ones of the same key
 * replace. It is about {@code scope}; scopes that changed with it are in {@code also}. Points, scores and their intervals are
 * rounded to 2 decimals, years to 4.
 *
 * @param alertId derived from the scope, the kind and {@code raisedAt}
 * @param raisedAt when the evidence had become strong enough (recorded time)
 * @param since when it seems to have begun (recorded time)
 * @param endedAt when it was over; absent while it is OPEN
 * @param size by how much the answers since then lie below (above, when positive) what is usual for their segments and hours
 * @param nps of those answers; absent when they are too few to be shown
 * @param baseline the usual score of the scope
 * @param n how many answers there are since then, corrected ones as they are now
 * @param evidenceYears if nothing had changed, evidence as strong as when the alarm was raised would come up less than once
 *     in so many years
 * @param falseAlarmsPerYear how many alarms without cause are tolerated in a year, of this scope in this direction
 * @param smallestChange the smallest change that is looked for, in points
 * @param explanation what changed in the score since then against the four weeks before; absent without answers before
 * @param topDrivers of the contacts of those who are not content, most first
 * @param text the same in a sentence
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NpsAlert(
        String alertId,
        Kind kind,
        State state,
        Programme programme,
        Scope scope,
        Instant raisedAt,
        Instant since,
        @Nullable Instant endedAt,
        PointsChange size,
        @Nullable Double nps,
        double baseline,
        long n,
        Reliability reliability,
        double evidenceYears,
        double falseAlarmsPerYear,
        double smallestChange,
        @Nullable ScoreExplanation explanation,
        List<DetractorDriver> topDrivers,
        List<Member> also,
        Links links,
        String text,
        Instant asOf,
        String catalogueVersion,
        int schemaVersion) {
    public static final int SCHEMA_VERSION = 1;

    /** Which way the score went. */
    public enum Kind {
        DROP,
        IMPROVED
    }

    /** How an incident stands. */
    public enum State {
        OPEN,
        /** The score is back, at least half of the way. */
        RECOVERED,
        /** It lasted so long that it has become the ordinary. */
        NEW_NORMAL,
        /** Corrections took back what it was raised for. */
        RETRACTED
    }

    /** A scope that changed in the same incident; as the fields of the alert. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Member(
            Scope scope,
            State state,
            Instant raisedAt,
            Instant since,
            @Nullable Instant endedAt,
            PointsChange size,
            @Nullable Double nps,
            double baseline,
            long n,
            double evidenceYears) {}

    /** Where more is to be seen; each absent when the catalogue names none. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Links(
            @Nullable String dashboard, @Nullable String runbook) {}

    public NpsAlert {
        topDrivers = List.copyOf(topDrivers);
        also = List.copyOf(also);
    }
}
