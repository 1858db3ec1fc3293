package nl.klantstem.replay.shop;

import static nl.klantstem.replay.shop.Told.share;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.klantstem.replay.shop.ToldOrders.Placed;
import nl.klantstem.replay.shop.ToldOrders.Step;
import nl.klantstem.topic.Topic;
import org.junit.jupiter.api.Test;

class ShopOrdersTest {

    private static final int DAYS = 28;
    private static final double PER_DAY = 100;
    private static final ShopSettings SETTINGS = Told.settings(DAYS, PER_DAY).withOrders(12);
    private static final LocalDate STORM = LocalDate.parse("2026-05-20");

    private static final ToldOrders CALM = ToldOrders.of(SETTINGS);
    private static final List<List<Step>> WHOLE = whole(CALM);

    @Test
    void so_many_orders_are_placed_for_each_contact_and_all_get_a_parcel() {
        assertThat((double) CALM.orders().size()).isCloseTo(12 * PER_DAY * DAYS, within(12 * PER_DAY * DAYS / 20));
        Set<String> sent =
                CALM.parcels().values().stream().map(p -> p.get(0).orderId()).collect(Collectors.toSet());
        assertThat(share(CALM.orders().keySet(), sent::contains)).isGreaterThan(0.97);
        assertThat(1000.0 * CALM.contacts().size() / CALM.orders().size()).isBetween(75.0, 90.0);
    }

    @Test
    void without_orders_there_are_contacts_journeys_and_surveys_only() {
        Set<Topic> topics =
                Told.all(Told.settings(3, 200)).stream().map(ShopRecord::topic).collect(Collectors.toSet());
        assertThat(topics)
                .containsExactlyInAnyOrder(
                        Topic.CONTACT_EVENTS,
                        Topic.JOURNEY_STEP_EVENTS,
                        Topic.SURVEY_INVITATIONS,
                        Topic.SURVEY_RESPONSES);
    }

    @Test
    void with_orders_the_bytes_are_the_same_each_time_and_in_order() {
        List<ShopRecord> once = Told.all(settingsOfDays(3));
        List<ShopRecord> again = Told.all(settingsOfDays(3));
        assertThat(once).hasSameSizeAs(again).hasSizeGreaterThan(10_000);
        long before = Told.START.toEpochMilli();
        for (int i = 0; i < once.size(); i++) {
            assertThat(once.get(i).value()).isEqualTo(again.get(i).value());
            assertThat(once.get(i).recordedAt())
                    .isEqualTo(again.get(i).recordedAt())
                    .isGreaterThanOrEqualTo(before);
            before = once.get(i).recordedAt();
        }
    }

    @Test
    void most_contacts_are_about_an_order_that_this_customer_placed_before() {
        List<ToldContact> settled = CALM.contacts().stream()
                .filter(c -> c.last("orderId") != null)
                .filter(c -> c.openedAt().isAfter(Told.START.plus(Duration.ofDays(7))))
                .toList();
        assertThat(share(settled, c -> CALM.orders().containsKey(c.last("orderId"))))
                .isGreaterThan(0.95);
        for (ToldContact contact : settled) {
            Placed order = CALM.orders().get(contact.last("orderId"));
            if (order != null) {
                assertThat(contact.openedAt()).isAfter(order.at());
                assertThat(contact.lastOr("customerKey", order.customerKey())).isEqualTo(order.customerKey());
            }
        }
    }

    @Test
    void a_parcel_goes_its_way_step_by_step_and_ends_once() {
        var endings = new TreeMap<String, Integer>();
        for (List<Step> parcel : WHOLE) {
            List<String> types = parcel.stream().map(e -> e.type()).toList();
            assertThat(types).startsWith("HANDED_TO_CARRIER").doesNotHaveDuplicates();
            assertThat(parcel).allMatch(e -> e.orderId().equals(parcel.get(0).orderId()));
            endings.merge(types.get(types.size() - 1), 1, Integer::sum);
        }
        assertThat(endings).containsKeys("DELIVERED", "DELIVERED_NEIGHBOUR", "RETURNED");
        assertThat(share(WHOLE, p -> has(p, "SCAN"))).isBetween(0.3, 0.5);
        assertThat(share(WHOLE, p -> has(p, "DELIVERED_NEIGHBOUR"))).isBetween(0.06, 0.1);
        assertThat(share(WHOLE, p -> has(p, "RETURNED"))).isBetween(0.001, 0.006);
        assertThat(share(CALM.parcels().values(), p -> has(p, "LOST_CONFIRMED")))
                .isBetween(0.0005, 0.003);
    }

    @Test
    void some_parcels_fall_silent_and_many_of_them_arrive_after_all() {
        List<List<Step>> silent = WHOLE.stream()
                .filter(parcel -> !CALM.silentAt(parcel).equals(Instant.MAX))
                .toList();

        assertThat((double) silent.size() / WHOLE.size()).isBetween(0.004, 0.02);
        assertThat(share(silent, parcel -> parcel.get(parcel.size() - 1).type().startsWith("DELIVERED")))
                .isBetween(0.25, 0.75);
        assertThat(silent.stream().filter(parcel -> has(parcel, "LOST_CONFIRMED")))
                .as("lost")
                .isNotEmpty();
        assertThat(silent.stream().filter(parcel -> called(parcel, CALM.promise(parcel), CALM.silentAt(parcel))))
                .as("reported before that")
                .isNotEmpty();
        assertThat(silent.stream().filter(parcel -> called(parcel, CALM.silentAt(parcel), Instant.MAX)))
                .as("reported after that")
                .isNotEmpty();
    }

    @Test
    void carriers_differ_and_parcels_go_to_every_province() {
        Map<String, List<List<Step>>> byCarrier =
                WHOLE.stream().collect(Collectors.groupingBy(p -> p.get(0).carrier()));
        assertThat(byCarrier).containsOnlyKeys("carrier-a", "carrier-b", "carrier-c");
        assertThat(share(byCarrier.get("carrier-a"), CALM::late)).isBetween(0.025, 0.045);
        assertThat(share(byCarrier.get("carrier-b"), CALM::late)).isBetween(0.045, 0.065);
        assertThat(share(byCarrier.get("carrier-c"), CALM::late)).isBetween(0.09, 0.13);
        Set<String> regions = WHOLE.stream().map(p -> p.get(0).region()).collect(Collectors.toCollection(TreeSet::new));
        assertThat(regions).hasSize(12).contains("noord-holland", "zeeland", "friesland");
    }

    @Test
    void who_calls_about_a_late_parcel_mostly_has_one() {
        List<ToldContact> aboutLate = CALM.contacts().stream()
                .filter(c -> "delivery/late".equals(c.driver()))
                .filter(c -> CALM.orders().containsKey(c.last("orderId")))
                .toList();
        assertThat(aboutLate).hasSizeGreaterThan(150);
        assertThat(share(aboutLate, ShopOrdersTest::afterItsPromise)).isGreaterThan(0.9);
    }

    @Test
    void a_storm_makes_parcels_late_where_it_rages_and_contacts_surge() {
        ToldOrders stormy = ToldOrders.of(SETTINGS.withStorm(STORM));
        Map<String, List<List<Step>>> byRegion = whole(stormy).stream()
                .filter(p -> day(stormy.promise(p)).equals(STORM))
                .collect(Collectors.groupingBy(p -> p.get(0).region()));
        var hit = new ArrayList<String>();
        byRegion.forEach((region, parcels) -> {
            if (share(parcels, stormy::late) > 0.4) {
                hit.add(region);
            }
        });
        assertThat(hit).as("regions where it storms").hasSize(3);
        assertThat(surge(stormy)).isGreaterThan(1.4 * surge(CALM));
        assertThat(stormy.orders().size())
                .isCloseTo(CALM.orders().size(), within(CALM.orders().size() / 20));
    }

    @Test
    void it_storms_twice_a_year_outside_the_peak() {
        var storms = new Storms(Told.SEED, Set.of());
        var raged = new HashSet<LocalDate>();
        for (LocalDate day = LocalDate.parse("2026-01-01"); day.getYear() < 2029; day = day.plusDays(1)) {
            var felt = storms.felt(day);
            if (felt != null) {
                assertThat(PeakSeason.of(day)).isEqualTo(PeakSeason.NONE);
                raged.add(felt.raged());
            }
        }
        assertThat(raged).hasSize(6);
    }

    private static ShopSettings settingsOfDays(int days) {
        return Told.settings(days, PER_DAY).with(Oddities.USUAL).withOrders(12);
    }

    /** Parcels whose end is told too. */
    private static List<List<Step>> whole(ToldOrders told) {
        return told.handedOverBefore(Told.START.plus(Duration.ofDays(DAYS - 10)));
    }

    /** Contacts about late parcels and where they are, on the storm's day and the two after it. */
    private static double surge(ToldOrders story) {
        Instant from = STORM.atStartOfDay(ShopSettings.DEFAULT_ZONE).toInstant();
        return story.contacts().stream()
                .filter(c -> !c.openedAt().isBefore(from) && c.openedAt().isBefore(from.plus(Duration.ofDays(3))))
                .filter(c -> Set.of("order-status", "order-delivery").contains(c.lastOr("journeyId", "")))
                .count();
    }

    private static boolean afterItsPromise(ToldContact contact) {
        Placed order = CALM.orders().get(contact.last("orderId"));
        return order != null && contact.openedAt().isAfter(order.promisedTo());
    }

    private static boolean called(List<Step> parcel, Instant from, Instant to) {
        return CALM.contacts().stream()
                .filter(contact -> parcel.get(0).orderId().equals(contact.last("orderId")))
                .anyMatch(contact ->
                        contact.openedAt().isAfter(from) && contact.openedAt().isBefore(to));
    }

    private static boolean has(List<Step> parcel, String type) {
        return parcel.stream().anyMatch(e -> e.type().equals(type));
    }

    private static LocalDate day(Instant instant) {
        return instant.equals(Instant.MAX)
                ? LocalDate.MAX
                : instant.atZone(ShopSettings.DEFAULT_ZONE).toLocalDate();
    }
}
