package nl.klantstem.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import nl.klantstem.replay.ImportedRecord;
import nl.klantstem.replay.shop.Forecast;
import nl.klantstem.replay.shop.Incident;
import nl.klantstem.replay.shop.Oddities;
import nl.klantstem.replay.shop.Shop;
import nl.klantstem.replay.shop.ShopRecord;
import nl.klantstem.replay.shop.ShopSettings;
import org.jspecify.annotations.Nullable;

/** The shop's past, in order: thin for most of it, as busy as it is live in its last days. */
final class History {

    /** The 24 hours that the table shows, the day before them, and some more for the answers that were still to come. */
    private static final Duration BUSY = Duration.ofHours(54);

    private static final double THIN_CONTACTS_PER_DAY = 100;
    /**
     * Fewer than a real shop has, and none in the thin past, so that the past is loaded soon: about 120 contacts per
     * 1,000 orders.
     */
    private static final double ORDERS_PER_CONTACT = 8;

    private static final double MOST_ORDERS_PER_DAY = 100_000;
    /** Who looks longer is told that there is no plan. */
    private static final Duration PLANNED = Duration.ofDays(14);

    private static final String ORIGIN = "history";

    private final Iterator<Shop> shops;
    private final Shop busy;
    private final Deque<ShopRecord> reference;
    private Shop open;

    private History(Shop thin, Shop busy, List<ShopRecord> reference) {
        this.shops = List.of(thin, busy).iterator();
        this.busy = busy;
        this.reference = new ArrayDeque<>(reference);
        this.open = shops.next();
    }

    static History of(DemoSettings settings, Instant now) {
        Instant from = now.minus(settings.history());
        Instant busyFrom = settings.history().compareTo(BUSY) > 0 ? now.minus(BUSY) : from;
        double ordersPerContact = Math.min(ORDERS_PER_CONTACT, MOST_ORDERS_PER_DAY / settings.contactsPerDay());
        ShopSettings busy = withIncident(
                ShopSettings.usual(settings.seed() + 1, busyFrom, Instant.MAX, settings.contactsPerDay())
                        .with(Oddities.RIGHT_KEYS)
                        .withOrders(ordersPerContact),
                settings.incident(),
                now);
        return new History(
                new Shop(ShopSettings.usual(settings.seed(), from, busyFrom, THIN_CONTACTS_PER_DAY)
                        .with(Oddities.RIGHT_KEYS)),
                new Shop(busy),
                reference(busy, now));
    }

    /** The plan from the busy days on, and what was done two months ago; known when the busy days begin. */
    private static List<ShopRecord> reference(ShopSettings busy, Instant now) {
        Instant known = busy.from();
        var records = new ArrayList<ShopRecord>();
        records.addAll(new Forecast(busy).plans(known, now.plus(PLANNED), known));
        records.addAll(DemoMeasures.records(now, known));
        return records;
    }

    private static ShopSettings withIncident(ShopSettings shop, @Nullable String journeyId, Instant from) {
        return journeyId == null ? shop : shop.withIncident(new Incident(journeyId, from));
    }

    /** The shop that goes on from where reading ended, with what is still under way. */
    Shop shop() {
        return busy;
    }

    /** What was recorded before that time and has not been read yet. */
    Iterable<ImportedRecord> upTo(Instant end) {
        return () -> new Iterator<>() {
            @Override
            public boolean hasNext() {
                while (!open.hasNext() && shops.hasNext()) {
                    open = shops.next();
                }
                return nextAt() < end.toEpochMilli();
            }

            @Override
            public ImportedRecord next() {
                if (!hasNext()) {
                    throw new NoSuchElementException("nothing more was recorded before " + end);
                }
                ShopRecord next = isReferenceNext() ? reference.remove() : open.next();
                return new ImportedRecord(next.topic(), next.key(), next.value(), next.recordedAt(), ORIGIN, null);
            }
        };
    }

    private long nextAt() {
        return isReferenceNext() ? reference.element().recordedAt() : open.hasNext() ? open.nextAt() : Long.MAX_VALUE;
    }

    private boolean isReferenceNext() {
        return !reference.isEmpty() && (!open.hasNext() || reference.element().recordedAt() <= open.nextAt());
    }
}
