package nl.klantstem.measure.avoidable;

import static nl.klantstem.measure.avoidable.AvoidableMeasure.AVOIDABLE;
import static nl.klantstem.measure.avoidable.AvoidableMeasure.LATE;
import static nl.klantstem.measure.avoidable.AvoidableMeasure.SCORES;
import static nl.klantstem.measure.avoidable.AvoidableMeasure.UNKNOWN;
import static nl.klantstem.measure.avoidable.AvoidableMeasure.VALUE;
import static nl.klantstem.measure.avoidable.AvoidableMeasure.WIDTH;

import java.time.Instant;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.out.AvoidableContacts;
import nl.klantstem.contract.out.AvoidableContacts.Previous;
import nl.klantstem.contract.out.Completeness;
import nl.klantstem.rolling.Figures;
import nl.klantstem.rolling.InsightKeys;
import nl.klantstem.rolling.Measure;
import nl.klantstem.stats.Nps;
import nl.klantstem.topic.Published;
import nl.klantstem.topic.Topic;
import org.jspecify.annotations.Nullable;

/**
 * Tallies of what could have been prevented as the insight avoidable-contacts, against the period before.
 *
 * @param suppress whether groups too small for privacy are published with their number only
 */
public record AvoidableInsights(Catalogue catalogue, boolean suppress) implements Measure {

    @Override
    public String name() {
        return AvoidableMeasure.NAME;
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public boolean comparesPeriods() {
        return true;
    }

    @Override
    public Published window(WindowCounts counts) {
        long[] n = counts.counts();
        Previous now = figures(n);
        long @Nullable [] before = counts.previous();
        @Nullable Previous previous = before == null ? null : figures(before);
        Instant asOf = Instant.ofEpochMilli(counts.asOf());
        var value = new AvoidableContacts(
                counts.scope(),
                counts.window(),
                now.contacts(),
                now.avoidable(),
                now.value(),
                now.unknown(),
                now.shareOfKnown(),
                now.shareUnknown(),
                previous,
                previous == null ? null : Figures.ratio(now.avoidable() - previous.avoidable(), previous.avoidable()),
                Figures.score(new Nps(n[SCORES], n[SCORES + 1], n[SCORES + 2]), suppress),
                new AvoidableContacts.Totals(counts.totals()[AVOIDABLE], counts.totals()[WIDTH + AVOIDABLE]),
                asOf,
                counts.provisional(),
                new Completeness(n[LATE], 0),
                catalogue.at(asOf).version(),
                AvoidableContacts.SCHEMA_VERSION);
        return Published.json(Topic.AVOIDABLE_CONTACTS, InsightKeys.of(counts), value, counts.asOf());
    }

    private static Previous figures(long[] n) {
        long known = n[AVOIDABLE] + n[VALUE];
        long contacts = known + n[UNKNOWN];
        return new Previous(
                contacts,
                n[AVOIDABLE],
                n[VALUE],
                n[UNKNOWN],
                Figures.ratio(n[AVOIDABLE], known),
                Figures.ratio(n[UNKNOWN], contacts));
    }
}
