package nl.klantstem.measure.outcomes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.out.Completeness;
import nl.klantstem.contract.out.RankRange;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.contract.out.ServicePartners;
import nl.klantstem.rolling.Figures;
import nl.klantstem.rolling.InsightKeys;
import nl.klantstem.rolling.Measure;
import nl.klantstem.stats.Margin;
import nl.klantstem.stats.Nps;
import nl.klantstem.topic.Published;
import nl.klantstem.topic.Topic;
import org.jspecify.annotations.Nullable;

/**
 * Outcome tallies as the insight service-partners, each ranked among the partners of its scope as far as the intervals tell.
 *
 * @param suppress whether groups too small for privacy are published with their number only
 */
public record PartnerInsights(Catalogue catalogue, boolean suppress) implements Measure {

    /** Labels that stand for nobody, or for several partners together: they have no rank. */
    private static final Set<String> NO_PARTNER = Set.of(Scope.UNKNOWN, Scope.OTHER);

    @Override
    public String name() {
        return OutcomeMeasure.SERVICE_PARTNERS;
    }

    @Override
    public int width() {
        return Positions.WIDTH;
    }

    @Override
    public Published window(WindowCounts counts) {
        long[] n = counts.counts();
        var blocks = new OutcomeBlocks(n);
        Nps nps = nps(n);
        Instant asOf = Instant.ofEpochMilli(counts.asOf());
        var value = new ServicePartners(
                counts.scope(),
                counts.window(),
                n[Positions.CONTACTS],
                blocks.offered(),
                n[Positions.ANSWERED],
                blocks.serviceLevel(),
                blocks.firstContact(),
                n[Positions.TRANSFERRED],
                Figures.ratio(n[Positions.TRANSFERRED], n[Positions.CONTACTS]),
                Figures.score(nps, suppress),
                rank(counts, nps),
                asOf,
                counts.provisional(),
                new Completeness(n[Positions.LATE], 0),
                catalogue.at(asOf).version(),
                ServicePartners.SCHEMA_VERSION);
        return Published.json(Topic.SERVICE_PARTNERS, InsightKeys.of(counts), value, counts.asOf());
    }

    @Override
    public Optional<String> ranks() {
        return Optional.of(Scope.SERVICE_PARTNER);
    }

    private @Nullable RankRange rank(WindowCounts counts, Nps own) {
        if (!isRanked(counts.scope(), own)) {
            return null;
        }
        List<Margin> margins = counts.peers().stream()
                .filter(peer -> isRanked(peer.scope(), nps(peer.counts())))
                .map(peer -> nps(peer.counts()).margin().orElseThrow())
                .toList();
        return Figures.rank(own.margin().orElseThrow(), margins);
    }

    private static boolean isRanked(Scope scope, Nps nps) {
        @Nullable String partner = scope.labels().get(Scope.SERVICE_PARTNER);
        return partner != null && !NO_PARTNER.contains(partner) && nps.trust() == Nps.Trust.OK;
    }

    private Nps nps(long[] counts) {
        return new OutcomeScores(counts, suppress).all();
    }
}
