package nl.klantstem.contract.out;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.klantstem.contract.in.ImprovementMeasure;
import nl.klantstem.contract.in.ImprovementMeasure.ExpectedDirection;
import nl.klantstem.contract.in.ImprovementMeasure.MeasureScope;
import nl.klantstem.contract.in.SurveyResponse.ExperienceValue;
import org.jspecify.annotations.Nullable;

/**
 * What a measure brought: the answers of the days before it took effect against those after, in its scope; and the orders
 * placed again, when its scope is a journey. docs/measures.md says how it is judged.
 *
 * @param days which are compared
 * @param nps absent when the days before are no longer kept
 * @param reorders absent when the scope is no journey, or one without instances
 * @param power what change could be seen; absent without answers before
 * @param verdict absent while PLANNED and when FORGOTTEN
 * @param expectation whether it went as expected; absent while nobody can tell
 * @param bundle the measures it cannot be told apart from, itself included: all show the same figures
 * @param during what else bore on the days compared
 * @param text the same in words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MeasureEffect(
        String measureId,
        String name,
        ImprovementMeasure.Type type,
        @Nullable ExperienceValue experienceValue,
        MeasureScope scope,
        @Nullable MeasureScope controlScope,
        Instant effectiveAt,
        ExpectedDirection expectedDirection,
        String owner,
        State state,
        Days days,
        @Nullable NpsEffect nps,
        @Nullable Reorders reorders,
        @Nullable Power power,
        @Nullable Verdict verdict,
        @Nullable Expectation expectation,
        @Nullable Bundle bundle,
        List<Circumstance> during,
        String text,
        Instant asOf,
        String catalogueVersion,
        int schemaVersion) {
    public static final int SCHEMA_VERSION = 1;

    /** How far the days after have come. */
    public enum State {
        /** None of them is over. */
        PLANNED,
        /** Some are. */
        INTERIM,
        /** All are; facts that are corrected still correct the figures. */
        FINAL,
        /** Days before are no longer kept: there is nothing to judge by. */
        FORGOTTEN
    }

    /** What is seen of the score. */
    public enum Verdict {
        IMPROVED,
        WORSENED,
        NO_CHANGE_SEEN,
        TOO_FEW
    }

    /** Whether the score went where it was expected to go. */
    public enum Expectation {
        KEPT,
        MISSED
    }

    /**
     * The local days compared; those between them are left out.
     *
     * @param through the last day after that is over; absent while none is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Days(
            Period before, Period after, @Nullable LocalDate through) {}

    /** Local days, from the first through the last. */
    public record Period(LocalDate first, LocalDate last) {}

    /**
     * The scores.
     *
     * @param control the same of the control scope, if there is one
     * @param effect absent when a group has no answers or is suppressed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NpsEffect(
            Change scope,
            @Nullable Change control,
            @Nullable Effect effect) {}

    /**
     * A score before and after; absent without answers.
     *
     * @param points after minus before, 2 decimals
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Change(
            @Nullable Score before,
            @Nullable Score after,
            @Nullable Double points,
            @Nullable Interval interval) {}

    /**
     * The effect in NPS points, 2 decimals.
     *
     * @param interval 95%, for one look at the end
     * @param anytimeInterval 95%, however often it is looked at on the way
     * @param z how many standard errors it is from 0, 2 decimals
     */
    public record Effect(Basis basis, double points, Interval interval, Interval anytimeInterval, double z) {}

    /** What the effect is. */
    public enum Basis {
        /** The change of the scope. */
        BEFORE_AFTER,
        /** The change of the scope minus that of the control. */
        AGAINST_CONTROL
    }

    /**
     * Instances of the journey by the day on which they started, of which it is known whether an order placed again is
     * their outcome, and those of which it is.
     *
     * @param difference after minus before, 4 decimals
     * @param settled whether that is known of all of the days after
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Reorders(
            @Nullable Share before,
            @Nullable Share after,
            @Nullable Double difference,
            @Nullable Interval interval,
            boolean settled) {}

    /**
     * What change of the score can be seen in four of five cases, at 95%.
     *
     * @param detectable in points, with the answers there are; absent while a group has none
     * @param expectedAnswers after, by the end, at the rate of the days before
     * @param detectableAtEnd in points, with those
     * @param needed answers before and after, each, to see a change of so many points
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Power(
            @Nullable Double detectable,
            long expectedAnswers,
            @Nullable Double detectableAtEnd,
            List<Needed> needed) {
        public Power {
            needed = List.copyOf(needed);
        }
    }

    /** How many answers before and after, each, it takes to see a change. */
    public record Needed(int points, long answersPerGroup) {}

    /** Measures that bear on the same answers in the same days. */
    public record Bundle(List<String> measureIds, String text) {
        public Bundle {
            measureIds = List.copyOf(measureIds);
        }
    }

    /**
     * Something else that bore on the days compared.
     *
     * @param id of the measure or event, or the name of the phase
     * @param name as it is called
     */
    public record Circumstance(Kind kind, String id, String name, LocalDate first, LocalDate last) {
        /** What it is. */
        public enum Kind {
            /** A phase of the year's peak. */
            PEAK,
            /** Something that was done by nobody here. */
            EXTERNAL_EVENT,
            /** A measure: named to an external event, which is judged alone. */
            MEASURE,
            /** A measure or event that bore on the control scope. */
            IN_CONTROL
        }
    }

    public MeasureEffect {
        during = List.copyOf(during);
    }
}
