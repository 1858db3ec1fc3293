package nl.klantstem.contract.out;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.klantstem.contract.catalogue.PeakCalendar.Anchor;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Channel;
import org.jspecify.annotations.Nullable;

/**
 * What the day-steering meeting looks at: an hour and the local day so far against plan, last week and last peak, and whether
 * we are ready for tomorrow. docs/day-steering.md has every formula. What is not known (no plan, no history) is absent.
 *
 * @param kind an hour that is over, or a day
 * @param date the local day
 * @param from the beginning of the hour or day
 * @param to its end
 * @param readiness ADJUST when a row says so
 * @param tomorrow the day that readiness is about: the one after
 * @param lastWeek the day seven days before
 * @param lastPeak the same day of last year's peak; outside the peak the same weekday 52 weeks before
 * @param peak where in the peak the day is; absent outside of it
 * @param rows one for each area, in their order
 * @param journeys inbound contacts by journey, the audience first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DaySteering(
        Kind kind,
        LocalDate date,
        Instant from,
        Instant to,
        String zone,
        Readiness readiness,
        LocalDate tomorrow,
        LocalDate lastWeek,
        LocalDate lastPeak,
        @Nullable PeakDay peak,
        List<Row> rows,
        List<JourneyContacts> journeys,
        Instant asOf,
        String catalogueVersion,
        int schemaVersion) {
    public static final int SCHEMA_VERSION = 1;

    /** What a record is about. */
    public enum Kind {
        HOUR,
        DAY
    }

    /** Whether tomorrow can be met as planned. */
    public enum Readiness {
        READY,
        ADJUST
    }

    /** Who is at the table. */
    public enum Area {
        /** Orders. */
        SALES,
        /** Inbound contacts that the department logistics could have prevented. */
        LOGISTICS,
        /** Inbound contacts of customers. */
        CUSTOMER_SERVICE,
        /** Inbound contacts of partners. */
        PARTNER_SERVICE,
        /** The part of the answers due that came in time. */
        SERVICE_LEVELS
    }

    /** Why something must be adjusted. */
    public enum Code {
        /** More contacts are to be expected tomorrow, with those still open, than can be handled. */
        OVER_CAPACITY,
        /** The target of a channel was missed in two hours of today or more. */
        TARGET_MISSED,
        /** Nothing is planned for tomorrow, or not for hours that are planned today. */
        NO_PLAN
    }

    /** A day of the peak: its phase, and how many days after its anchor it is (before it when negative). */
    public record PeakDay(String phase, Anchor anchor, int plusDays) {}

    /**
     * What one area sees.
     *
     * @param hour absent in a record of a day
     * @param today the local day up to the end of the hour
     * @param plannedDay what is planned for the whole day; absent without a plan, and for service levels
     * @param parts by channel, and below each by service partner
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(
            Area area,
            @Nullable Figure hour,
            Figure today,
            @Nullable Double plannedDay,
            Readiness readiness,
            List<Reason> reasons,
            List<Part> parts) {
        public Row {
            reasons = List.copyOf(reasons);
            parts = List.copyOf(parts);
        }
    }

    /**
     * A number and what it is held against: contacts or orders (2 decimals), or a part of the answers due (0..1, 4 decimals).
     *
     * @param deviation actual less plan, over the hours that have one
     * @param deviationRatio the same as a part of the plan, 4 decimals; absent when that is 0
     * @param lastWeek on the same weekday up to the same local time
     * @param lastPeak on the day of last year's peak, likewise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Figure(
            @Nullable Double actual,
            @Nullable Double plan,
            @Nullable Double deviation,
            @Nullable Double deviationRatio,
            @Nullable Double lastWeek,
            @Nullable Double lastPeak) {}

    /**
     * A channel, or a service partner in it.
     *
     * @param servicePartnerId in house is IN_HOUSE; absent for the whole channel
     * @param hour absent in a record of a day
     * @param serviceLevel of the answers due today; absent where contacts are counted and when none were due
     * @param tomorrow absent for service levels
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Part(
            Channel channel,
            @Nullable String servicePartnerId,
            @Nullable Figure hour,
            Figure today,
            @Nullable ServiceLevel serviceLevel,
            @Nullable Tomorrow tomorrow) {}

    /**
     * What is to be handled tomorrow, and can be, in contacts (2 decimals).
     *
     * @param planned absent without a plan
     * @param ratio contacts / planned of the last 24 hours, 4 decimals; absent without a plan for them
     * @param expected planned x ratio (1 when there is none)
     * @param backlog open now
     * @param capacity absent when none is planned
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Tomorrow(
            @Nullable Double planned,
            @Nullable Double ratio,
            @Nullable Double expected,
            long backlog,
            @Nullable Double capacity) {}

    /**
     * Why an area must adjust; who shows it makes the words.
     *
     * @param channel absent for the whole area
     * @param servicePartnerId absent for the whole channel
     * @param hours concerned, by their beginning: of today for TARGET_MISSED, else of tomorrow
     * @param shortfall in contacts, 2 decimals: too many for the capacity, or answered too late; absent for NO_PLAN
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Reason(
            Code code,
            @Nullable Channel channel,
            @Nullable String servicePartnerId,
            List<Instant> hours,
            @Nullable Double shortfall) {
        public Reason {
            hours = List.copyOf(hours);
        }
    }

    /**
     * Inbound contacts of a journey.
     *
     * @param hour absent in a record of a day
     * @param plannedDay what is planned for the whole day; absent without a plan
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record JourneyContacts(
            Audience audience,
            String journeyId,
            @Nullable Figure hour,
            Figure today,
            @Nullable Double plannedDay) {}

    public DaySteering {
        rows = List.copyOf(rows);
        journeys = List.copyOf(journeys);
    }
}
