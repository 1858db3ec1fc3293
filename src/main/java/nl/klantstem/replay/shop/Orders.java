package nl.klantstem.replay.shop;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.OrderEvent.PlacedBy;
import nl.klantstem.contract.in.Party;
import nl.klantstem.topic.Topic;
import org.jspecify.annotations.Nullable;

/** Draws orders with what becomes of their parcels, and tells of their placing. */
final class Orders {

    private static final double HOUR = 3_600_000;
    private static final double DAY = 24 * HOUR;
    private static final LocalTime PROMISE = LocalTime.of(22, 0);
    private static final int PARTNERS = 50_000;
    private static final double PARTNER_SOLD = 0.6;
    private static final double PARTNER_FULFILLED = 0.55;
    private static final double NEIGHBOUR = 0.08;
    private static final double RETURNED = 0.003;
    private static final double FOUND = 0.1;
    /** Of the parcels that should arrive where it storms. */
    private static final double STORM_LATE = 0.7;

    private static final double FAILED_BEFORE_LATE = 0.3;
    private static final double ANOTHER_DAY_LATE = 0.25;
    private static final String[] GROUPS = {"books", "electronics", "toys", "home", "fashion", "garden"};

    private final ShopSettings settings;
    private final Dice dice;
    private final Ids ids;
    private final Storms storms;

    Orders(ShopSettings settings, Dice dice, Ids ids, Storms storms) {
        this.settings = settings;
        this.dice = dice;
        this.ids = ids;
        this.storms = storms;
    }

    /** An order of anyone, placed then. */
    Order draw(long placedAt) {
        return draw(placedAt, dice.below(settings.customers()));
    }

    /** The order that replaces a lost one. */
    Order again(Order lost, long placedAt) {
        return draw(placedAt, lost.customer());
    }

    private Order draw(long placedAt, int customer) {
        ZonedDateTime local = Instant.ofEpochMilli(placedAt).atZone(settings.zone());
        LocalDate day = local.toLocalDate().plusDays(1);
        long promisedTo =
                day.atTime(PROMISE).atZone(settings.zone()).toInstant().toEpochMilli();
        int partner = dice.chance(PARTNER_SOLD) ? dice.below(PARTNERS) : -1;
        Party fulfilment = partner >= 0 && dice.chance(PARTNER_FULFILLED) ? Party.PARTNER : Party.PLATFORM;
        return new Order(
                ids.number(), customer, placedAt, promisedTo, partner, fulfilment, parcel(placedAt, day, promisedTo));
    }

    Draft placedAgain(Order order, Order lost, PlacedBy by) {
        return placed(order).set("reorderOf", ids.of("o", lost.number())).set("placedBy", by);
    }

    Draft placed(Order order) {
        return new Draft(Topic.ORDER_EVENTS, order.customerKey(), order.placedAt())
                .set("eventId", ids.next("e"))
                .set("source", "order-desk")
                .set("audience", Audience.CUSTOMER)
                .set("orderId", ids.of("o", order.number()))
                .set("type", "PLACED")
                .set("customerKey", order.customerKey())
                .set("items", items(order))
                .set("placedBy", "CUSTOMER")
                .set("promisedTo", Instant.ofEpochMilli(order.promisedTo()).toString());
    }

    private List<Item> items(Order order) {
        int count = 1 + (dice.chance(0.25) ? 1 + dice.below(2) : 0);
        String partner = order.partner() < 0 ? null : "partner-" + order.partner();
        var items = new ArrayList<Item>(count);
        for (int i = 0; i < count; i++) {
            items.add(new Item(
                    ids.of("oi", order.number()) + "-" + i,
                    partner,
                    order.sellerType(),
                    order.fulfilment(),
                    dice.oneOf(GROUPS),
                    dice.chance(0.9) ? 1 : 2));
        }
        return items;
    }

    private Parcel parcel(long placedAt, LocalDate day, long promisedTo) {
        Carrier carrier = Carrier.draw(dice);
        Region region = Region.draw(dice);
        long handedAt = between(placedAt + HOUR / 2, promisedTo - 17 * HOUR);
        long scannedAt = dice.chance(carrier.scans) ? between(promisedTo - 17 * HOUR, promisedTo - 16 * HOUR) : 0;
        long onTime = visited(promisedTo);
        if (dice.chance(carrier.lost)) {
            long lostAt = between(promisedTo + 10 * DAY, promisedTo + 14 * DAY);
            long foundAt = dice.chance(FOUND) ? between(lostAt + DAY, lostAt + 4 * DAY) : 0;
            return new Parcel(carrier, region, handedAt, scannedAt, 0, lostAt, foundAt, Parcel.Ending.LOST_CONFIRMED);
        }
        if (dice.chance(RETURNED)) {
            long backAt = between(promisedTo + 3 * DAY, promisedTo + 5 * DAY);
            return new Parcel(carrier, region, handedAt, scannedAt, onTime, backAt, 0, Parcel.Ending.RETURNED);
        }
        Parcel.Ending ending = dice.chance(NEIGHBOUR) ? Parcel.Ending.DELIVERED_NEIGHBOUR : Parcel.Ending.DELIVERED;
        if (!dice.chance(storms.rages(day, region) ? STORM_LATE : carrier.late)) {
            return new Parcel(carrier, region, handedAt, scannedAt, 0, onTime, 0, ending);
        }
        long failedAt = dice.chance(FAILED_BEFORE_LATE) ? onTime : 0;
        return new Parcel(carrier, region, handedAt, scannedAt, failedAt, visited(late(promisedTo)), 0, ending);
    }

    private long late(long promisedTo) {
        double evening = promisedTo + DAY;
        while (dice.chance(ANOTHER_DAY_LATE)) {
            evening += DAY;
        }
        return (long) evening;
    }

    /** When the courier calls on the day that ends with that evening: from ten o'clock on. */
    private long visited(long evening) {
        return between(evening - 12 * HOUR, evening - HOUR / 2);
    }

    private long between(double from, double to) {
        return (long) (from + (to - from) * dice.below(1 << 20) / (1 << 20));
    }

    private record Item(
            String orderItemId,
            @Nullable String partnerId,
            String sellerType,
            Party fulfilment,
            String productGroup,
            int quantity) {}
}
