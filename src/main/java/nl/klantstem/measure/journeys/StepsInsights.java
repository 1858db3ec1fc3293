package nl.klantstem.measure.journeys;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.in.Emotion;
import nl.klantstem.contract.out.Completeness;
import nl.klantstem.contract.out.JourneySteps;
import nl.klantstem.contract.out.JourneySteps.Experienced;
import nl.klantstem.contract.out.JourneySteps.Waits;
import nl.klantstem.contract.out.RankRange;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.contract.out.Share;
import nl.klantstem.rolling.Figures;
import nl.klantstem.rolling.InsightKeys;
import nl.klantstem.rolling.Measure;
import nl.klantstem.stats.Margin;
import nl.klantstem.topic.Published;
import nl.klantstem.topic.Topic;
import org.jspecify.annotations.Nullable;

/**
 * Tallies of steps as the insight journey-steps, each step ranked among those of its journey by how much it hurts, as far as
 * the intervals tell.
 *
 * @param suppress whether groups too small for privacy are published with their number only
 */
public record StepsInsights(Catalogue catalogue, boolean suppress) implements Measure {

    /** Labels that stand for no step, or for several together: they have no rank. */
    private static final Set<String> NO_STEP = Set.of(Scope.UNKNOWN, Scope.OTHER);

    @Override
    public String name() {
        return StepsMeasure.NAME;
    }

    @Override
    public int width() {
        return Positions.WIDTH;
    }

    @Override
    public Published window(WindowCounts counts) {
        long[] n = counts.counts();
        StepAnswers answers = answers(n);
        Instant asOf = Instant.ofEpochMilli(counts.asOf());
        var value = new JourneySteps(
                counts.scope(),
                counts.window(),
                reached(n),
                n[Positions.COMPLETED],
                n[Positions.ABANDONED],
                n[Positions.OPEN],
                Positions.TIMES.durations(n, Positions.DURATION),
                waits(n),
                n[Positions.CONTACTS],
                n[Positions.SECOND_CONTACTS],
                experience(n),
                answers.all(),
                new StepAnswers(n, Positions.MYSTERY_SHOP, suppress).all(),
                answers.hurt(rank(counts, answers)),
                asOf,
                counts.provisional(),
                new Completeness(n[Positions.LATE], n[Positions.UNMATCHED]),
                catalogue.at(asOf).version(),
                JourneySteps.SCHEMA_VERSION);
        return Published.json(Topic.JOURNEY_STEPS, InsightKeys.of(counts), value, counts.asOf());
    }

    @Override
    public Optional<String> ranks() {
        return Optional.of(Scope.STEP);
    }

    private @Nullable RankRange rank(WindowCounts counts, StepAnswers own) {
        if (!isRanked(counts.scope(), own)) {
            return null;
        }
        List<Margin> margins = counts.peers().stream()
                .filter(peer -> isRanked(peer.scope(), answers(peer.counts())))
                .map(peer -> hurts(answers(peer.counts())))
                .toList();
        return Figures.rank(hurts(own), margins);
    }

    private static boolean isRanked(Scope scope, StepAnswers answers) {
        @Nullable String step = scope.labels().get(Scope.STEP);
        return step != null && !NO_STEP.contains(step) && answers.isRanked();
    }

    /** By how many points who met it badly are below the others: the more, the more it hurts. */
    private static Margin hurts(StepAnswers answers) {
        Margin difference = answers.difference().orElseThrow().margin();
        return new Margin(-difference.high(), -difference.low());
    }

    private StepAnswers answers(long[] counts) {
        return new StepAnswers(counts, Positions.ANSWERS, suppress);
    }

    private static long reached(long[] n) {
        return n[Positions.OPEN] + n[Positions.COMPLETED] + n[Positions.ABANDONED];
    }

    private static @Nullable Waits waits(long[] n) {
        long imposed = n[Positions.WAITS];
        @Nullable Share share = Figures.share(imposed, reached(n));
        return share == null ? null : new Waits(imposed, share, Positions.TIMES.durations(n, Positions.WAIT_LENGTH));
    }

    private static @Nullable Experienced experience(long[] n) {
        @Nullable Map<Emotion, Long> observed = observed(n);
        long known = n[Positions.POSITIVE] + n[Positions.NEUTRAL] + n[Positions.NEGATIVE];
        return known == 0 && observed == null
                ? null
                : new Experienced(n[Positions.POSITIVE], n[Positions.NEUTRAL], n[Positions.NEGATIVE], observed);
    }

    private static @Nullable Map<Emotion, Long> observed(long[] n) {
        var observed = new EnumMap<Emotion, Long>(Emotion.class);
        int at = Positions.OBSERVED;
        for (Emotion emotion : Positions.EMOTIONS) {
            long steps = n[at++];
            if (steps > 0) {
                observed.put(emotion, steps);
            }
        }
        return observed.isEmpty() ? null : observed;
    }
}
