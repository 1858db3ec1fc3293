package nl.klantstem.measure.journeys;

import static nl.klantstem.measure.journeys.JourneysMeasure.ABANDONED;
import static nl.klantstem.measure.journeys.JourneysMeasure.BY_AGENT;
import static nl.klantstem.measure.journeys.JourneysMeasure.COMPLETED;
import static nl.klantstem.measure.journeys.JourneysMeasure.CREDITED;
import static nl.klantstem.measure.journeys.JourneysMeasure.DUE;
import static nl.klantstem.measure.journeys.JourneysMeasure.FOUND;
import static nl.klantstem.measure.journeys.JourneysMeasure.INSTANCES;
import static nl.klantstem.measure.journeys.JourneysMeasure.KEPT;
import static nl.klantstem.measure.journeys.JourneysMeasure.LATE;
import static nl.klantstem.measure.journeys.JourneysMeasure.LEAKAGE;
import static nl.klantstem.measure.journeys.JourneysMeasure.LEAKAGE_DUE;
import static nl.klantstem.measure.journeys.JourneysMeasure.OPEN;
import static nl.klantstem.measure.journeys.JourneysMeasure.REFUNDED;
import static nl.klantstem.measure.journeys.JourneysMeasure.REORDERED;
import static nl.klantstem.measure.journeys.JourneysMeasure.WIDTH;

import java.time.Instant;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.out.Completeness;
import nl.klantstem.contract.out.JourneyOutcomes;
import nl.klantstem.contract.out.JourneyOutcomes.Counters;
import nl.klantstem.contract.out.JourneyOutcomes.Totals;
import nl.klantstem.rolling.Figures;
import nl.klantstem.rolling.InsightKeys;
import nl.klantstem.rolling.Measure;
import nl.klantstem.topic.Published;
import nl.klantstem.topic.Topic;

/** Tallies of instances as the insight journey-outcomes. */
public record JourneysInsights(Catalogue catalogue) implements Measure {

    @Override
    public String name() {
        return JourneysMeasure.NAME;
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public Published window(WindowCounts counts) {
        long[] n = counts.counts();
        Instant asOf = Instant.ofEpochMilli(counts.asOf());
        var value = new JourneyOutcomes(
                counts.scope(),
                counts.window(),
                n[INSTANCES],
                n[OPEN],
                n[COMPLETED],
                n[ABANDONED],
                Figures.share(n[REORDERED], n[DUE]),
                Figures.share(n[BY_AGENT], n[DUE]),
                Figures.share(n[CREDITED], n[INSTANCES]),
                Figures.share(n[FOUND], n[INSTANCES]),
                Figures.share(n[KEPT], n[INSTANCES]),
                Figures.share(n[REFUNDED], n[INSTANCES]),
                Figures.share(n[LEAKAGE], n[LEAKAGE_DUE]),
                new Totals(counters(counts.totals(), 0), counters(counts.totals(), WIDTH)),
                asOf,
                counts.provisional(),
                new Completeness(n[LATE], 0),
                catalogue.at(asOf).version(),
                JourneyOutcomes.SCHEMA_VERSION);
        return Published.json(Topic.JOURNEY_OUTCOMES, InsightKeys.of(counts), value, counts.asOf());
    }

    private static Counters counters(long[] n, int from) {
        return new Counters(
                n[from + INSTANCES],
                n[from + COMPLETED],
                n[from + ABANDONED],
                n[from + DUE],
                n[from + REORDERED],
                n[from + BY_AGENT],
                n[from + CREDITED],
                n[from + FOUND],
                n[from + KEPT],
                n[from + REFUNDED],
                n[from + LEAKAGE_DUE],
                n[from + LEAKAGE]);
    }
}
