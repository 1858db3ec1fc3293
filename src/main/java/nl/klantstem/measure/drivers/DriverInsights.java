package nl.klantstem.measure.drivers;

import static nl.klantstem.measure.drivers.DriverMeasure.AVOIDABLE;
import static nl.klantstem.measure.drivers.DriverMeasure.COHORT_CONTACTS;
import static nl.klantstem.measure.drivers.DriverMeasure.COHORT_ORDERS;
import static nl.klantstem.measure.drivers.DriverMeasure.DEMAND_UNKNOWN;
import static nl.klantstem.measure.drivers.DriverMeasure.FIRST_OF_ORDER;
import static nl.klantstem.measure.drivers.DriverMeasure.FROM_INTENT;
import static nl.klantstem.measure.drivers.DriverMeasure.INBOUND;
import static nl.klantstem.measure.drivers.DriverMeasure.LATE;
import static nl.klantstem.measure.drivers.DriverMeasure.ORDERS;
import static nl.klantstem.measure.drivers.DriverMeasure.OUTBOUND;
import static nl.klantstem.measure.drivers.DriverMeasure.REPEAT;
import static nl.klantstem.measure.drivers.DriverMeasure.VALUE;
import static nl.klantstem.measure.drivers.DriverMeasure.WIDTH;

import java.time.Instant;
import java.util.Optional;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.out.Completeness;
import nl.klantstem.contract.out.ContactDrivers;
import nl.klantstem.contract.out.ContactLedger;
import nl.klantstem.contract.out.ContactRate;
import nl.klantstem.contract.out.ContactTotals;
import nl.klantstem.contract.out.Pane;
import nl.klantstem.contract.out.PaneKey;
import nl.klantstem.rolling.Figures;
import nl.klantstem.rolling.InsightKeys;
import nl.klantstem.rolling.Measure;
import nl.klantstem.topic.Published;
import nl.klantstem.topic.Topic;
import org.jspecify.annotations.Nullable;

/** Contact tallies as the insights contact-drivers and contact-ledger. */
public record DriverInsights(Catalogue catalogue) implements Measure {

    @Override
    public String name() {
        return DriverMeasure.NAME;
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public Published window(WindowCounts counts) {
        long[] n = counts.counts();
        boolean rated = RateScope.isOne(counts.scope());
        Instant asOf = Instant.ofEpochMilli(counts.asOf());
        var value = new ContactDrivers(
                counts.scope(),
                counts.window(),
                n[INBOUND],
                n[OUTBOUND],
                n[FROM_INTENT],
                n[VALUE],
                n[AVOIDABLE],
                n[DEMAND_UNKNOWN],
                n[REPEAT],
                rated ? (Long) n[ORDERS] : null,
                rated ? rate(n[INBOUND], n[FIRST_OF_ORDER], n[ORDERS]) : null,
                rated ? rate(n[COHORT_CONTACTS], n[COHORT_ORDERS], n[ORDERS]) : null,
                totals(counts.totals(), rated),
                asOf,
                counts.provisional(),
                new Completeness(n[LATE], 0),
                catalogue.at(asOf).version(),
                ContactDrivers.SCHEMA_VERSION);
        return Published.json(Topic.CONTACT_DRIVERS, InsightKeys.of(counts), value, counts.asOf());
    }

    @Override
    public Optional<Published> ledger(PaneCounts counts) {
        long[] n = counts.counts();
        Instant from = Instant.ofEpochMilli(counts.from());
        Instant asOf = Instant.ofEpochMilli(counts.asOf());
        var value = new ContactLedger(
                counts.scope(),
                new Pane(from, Pane.LENGTH),
                n[INBOUND],
                n[OUTBOUND],
                n[FROM_INTENT],
                n[VALUE],
                n[AVOIDABLE],
                n[DEMAND_UNKNOWN],
                n[REPEAT],
                RateScope.isOne(counts.scope())
                        ? new ContactLedger.Orders(n[ORDERS], n[FIRST_OF_ORDER], n[COHORT_CONTACTS], n[COHORT_ORDERS])
                        : null,
                new Completeness(n[LATE], 0),
                asOf,
                catalogue.at(asOf).version(),
                ContactLedger.SCHEMA_VERSION);
        return Optional.of(
                Published.json(Topic.CONTACT_LEDGER, new PaneKey(counts.scope(), from), value, counts.asOf()));
    }

    private static @Nullable ContactRate rate(long contacts, long ordersWithContact, long orders) {
        @Nullable Double gross = Figures.per1000(contacts, orders);
        @Nullable Double net = Figures.per1000(ordersWithContact, orders);
        return gross == null || net == null ? null : new ContactRate(gross, net);
    }

    private static ContactTotals totals(long[] totals, boolean rated) {
        return new ContactTotals(
                totals[INBOUND],
                totals[WIDTH + INBOUND],
                totals[REPEAT],
                totals[WIDTH + REPEAT],
                totals[AVOIDABLE],
                totals[WIDTH + AVOIDABLE],
                rated ? (Long) totals[ORDERS] : null,
                rated ? (Long) totals[WIDTH + ORDERS] : null);
    }
}
