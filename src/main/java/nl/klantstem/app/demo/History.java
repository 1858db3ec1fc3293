package nl.klantstem.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import nl.klantstem.replay.ImportedRecord;
import nl.klantstem.replay.shop.Oddities;
import nl.klantstem.replay.shop.Shop;
import nl.klantstem.replay.shop.ShopRecord;
import nl.klantstem.replay.shop.ShopSettings;

/** The shop's past up to now, in order: thin for most of it, as busy as it is live in its last days. */
final class History implements Iterable<ImportedRecord> {

    /** The 24 hours that the table shows, and some more for the answers that were still to come. */
    private static final Duration BUSY = Duration.ofHours(36);

    private static final double THIN_CONTACTS_PER_DAY = 30;
    private static final String ORIGIN = "history";

    private final long now;
    private final Shop thin;
    private final Shop busy;

    private History(long now, Shop thin, Shop busy) {
        this.now = now;
        this.thin = thin;
        this.busy = busy;
    }

    static History of(DemoSettings settings, Instant now) {
        Instant from = now.minus(settings.history());
        Instant busyFrom = settings.history().compareTo(BUSY) > 0 ? now.minus(BUSY) : from;
        return new History(
                now.toEpochMilli(),
                new Shop(ShopSettings.usual(settings.seed(), from, busyFrom, THIN_CONTACTS_PER_DAY)
                        .with(Oddities.RIGHT_KEYS)),
                new Shop(ShopSettings.usual(settings.seed() + 1, busyFrom, Instant.MAX, settings.contactsPerDay())
                        .with(Oddities.RIGHT_KEYS)));
    }

    /** The shop that goes on from now, with what is still under way; ask when the past has been read. */
    Shop shop() {
        return busy;
    }

    @Override
    public Iterator<ImportedRecord> iterator() {
        var shops = List.of(thin, busy).iterator();
        return new Iterator<>() {
            private Shop shop = shops.next();

            @Override
            public boolean hasNext() {
                while (!shop.hasNext() && shops.hasNext()) {
                    shop = shops.next();
                }
                return shop.nextAt() < now && shop.hasNext();
            }

            @Override
            public ImportedRecord next() {
                if (!hasNext()) {
                    throw new NoSuchElementException("this is the present");
                }
                ShopRecord next = shop.next();
                return new ImportedRecord(next.topic(), next.key(), next.value(), next.recordedAt(), ORIGIN, null);
            }
        };
    }
}
