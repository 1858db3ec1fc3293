package nl.klantstem.measure.drivers;

import static nl.klantstem.measure.GivenFacts.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.out.ContactDrivers;
import nl.klantstem.contract.out.ContactLedger;
import nl.klantstem.contract.out.ContactRate;
import nl.klantstem.contract.out.ContactTotals;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.measure.GivenFacts;
import nl.klantstem.measure.GivenInsight;
import nl.klantstem.rolling.Measure.PaneCounts;
import nl.klantstem.rolling.Measure.WindowCounts;
import org.junit.jupiter.api.Test;

/** Contact tallies as they are published. */
class DriverInsightsTest {

    private static final Catalogue CATALOGUE = GivenFacts.catalogue(DriverMeasure.NAME, List.of(List.of()));
    private static final Map<String, Object> ALL = Map.of("audience", "CUSTOMER");
    private static final Map<String, Object> DRIVER =
            Map.of("audience", "CUSTOMER", "driver", "delivery/late", "level", 2);
    private static final Map<String, Object> CHANNEL = Map.of("audience", "CUSTOMER", "channel", "CHAT");

    private final DriverInsights insights = new DriverInsights(CATALOGUE);

    @Test
    void rates_are_where_the_scope_is_the_audience_or_audience_and_driver() {
        long[] n = {30, 2, 5, 1, 9, 20, 1, 3, 15, 400, 25, 20};

        GivenInsight.golden(insights.window(window(DRIVER, n)), ContactDrivers.class);
        assertThat(List.of(read(ALL, n), read(DRIVER, n))).allSatisfy(value -> {
            assertThat(value.orders()).isEqualTo(400);
            assertThat(value.flow()).isEqualTo(new ContactRate(75, 37.5));
            assertThat(value.cohort()).isEqualTo(new ContactRate(62.5, 50));
            assertThat(value.totals()).isEqualTo(new ContactTotals(1, 101, 8, 108, 6, 106, 10L, 110L));
        });
        assertThat(read(CHANNEL, n)).satisfies(value -> {
            assertThat(value.contacts()).isEqualTo(value.value() + value.avoidable() + value.demandUnknown());
            assertThat(value.repeat()).isEqualTo(3);
            assertThat(value.orders()).isNull();
            assertThat(value.flow()).isNull();
            assertThat(value.totals().orders()).isNull();
        });
    }

    @Test
    void without_orders_there_is_no_rate_and_without_contacts_it_is_zero() {
        assertThat(read(ALL, new long[] {30, 0, 0, 0, 30, 0, 0, 0, 3, 0, 0, 0})).satisfies(value -> {
            assertThat(value.orders()).isZero();
            assertThat(value.flow()).isNull();
            assertThat(value.cohort()).isNull();
        });
        assertThat(read(DRIVER, new long[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 7, 0, 0}))
                .satisfies(value -> {
                    assertThat(value.flow()).isEqualTo(new ContactRate(0, 0));
                    assertThat(value.cohort()).isEqualTo(new ContactRate(0, 0));
                });
    }

    @Test
    void the_ledger_has_what_past_rates_are_summed_from() {
        long[] n = {30, 2, 5, 1, 9, 20, 1, 3, 15, 400, 25, 20};

        assertThat(ledger(DRIVER, n).orders()).isEqualTo(new ContactLedger.Orders(400, 15, 25, 20));
        assertThat(ledger(CHANNEL, n)).satisfies(value -> {
            assertThat(value.orders()).isNull();
            assertThat(value.avoidable()).isEqualTo(20);
        });
    }

    private ContactDrivers read(Map<String, Object> scope, long[] counts) {
        return GivenInsight.read(insights.window(window(scope, counts)), ContactDrivers.class);
    }

    private static WindowCounts window(Map<String, Object> scope, long[] counts) {
        var totals = new long[2 * DriverMeasure.WIDTH];
        for (int i = 0; i < DriverMeasure.WIDTH; i++) {
            totals[i] = i + 1;
            totals[DriverMeasure.WIDTH + i] = i + 101;
        }
        return GivenFacts.window(scope, counts, totals);
    }

    private ContactLedger ledger(Map<String, Object> scope, long[] counts) {
        var pane = new PaneCounts(
                Scope.of(scope),
                NOON.toEpochMilli(),
                counts,
                NOON.plusSeconds(960).toEpochMilli());
        return GivenInsight.read(insights.ledger(pane).orElseThrow(), ContactLedger.class);
    }
}
