package nl.klantstem.contract.out;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A driver of which more contacts come than the contacts about all else let expect: one record per surge, the last value of
 * a key counts. Counted are inbound contacts from {@code since} on, in the minute in which their driver became known;
 * corrections do not enter.
 *
 * @param scope audience, driver and its level, and the channel unless it is all of them
 * @param raisedAt when the alarm went
 * @param since when the surge likely began
 * @param endedAt when it was sure to be over, or had become the ordinary
 * @param contacts of the scope
 * @param expected those that would have come without the surge: the others of the time times the usual odds
 * @param ratio contacts / expected, 2 decimals; absent when nothing was expected
 * @param interval of the ratio, 95%, 2 decimals
 * @param share the scope's share of all contacts of its audience (and channel), 4 decimals
 * @param usualShare the share that was usual or planned in these times, 4 decimals
 * @param evidenceYears if nothing were wrong, evidence this strong would come up less than once in so many years
 * @param falseAlarmsPerYear that are tolerated for each driver in each channel
 * @param basis where the larger part of what is usual comes from
 * @param guard by how much the odds may be higher with nothing wrong, as a part: .1 is a tenth
 * @param overdispersion a: the variance of the contacts of a bin is mean (1 + a mean)
 * @param parts what the surplus is made of, the largest first
 * @param other the parts that are not listed; absent when there are none. All add up to the surplus of the scope.
 * @param text the same in a sentence
 * @param level all contacts of the audience (and channel) against the plan; absent without one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContactSurge(
        String surgeId,
        Scope scope,
        State state,
        Instant raisedAt,
        Instant since,
        @Nullable Instant endedAt,
        long contacts,
        double expected,
        double surplus,
        @Nullable Double ratio,
        @Nullable Interval interval,
        double share,
        double usualShare,
        double evidenceYears,
        double falseAlarmsPerYear,
        Basis basis,
        double guard,
        double overdispersion,
        List<Part> parts,
        @Nullable Rest other,
        @Nullable Level level,
        String text,
        Instant asOf,
        String catalogueVersion,
        int schemaVersion) {
    public static final int SCHEMA_VERSION = 1;

    /** Whether it goes on. */
    public enum State {
        OPEN,
        ENDED,
        /** It lasted so long that it is what is usual from now on. */
        NEW_NORMAL
    }

    /** By what is known how many contacts are usual. */
    public enum Basis {
        SEASON,
        PLAN
    }

    /** Contacts about a driver, by its full code, in a channel; surplus = contacts - expected. */
    public record Part(String driver, String channel, long contacts, double expected, double surplus) {}

    /** So many parts that are not listed. */
    public record Rest(int parts, long contacts, double expected, double surplus) {}

    /** What was planned, 2 decimals, and what came, in the times for which there is a plan. */
    public record Level(double planned, long actual) {}

    public ContactSurge {
        parts = List.copyOf(parts);
    }
}
