package nl.klantstem.measure.drivers;

import static nl.klantstem.measure.GivenFacts.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.flow.OrderFact;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.measure.GivenFacts;
import org.junit.jupiter.api.Test;

/** Orders under the contacts: every driver's rate is over all orders. */
class OrderMeasureTest {

    private static final long SEED = 61;
    private static final Catalogue CATALOGUE = GivenFacts.catalogue(
            DriverMeasure.NAME, List.of(List.of(), List.of("driver"), List.of("driver", "channel")));

    private final OrderMeasure measure = new OrderMeasure(CATALOGUE);

    @Test
    void an_order_counts_in_the_cell_of_all_and_in_that_of_every_driver_of_its_audience() {
        assertThat(measure.contributions(order(Audience.CUSTOMER, Map.of())))
                .allSatisfy(c -> {
                    assertThat(c.minute()).isEqualTo(NOON.getEpochSecond() / 60);
                    assertThat(c.tally()).isEqualTo(DriverMeasure.one(DriverMeasure.ORDERS));
                })
                .extracting(c -> c.cell().scope().labels().getOrDefault("driver", "all") + " "
                        + c.cell().scope().labels().getOrDefault("level", "0"))
                .containsExactly(
                        "all 0",
                        "delivery 1",
                        "delivery/late 2",
                        "delivery/lost 2",
                        "delivery/lost/abroad 3",
                        "returns 1",
                        "unknown 1",
                        "other 1");
        assertThat(measure.contributions(order(Audience.PARTNER, Map.of())))
                .extracting(c -> c.cell().scope().labels().getOrDefault("driver", "all"))
                .containsExactly("all", "payments", "payments/late", "unknown", "other");
    }

    @Test
    void contacts_that_came_of_it_count_at_every_level_of_their_driver_and_the_order_once() {
        var byDriver = new TreeMap<String, List<Long>>();
        measure.contributions(
                        order(Audience.CUSTOMER, Map.of("delivery/late", 2, "delivery/lost/abroad", 1, "unknown", 4)))
                .forEach(c -> {
                    long[] n = c.tally().dense(DriverMeasure.WIDTH);
                    byDriver.put(
                            c.cell().scope().labels().getOrDefault("driver", "all"),
                            List.of(
                                    n[DriverMeasure.ORDERS],
                                    n[DriverMeasure.COHORT_CONTACTS],
                                    n[DriverMeasure.COHORT_ORDERS]));
                });

        assertThat(byDriver)
                .containsEntry("all", List.of(1L, 7L, 1L))
                .containsEntry("delivery", List.of(1L, 3L, 1L))
                .containsEntry("delivery/late", List.of(1L, 2L, 1L))
                .containsEntry("delivery/lost", List.of(1L, 1L, 1L))
                .containsEntry("delivery/lost/abroad", List.of(1L, 1L, 1L))
                .containsEntry("returns", List.of(1L, 0L, 0L))
                .containsEntry("unknown", List.of(1L, 4L, 1L))
                .containsEntry("other", List.of(1L, 0L, 0L));
    }

    @Test
    void orders_go_to_the_very_cells_that_contacts_go_to() {
        var contacts = new GivenFacts(SEED).contacts(300);
        var cells = GivenFacts.cells(contacts, contact -> DriverMeasure.contributions(contact, CATALOGUE));
        var orders = GivenFacts.cells(List.of(order(Audience.CUSTOMER, Map.of())), measure::contributions);

        assertThat(orders.keySet()).isSubsetOf(cells.keySet());
        assertThat(orders).hasSize(8);
    }

    @Test
    void every_driver_has_all_orders_and_the_top_levels_have_all_contacts_of_the_cohort() {
        var random = new Random(SEED);
        var orders = new ArrayList<OrderFact>();
        for (int i = 0; i < 200; i++) {
            var contacts = new TreeMap<String, Integer>();
            for (int c = random.nextInt(3); c > 0; c--) {
                contacts.merge(GivenFacts.DRIVERS.get(random.nextInt(GivenFacts.DRIVERS.size())), 1, Integer::sum);
            }
            orders.add(order(Audience.CUSTOMER, contacts));
        }
        var cells = GivenFacts.cells(orders, measure::contributions);
        long topLevels = cells.entrySet().stream()
                .filter(cell -> "1".equals(cell.getKey().scope().labels().get("level")))
                .mapToLong(cell -> cell.getValue().dense(DriverMeasure.WIDTH)[DriverMeasure.COHORT_CONTACTS])
                .sum();

        assertThat(cells.values())
                .allSatisfy(tally -> assertThat(tally.dense(DriverMeasure.WIDTH)[DriverMeasure.ORDERS])
                        .isEqualTo(200));
        assertThat(topLevels)
                .isEqualTo(orders.stream()
                        .flatMap(order -> order.contacts().values().stream())
                        .mapToLong(Integer::longValue)
                        .sum());
    }

    @Test
    void without_the_cubes_of_rates_orders_count_nowhere() {
        var other = GivenFacts.catalogue(DriverMeasure.NAME, List.of(List.of("journeyId")));

        assertThat(new OrderMeasure(other).contributions(order(Audience.CUSTOMER, Map.of())))
                .isEmpty();
    }

    private static OrderFact order(Audience audience, Map<String, Integer> contacts) {
        return new OrderFact(NOON, audience, new TreeMap<>(contacts), false, GivenFacts.VERSION);
    }
}
