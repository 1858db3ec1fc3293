package nl.klantstem.measure.deliveries;

import static nl.klantstem.measure.GivenFacts.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.flow.ShipmentFact;
import nl.klantstem.contract.flow.ShipmentFact.Delivery;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.out.DeliveryOutcomes;
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
            shipments.add(shipment("dhl", delivery));
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
                });
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

    private static ShipmentFact shipment(String carrier, Delivery delivery) {
        return new ShipmentFact(
                NOON,
                Audience.CUSTOMER,
                carrier,
                "noord",
                delivery,
                ShipmentFact.Suspicion.NONE,
                false,
                GivenFacts.VERSION);
    }
}
