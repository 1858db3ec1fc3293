package nl.klantstem.measure.nps;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.out.Completeness;
import nl.klantstem.contract.out.JourneyNps;
import nl.klantstem.contract.out.JourneyNpsLedger;
import nl.klantstem.contract.out.Mean;
import nl.klantstem.contract.out.NpsTotals;
import nl.klantstem.contract.out.Pane;
import nl.klantstem.contract.out.PaneKey;
import nl.klantstem.rolling.Figures;
import nl.klantstem.rolling.InsightKeys;
import nl.klantstem.rolling.Measure;
import nl.klantstem.stats.Nps;
import nl.klantstem.stats.TwoDecimals;
import nl.klantstem.topic.Published;
import nl.klantstem.topic.Topic;

/**
 * NPS tallies as the insights journey-nps and journey-nps-ledger.
 *
 * @param suppress whether groups too small for privacy are published with their number only
 */
public record NpsInsights(Catalogue catalogue, boolean suppress) implements Measure {

    @Override
    public String name() {
        return NpsMeasure.NAME;
    }

    @Override
    public int width() {
        return NpsMeasure.WIDTH;
    }

    @Override
    public Published window(WindowCounts counts) {
        long[] at = counts.counts();
        Nps nps = nps(at);
        boolean hidden = Figures.hidden(nps, suppress);
        boolean scored = nps.n() > 0 && !hidden;
        Instant asOf = Instant.ofEpochMilli(counts.asOf());
        var value = new JourneyNps(
                counts.scope(),
                counts.window(),
                nps.n(),
                hidden ? null : (Long) nps.promoters(),
                hidden ? null : (Long) nps.passives(),
                hidden ? null : (Long) nps.detractors(),
                hidden ? null : NpsMeasure.scores(at, 0),
                scored ? (Double) nps.rounded().orElseThrow() : null,
                scored ? Figures.interval(nps.margin().orElseThrow()) : null,
                Figures.reliability(nps),
                hidden ? null : mean(at[NpsMeasure.CSAT_N], at[NpsMeasure.CSAT_SUM]),
                hidden ? null : mean(at[NpsMeasure.CES_N], at[NpsMeasure.CES_SUM]),
                new NpsTotals(
                        NpsMeasure.scores(counts.totals(), 0), NpsMeasure.scores(counts.totals(), NpsMeasure.WIDTH)),
                asOf,
                counts.provisional(),
                hidden ? null : completeness(at),
                catalogue.at(asOf).version(),
                JourneyNps.SCHEMA_VERSION);
        return Published.json(Topic.JOURNEY_NPS, InsightKeys.of(counts), value, counts.asOf());
    }

    @Override
    public Optional<Published> ledger(PaneCounts counts) {
        long[] at = counts.counts();
        Nps nps = nps(at);
        Instant from = Instant.ofEpochMilli(counts.from());
        Instant asOf = Instant.ofEpochMilli(counts.asOf());
        var value = new JourneyNpsLedger(
                counts.scope(),
                new Pane(from, Pane.LENGTH),
                nps.n(),
                nps.promoters(),
                nps.passives(),
                nps.detractors(),
                NpsMeasure.scores(at, 0),
                mean(at[NpsMeasure.CSAT_N], at[NpsMeasure.CSAT_SUM]),
                mean(at[NpsMeasure.CES_N], at[NpsMeasure.CES_SUM]),
                completeness(at),
                asOf,
                catalogue.at(asOf).version(),
                JourneyNpsLedger.SCHEMA_VERSION);
        return Optional.of(
                Published.json(Topic.JOURNEY_NPS_LEDGER, new PaneKey(counts.scope(), from), value, counts.asOf()));
    }

    private static Nps nps(long[] at) {
        List<Long> scores = NpsMeasure.scores(at, 0);
        return new Nps(sum(scores, 9, 11), sum(scores, 7, 9), sum(scores, 0, 7));
    }

    private static long sum(List<Long> scores, int from, int to) {
        return scores.subList(from, to).stream().mapToLong(Long::longValue).sum();
    }

    private static Mean mean(long n, long sum) {
        return new Mean(n, n == 0 ? null : (Double) TwoDecimals.ofRatio(sum, n));
    }

    private static Completeness completeness(long[] at) {
        return new Completeness(at[NpsMeasure.LATE], at[NpsMeasure.UNMATCHED]);
    }
}
