package nl.klantstem.measure.deliveries;

import static nl.klantstem.measure.deliveries.DeliveryMeasure.ARRIVED;
import static nl.klantstem.measure.deliveries.DeliveryMeasure.DELIVERED;
import static nl.klantstem.measure.deliveries.DeliveryMeasure.LATE;
import static nl.klantstem.measure.deliveries.DeliveryMeasure.LEAD;
import static nl.klantstem.measure.deliveries.DeliveryMeasure.LEADS;
import static nl.klantstem.measure.deliveries.DeliveryMeasure.LOST;
import static nl.klantstem.measure.deliveries.DeliveryMeasure.ON_TIME;
import static nl.klantstem.measure.deliveries.DeliveryMeasure.OVERDUE;
import static nl.klantstem.measure.deliveries.DeliveryMeasure.REPORTED;
import static nl.klantstem.measure.deliveries.DeliveryMeasure.RETURNED;
import static nl.klantstem.measure.deliveries.DeliveryMeasure.STILL_SUSPECTED;
import static nl.klantstem.measure.deliveries.DeliveryMeasure.SUSPECTED;
import static nl.klantstem.measure.deliveries.DeliveryMeasure.SUSPECTED_BEFORE;
import static nl.klantstem.measure.deliveries.DeliveryMeasure.TOO_LATE;
import static nl.klantstem.measure.deliveries.DeliveryMeasure.UNDERWAY;
import static nl.klantstem.measure.deliveries.DeliveryMeasure.WIDTH;

import java.time.Instant;
import java.util.Arrays;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.out.Completeness;
import nl.klantstem.contract.out.DeliveryOutcomes;
import nl.klantstem.contract.out.DeliveryOutcomes.Suspects;
import nl.klantstem.rolling.Figures;
import nl.klantstem.rolling.InsightKeys;
import nl.klantstem.rolling.Measure;
import nl.klantstem.topic.Published;
import nl.klantstem.topic.Topic;
import org.jspecify.annotations.Nullable;

/** Shipment tallies as the insight delivery-outcomes. */
public record DeliveryInsights(Catalogue catalogue) implements Measure {

    @Override
    public String name() {
        return DeliveryMeasure.NAME;
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public Published window(WindowCounts counts) {
        long[] n = counts.counts();
        long shipments = Arrays.stream(n, UNDERWAY, RETURNED + 1).sum();
        Instant asOf = Instant.ofEpochMilli(counts.asOf());
        var value = new DeliveryOutcomes(
                counts.scope(),
                counts.window(),
                shipments,
                n[ON_TIME],
                n[TOO_LATE],
                n[OVERDUE],
                n[LOST],
                n[RETURNED],
                n[DELIVERED],
                n[UNDERWAY],
                Figures.per1000(n[ON_TIME], shipments),
                Figures.per1000(n[TOO_LATE] + n[OVERDUE] + n[LOST], shipments),
                Figures.per1000(n[LOST], shipments),
                suspects(n),
                asOf,
                counts.provisional(),
                new Completeness(n[LATE], 0),
                catalogue.at(asOf).version(),
                DeliveryOutcomes.SCHEMA_VERSION);
        return Published.json(Topic.DELIVERY_OUTCOMES, InsightKeys.of(counts), value, counts.asOf());
    }

    /** Absent when none was suspected or reported. */
    private static @Nullable Suspects suspects(long[] n) {
        return n[SUSPECTED] + n[REPORTED] == 0
                ? null
                : new Suspects(
                        n[SUSPECTED],
                        n[STILL_SUSPECTED],
                        n[ARRIVED],
                        n[REPORTED],
                        n[SUSPECTED_BEFORE],
                        LEADS.durations(n, LEAD));
    }
}
