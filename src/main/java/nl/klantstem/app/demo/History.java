package nl.klantstem.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.klantstem.replay.shop.Shop;
import nl.klantstem.replay.shop.ShopDelivery;
import nl.klantstem.replay.shop.ShopSettings;

/** The shop's past, loaded at full speed: thin for most of it, as busy as it is live in its last days. */
final class History {

    /** The 24 hours that the table shows, and some more. */
    private static final Duration BUSY = Duration.ofHours(30);

    private static final double THIN_CONTACTS_PER_DAY = 60;
    private static final Duration TICK = Duration.ofMinutes(30);
    /** How far the shop may be ahead of what is counted: keeps what waits for its minute small. */
    private static final Duration AHEAD = Duration.ofDays(3);

    private final Instant from;
    private final Instant now;
    private final Shop thin;
    private final Shop busy;

    private History(Instant from, Instant now, Shop thin, Shop busy) {
        this.from = from;
        this.now = now;
        this.thin = thin;
        this.busy = busy;
    }

    static History of(DemoSettings settings, Instant now) {
        Instant from = now.minus(settings.history());
        Instant busyFrom = settings.history().compareTo(BUSY) > 0 ? now.minus(BUSY) : from;
        return new History(
                from,
                now,
                new Shop(ShopSettings.usual(settings.seed(), from, busyFrom, THIN_CONTACTS_PER_DAY)),
                new Shop(ShopSettings.usual(settings.seed() + 1, busyFrom, Instant.MAX, settings.contactsPerDay())));
    }

    /** Whoever waits for the shop: told how far it is, and says how far counting is. */
    interface Watcher {
        /** Up to when all is counted. */
        Instant counted();

        /** False to stop. */
        boolean goOn(Instant loaded, long records) throws InterruptedException;
    }

    /** Loads all of it up to now; the number of records, fewer when told to stop. */
    long load(ShopDelivery delivery, Watcher watcher) throws InterruptedException {
        long records = 0;
        long end = now.toEpochMilli();
        long tick = from.toEpochMilli();
        for (Shop shop : List.of(thin, busy)) {
            while (shop.hasNext() && shop.nextAt() < end) {
                for (; tick <= shop.nextAt(); tick += TICK.toMillis()) {
                    delivery.tick(tick);
                    if (!mayGoOn(watcher, Instant.ofEpochMilli(tick), records)) {
                        return records;
                    }
                }
                delivery.send(shop.next());
                records++;
            }
        }
        delivery.tick(end);
        delivery.flush();
        return records;
    }

    /** The shop that goes on from now, with what is still under way. */
    Shop shop() {
        return busy;
    }

    private static boolean mayGoOn(Watcher watcher, Instant loaded, long records) throws InterruptedException {
        boolean goOn = watcher.goOn(loaded, records);
        while (goOn && watcher.counted().plus(AHEAD).isBefore(loaded)) {
            Thread.sleep(10);
            goOn = watcher.goOn(loaded, records);
        }
        return goOn;
    }
}
