package nl.klantstem.measure.surveys;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.out.Completeness;
import nl.klantstem.contract.out.LinkedResponse.UnmatchedReason;
import nl.klantstem.contract.out.SurveyHealth;
import nl.klantstem.contract.out.SurveyHealth.Counters;
import nl.klantstem.contract.out.SurveyHealth.Outcome;
import nl.klantstem.contract.out.SurveyHealth.Unmatched;
import nl.klantstem.measure.Figures;
import nl.klantstem.rolling.InsightKeys;
import nl.klantstem.rolling.Measure;
import nl.klantstem.topic.Published;
import nl.klantstem.topic.Topic;
import org.jspecify.annotations.Nullable;

/** Survey tallies as the insight survey-health. */
public record SurveyInsights(Catalogue catalogue) implements Measure {

    @Override
    public String name() {
        return SurveyMeasure.NAME;
    }

    @Override
    public int width() {
        return Positions.WIDTH;
    }

    @Override
    public Published window(WindowCounts counts) {
        long[] n = counts.counts();
        long answered = n[Positions.of(Outcome.ANSWERED)];
        long opened = n[Positions.of(Outcome.OPENED)] + answered;
        long delivered = n[Positions.of(Outcome.DELIVERED)] + opened;
        long bounced = n[Positions.of(Outcome.BOUNCED)];
        long asked = n[Positions.of(Outcome.SENT)] + bounced + delivered;
        Instant asOf = Instant.ofEpochMilli(counts.asOf());
        var value = new SurveyHealth(
                counts.scope(),
                counts.window(),
                n[Positions.of(Outcome.SUPPRESSED)],
                asked,
                bounced,
                delivered,
                opened,
                answered,
                n[Positions.EXPIRED],
                Figures.share(answered, asked),
                Figures.share(n[Positions.IN_TIME], n[Positions.IN_TIME] + n[Positions.MISSED]),
                Positions.TIMES.durations(n, Positions.DELAY),
                n[Positions.AGAIN],
                n[Positions.LINKED] + unmatchedResponses(n),
                unmatched(n),
                new SurveyHealth.Totals(
                        counters(Arrays.copyOf(counts.totals(), Positions.WIDTH)),
                        counters(Arrays.copyOfRange(counts.totals(), Positions.WIDTH, 2 * Positions.WIDTH))),
                asOf,
                counts.provisional(),
                new Completeness(n[Positions.LATE], unmatchedResponses(n)),
                catalogue.at(asOf).version(),
                SurveyHealth.SCHEMA_VERSION);
        return Published.json(Topic.SURVEY_HEALTH, InsightKeys.of(counts), value, counts.asOf());
    }

    private static @Nullable Unmatched unmatched(long[] n) {
        long responses = n[Positions.LINKED] + unmatchedResponses(n);
        @Nullable Double share = Figures.ratio(unmatchedResponses(n), responses);
        return share == null ? null : new Unmatched(unmatchedResponses(n), reasons(n), share);
    }

    private static Counters counters(long[] n) {
        return new Counters(outcomes(n), n[Positions.AGAIN], n[Positions.LINKED], reasons(n));
    }

    private static long unmatchedResponses(long[] n) {
        return reasons(n).values().stream().mapToLong(Long::longValue).sum();
    }

    private static Map<Outcome, Long> outcomes(long[] n) {
        var by = new EnumMap<Outcome, Long>(Outcome.class);
        Positions.OUTCOMES.forEach(outcome -> by.put(outcome, n[Positions.of(outcome)]));
        return by;
    }

    private static Map<UnmatchedReason, Long> reasons(long[] n) {
        var by = new EnumMap<UnmatchedReason, Long>(UnmatchedReason.class);
        Positions.REASONS.forEach(reason -> by.put(reason, n[Positions.of(reason)]));
        return by;
    }
}
