package nl.klantstem.expose;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nl.klantstem.contract.out.Interval;
import nl.klantstem.contract.out.MeasureEffect;
import nl.klantstem.contract.out.Score;
import org.jspecify.annotations.Nullable;

/** What measures brought: of those that took effect last, for a list that only grows would have no end. */
final class MeasureMetrics {

    /** How many are shown; all are in the topic. */
    private static final int SHOWN = 24;

    private static final String BEFORE = "before";
    private static final String AFTER = "after";
    private static final String NO_VERDICT = "none";

    private final Samples score = new Samples(MeasureMetric.SCORE);
    private final Samples responses = new Samples(MeasureMetric.RESPONSES);
    private final Samples effect = new Samples(MeasureMetric.EFFECT);
    private final Samples state = new Samples(MeasureMetric.STATE);
    private final Samples effective = new Samples(MeasureMetric.EFFECTIVE);

    MeasureMetrics(Scrape scrape) {
        scrape.kept().effects().stream()
                .sorted(Comparator.comparing(MeasureEffect::effectiveAt)
                        .reversed()
                        .thenComparing(MeasureEffect::measureId))
                .limit(SHOWN)
                .forEach(this::add);
    }

    Stream<Samples> samples() {
        return List.of(score, responses, effect, state, effective).stream();
    }

    private void add(MeasureEffect measure) {
        String name = measure.measureId();
        effective.add(measure.effectiveAt().getEpochSecond(), name);
        state.add(
                1,
                name,
                measure.owner(),
                measure.state().name(),
                measure.verdict() == null ? NO_VERDICT : measure.verdict().name());
        MeasureEffect.@Nullable NpsEffect nps = measure.nps();
        if (nps == null) {
            return;
        }
        addScore(name, BEFORE, nps.scope().before());
        addScore(name, AFTER, nps.scope().after());
        MeasureEffect.@Nullable Effect brought = nps.effect();
        if (brought != null) {
            effect.add(brought.points(), name, "value");
            bounds(effect, brought.anytimeInterval(), name);
        }
    }

    private void addScore(String name, String period, @Nullable Score of) {
        if (of == null) {
            return;
        }
        responses.add(of.n(), name, period);
        if (of.nps() != null) {
            score.add(of.nps(), name, period, "value");
        }
        @Nullable Interval interval = of.interval();
        if (interval != null) {
            bounds(score, interval, name, period);
        }
    }

    private static void bounds(Samples samples, Interval interval, String... labels) {
        samples.add(interval.low(), Samples.with(labels, "low"));
        samples.add(interval.high(), Samples.with(labels, "high"));
    }
}
