package nl.klantstem.measure.deliveries;

import static nl.klantstem.measure.GivenFacts.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.flow.ShipmentFact;
import nl.klantstem.contract.flow.ShipmentFact.Delivery;
import nl.klantstem.contract.flow.ShipmentFact.Suspicion;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.out.DeliveryOutcomes;
import nl.klantstem.contract.out.LostInMailSuspect.Reason;
import nl.klantstem.measure.GivenFacts;
import nl.klantstem.measure.GivenInsight;
import nl.klantstem.rolling.Tally;
import nl.klantstem.topic.Published;
import org.junit.jupiter.api.Test;

/** Shipments by how they came against their promise. */
class DeliveryMeasureTest {

    private static final Catalogue CATALOGUE = GivenFacts.catalogue(
            DeliveryMeasure.NAME, List.of(List.of(), List.of("carrier"), List.of("carrier", "region")));

    private final DeliveryMeasure measure = new DeliveryMeasure(CATALOGUE);

    @Test
    void a_shipment_counts_once_in_every_cell_when_the_carrier_got_it() {
        assertThat(measure.contributions(shipment("postnl", Delivery.LATE)))
                .allSatisfy(c -> assertThat(c.minute()).isEqualTo(NOON.getEpochSecond() / 60))
                .extracting(c -> c.cell().scope().labels().toString())
                .containsExactly(
                        "{audience=CUSTOMER}",
                        "{audience=CUSTOMER, carrier=postnl}",
                        "{audience=CUSTOMER, carrier=postnl, region=noord}");
    }

    @Test
    void every_shipment_has_one_outcome_and_the_carriers_together_are_all() {
        var shipments = new ArrayList<ShipmentFact>();
        for (Delivery delivery : Delivery.values()) {
            shipments.add(shipment("postnl", delivery));
            shipments.add(shipment("dhl", delivery, suspected(48, 72, Reason.CALLED, 71)));
        }
        var cells = GivenFacts.cells(shipments, measure::contributions);
        Tally all = GivenFacts.sum(cells, Set.of("audience"), Map.of());

        assertThat(Arrays.copyOf(all.dense(DeliveryMeasure.WIDTH), DeliveryMeasure.LATE))
                .containsOnly(2);
        assertThat(GivenFacts.sum(cells, Set.of("audience", "carrier"), Map.of()))
                .isEqualTo(all);
        assertThat(GivenInsight.golden(publish(all.dense(DeliveryMeasure.WIDTH)), DeliveryOutcomes.class))
                .satisfies(value -> {
                    assertThat(value.shipments()).isEqualTo(14);
                    assertThat(value.onTimePer1000()).isEqualTo(142.86);
                    assertThat(value.pastPromisePer1000()).isEqualTo(428.57);
                    assertThat(value.lostPer1000()).isEqualTo(142.86);
                    assertThat(value.suspects()).satisfies(suspects -> {
                        assertThat(suspects.suspected()).isEqualTo(7);
                        assertThat(suspects.arrived())
                                .as("on time, late, or without a promise")
                                .isEqualTo(3);
                    });
                });
    }

    @Test
    void a_parcel_is_suspected_and_reported_apart_and_the_lead_is_that_of_suspicions_before_the_call() {
        var suspects = read(count(
                        suspected(48, null, null, null),
                        suspected(48, 50, Reason.SEEN, null),
                        suspected(48, 72, Reason.CALLED, 71),
                        suspected(48, 72, Reason.CALLED, 48),
                        suspected(48, 72, Reason.CALLED, 40),
                        new Suspicion(null, null, null, NOON.plus(Duration.ofHours(30)))))
                .suspects();

        assertThat(suspects.suspected()).isEqualTo(5);
        assertThat(suspects.open()).isEqualTo(1);
        assertThat(suspects.arrived()).isZero();
        assertThat(suspects.reported()).isEqualTo(4);
        assertThat(suspects.suspectedBefore())
                .as("not at the same time, nor after")
                .isEqualTo(1);
        assertThat(suspects.lead().n()).isEqualTo(1);
        assertThat(suspects.lead().sum()).isEqualTo(Duration.ofHours(23).toSeconds());
        assertThat(suspects.lead().p50()).isBetween(43_200.0, 86_400.0);
    }

    @Test
    void nothing_is_said_of_suspects_when_there_are_none_and_nothing_of_a_lead_without_one() {
        assertThat(read(count(Suspicion.NONE)).suspects()).isNull();
        assertThat(read(count(suspected(48, null, null, null))).suspects().lead())
                .isNull();
    }

    @Test
    void without_shipments_there_is_no_rate() {
        assertThat(read(new long[DeliveryMeasure.WIDTH])).satisfies(value -> {
            assertThat(value.shipments()).isZero();
            assertThat(value.onTimePer1000()).isNull();
            assertThat(value.lostPer1000()).isNull();
        });
    }

    private static DeliveryOutcomes read(long[] counts) {
        return GivenInsight.read(publish(counts), DeliveryOutcomes.class);
    }

    private static Published publish(long[] counts) {
        return new DeliveryInsights(CATALOGUE)
                .window(GivenFacts.window(Map.of("audience", "CUSTOMER", "carrier", "postnl"), counts));
    }

    private long[] count(Suspicion... suspicions) {
        return GivenFacts.sum(
                        GivenFacts.cells(
                                Arrays.stream(suspicions)
                                        .map(suspicion -> shipment("postnl", Delivery.OVERDUE, suspicion))
                                        .toList(),
                                measure::contributions),
                        Set.of("audience"),
                        Map.of())
                .dense(DeliveryMeasure.WIDTH);
    }

    /** Hours after noon. */
    private static Suspicion suspected(int from, Integer until, Reason why, Integer called) {
        return new Suspicion(
                NOON.plus(Duration.ofHours(from)),
                until == null ? null : NOON.plus(Duration.ofHours(until)),
                why,
                called == null ? null : NOON.plus(Duration.ofHours(called)));
    }

    private static ShipmentFact shipment(String carrier, Delivery delivery) {
        return shipment(carrier, delivery, Suspicion.NONE);
    }

    private static ShipmentFact shipment(String carrier, Delivery delivery, Suspicion suspicion) {
        return new ShipmentFact(
                NOON, Audience.CUSTOMER, carrier, "noord", delivery, suspicion, false, GivenFacts.VERSION);
    }
}
