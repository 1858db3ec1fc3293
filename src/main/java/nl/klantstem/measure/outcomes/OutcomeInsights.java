package nl.klantstem.measure.outcomes;

import static nl.klantstem.measure.outcomes.Positions.WIDTH;

import java.time.Instant;
import java.util.Arrays;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.catalogue.CatalogueVersion;
import nl.klantstem.contract.out.Completeness;
import nl.klantstem.contract.out.ContactOutcomes;
import nl.klantstem.contract.out.OutcomeTotals;
import nl.klantstem.rolling.InsightKeys;
import nl.klantstem.rolling.Measure;
import nl.klantstem.topic.Published;
import nl.klantstem.topic.Topic;

/**
 * Outcome tallies as the insight contact-outcomes.
 *
 * @param suppress whether groups too small for privacy are published with their number only
 */
public record OutcomeInsights(Catalogue catalogue, boolean suppress) implements Measure {

    @Override
    public String name() {
        return OutcomeMeasure.OUTCOMES;
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public Published window(WindowCounts counts) {
        long[] n = counts.counts();
        var blocks = new OutcomeBlocks(n);
        var scores = new OutcomeScores(n, suppress);
        Instant asOf = Instant.ofEpochMilli(counts.asOf());
        CatalogueVersion version = catalogue.at(asOf);
        var value = new ContactOutcomes(
                counts.scope(),
                counts.window(),
                n[Positions.CONTACTS],
                n[Positions.OUTBOUND],
                n[Positions.OPEN],
                n[Positions.ENDED_UNKNOWN],
                blocks.offered(),
                n[Positions.ANSWERED],
                n[Positions.ABANDONED_SHORT],
                n[Positions.ABANDONED],
                n[Positions.WAITING],
                n[Positions.UNANSWERED],
                blocks.serviceLevel(),
                blocks.durations(Positions.TO_ANSWER),
                blocks.durations(Positions.TO_HUMAN),
                blocks.durations(Positions.FROM_OPENING),
                n[Positions.TRANSFERRED],
                n[Positions.TRANSFERS],
                blocks.human(),
                n[Positions.STUCK],
                blocks.bot(),
                blocks.firstContact(),
                n[Positions.REPEATS],
                blocks.waits(),
                blocks.routing(),
                scores.byHandling(),
                scores.botAgainstHuman(version.contacts().botMargin()),
                totals(counts.totals()),
                asOf,
                counts.provisional(),
                new Completeness(n[Positions.LATE], 0),
                version.version(),
                ContactOutcomes.SCHEMA_VERSION);
        return Published.json(Topic.CONTACT_OUTCOMES, InsightKeys.of(counts), value, counts.asOf());
    }

    private static OutcomeTotals totals(long[] totals) {
        return new OutcomeTotals(
                new OutcomeBlocks(Arrays.copyOf(totals, WIDTH)).counters(),
                new OutcomeBlocks(Arrays.copyOfRange(totals, WIDTH, 2 * WIDTH)).counters());
    }
}
