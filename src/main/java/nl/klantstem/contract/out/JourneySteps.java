package nl.klantstem.contract.out;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.klantstem.contract.in.Emotion;
import nl.klantstem.contract.in.SurveyResponse.ExperienceValue;
import org.jspecify.annotations.Nullable;

/**
 * How customers fared at a step of a journey (or, without a step in the scope, at all of its steps), in the window in which
 * they reached it, and what those say who met it, in the window in which they answered. {@code reached} = completed +
 * abandoned + open. A block without anything to say is absent.
 *
 * @param answers of transactional surveys
 * @param mysteryShop of mystery shoppers, who are no customers: never added to the answers
 * @param hurt of the answers
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JourneySteps(
        Scope scope,
        Window window,
        long reached,
        long completed,
        long abandoned,
        long open,
        @Nullable Durations duration,
        @Nullable Waits waits,
        long contacts,
        long secondContacts,
        @Nullable Experienced experience,
        @Nullable Answers answers,
        @Nullable Answers mysteryShop,
        @Nullable Hurt hurt,
        Instant asOf,
        boolean provisional,
        Completeness completeness,
        String catalogueVersion,
        int schemaVersion) {
    public static final int SCHEMA_VERSION = 1;

    /** Steps at which the customer was told to wait, their share of all that were reached, and for how long where that is known. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Waits(long imposed, Share share, @Nullable Durations length) {}

    /** Steps by how they were experienced; the rest is not known. By emotion, those at which it was observed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Experienced(
            long positive,
            long neutral,
            long negative,
            @Nullable Map<Emotion, Long> observed) {
        public Experienced {
            observed = observed == null ? null : sorted(observed);
        }
    }

    /** What those say who met the step: how many they are, with a score or without, and what they named for it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Answers(
            long n,
            @Nullable Score nps,
            @Nullable Map<ExperienceValue, Value> values,
            @Nullable Map<Emotion, Felt> emotions) {
        public Answers {
            values = values == null ? null : sorted(values);
            emotions = emotions == null ? null : sorted(emotions);
        }
    }

    /**
     * An experience value 1..5: its mean, rounded to 2 decimals, and the share of 4 and 5, rounded to 4. A group that is too
     * small has its number only.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Value(
            long n, @Nullable Double mean, @Nullable Double top2) {}

    /** How many named an emotion, their share of the answers, and how many of them with intensity 1, 2 and 3. */
    public record Felt(long n, Share share, List<Long> byIntensity) {
        public Felt {
            byIntensity = List.copyOf(byIntensity);
        }
    }

    /**
     * The scores of those who met the step badly held against those who met it otherwise. When one side is too small to be
     * shown, both have their number only.
     *
     * @param rank among the steps of the journey, 1 the step that hurts most
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Hurt(
            @Nullable Score bad,
            @Nullable Score others,
            @Nullable Difference difference,
            @Nullable RankRange rank,
            Reading reading) {}

    /** Bad minus others, in points, rounded to 2 decimals. */
    public record Difference(double points, Interval interval) {}

    /** How a difference may be read: what goes together, not what causes what. */
    public enum Reading {
        ASSOCIATION
    }

    private static <K extends Comparable<K>, V> Map<K, V> sorted(Map<K, V> map) {
        return Collections.unmodifiableMap(new TreeMap<>(map));
    }
}
