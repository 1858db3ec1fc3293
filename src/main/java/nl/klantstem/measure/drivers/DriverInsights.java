package nl.klantstem.measure.drivers;

import java.time.Instant;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.out.Completeness;
import nl.klantstem.contract.out.ContactDrivers;
import nl.klantstem.contract.out.ContactLedger;
import nl.klantstem.contract.out.ContactTotals;
import nl.klantstem.contract.out.InsightKey;
import nl.klantstem.contract.out.Pane;
import nl.klantstem.contract.out.PaneKey;
import nl.klantstem.rolling.InsightKeys;
import nl.klantstem.rolling.Measure;
import nl.klantstem.topic.Published;
import nl.klantstem.topic.Topic;

/** Contact tallies as the insights contact-drivers and contact-ledger. */
public record DriverInsights(Catalogue catalogue) implements Measure {

    @Override
    public String name() {
        return DriverMeasure.NAME;
    }

    @Override
    public int width() {
        return DriverMeasure.WIDTH;
    }

    @Override
    public Published window(WindowCounts counts) {
        long[] n = counts.counts();
        InsightKey key = InsightKeys.of(counts);
        Instant asOf = Instant.ofEpochMilli(counts.asOf());
        var value = new ContactDrivers(
                counts.scope(),
                counts.window(),
                n[DriverMeasure.INBOUND],
                n[DriverMeasure.OUTBOUND],
                n[DriverMeasure.FROM_INTENT],
                n[DriverMeasure.VALUE],
                n[DriverMeasure.AVOIDABLE],
                n[DriverMeasure.DEMAND_UNKNOWN],
                n[DriverMeasure.REPEAT],
                null,
                null,
                null,
                totals(counts.totals()),
                asOf,
                counts.provisional(),
                new Completeness(n[DriverMeasure.LATE], 0),
                catalogue.at(asOf).version(),
                ContactDrivers.SCHEMA_VERSION);
        return Published.json(Topic.CONTACT_DRIVERS, key, value, counts.asOf());
    }

    @Override
    public Published ledger(PaneCounts counts) {
        long[] n = counts.counts();
        Instant from = Instant.ofEpochMilli(counts.from());
        Instant asOf = Instant.ofEpochMilli(counts.asOf());
        var value = new ContactLedger(
                counts.scope(),
                new Pane(from, Pane.LENGTH),
                n[DriverMeasure.INBOUND],
                n[DriverMeasure.OUTBOUND],
                n[DriverMeasure.FROM_INTENT],
                n[DriverMeasure.VALUE],
                n[DriverMeasure.AVOIDABLE],
                n[DriverMeasure.DEMAND_UNKNOWN],
                n[DriverMeasure.REPEAT],
                null,
                new Completeness(n[DriverMeasure.LATE], 0),
                asOf,
                catalogue.at(asOf).version(),
                ContactLedger.SCHEMA_VERSION);
        return Published.json(Topic.CONTACT_LEDGER, new PaneKey(counts.scope(), from), value, counts.asOf());
    }

    private static ContactTotals totals(long[] totals) {
        return new ContactTotals(
                totals[DriverMeasure.INBOUND],
                totals[DriverMeasure.WIDTH + DriverMeasure.INBOUND],
                totals[DriverMeasure.REPEAT],
                totals[DriverMeasure.WIDTH + DriverMeasure.REPEAT],
                totals[DriverMeasure.AVOIDABLE],
                totals[DriverMeasure.WIDTH + DriverMeasure.AVOIDABLE],
                null,
                null);
    }
}
