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
import nl.klantstem.contract.out.SurveyHealth.Unmatched;
import nl.klantstem.rolling.Figures;
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
        Instant asOf = Instant.ofEpochMilli(counts.asOf());
        var value = new SurveyHealth(
                counts.scope(),
                counts.window(),
                n[Positions.SUPPRESSED],
                n[Positions.ASKED],
                n[Positions.BOUNCED],
                n[Positions.DELIVERED],
                n[Positions.OPENED],
                n[Positions.ANSWERED],
                n[Positions.EXPIRED],
                Figures.share(n[Positions.ANSWERED], n[Positions.ASKED]),
                Figures.share(n[Positions.IN_TIME], n[Positions.DUE]),
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
        return new Counters(
                n[Positions.SUPPRESSED],
                n[Positions.ASKED],
                n[Positions.BOUNCED],
                n[Positions.DELIVERED],
                n[Positions.OPENED],
                n[Positions.ANSWERED],
                n[Positions.AGAIN],
                n[Positions.LINKED],
                reasons(n));
    }

    private static long unmatchedResponses(long[] n) {
        return reasons(n).values().stream().mapToLong(Long::longValue).sum();
    }

    private static Map<UnmatchedReason, Long> reasons(long[] n) {
        var by = new EnumMap<UnmatchedReason, Long>(UnmatchedReason.class);
        Positions.REASONS.forEach(reason -> by.put(reason, n[Positions.of(reason)]));
        return by;
    }
}
