package nl.klantstem.app.bench;

import java.time.Duration;
import java.time.Instant;
import nl.klantstem.app.Stop;
import nl.klantstem.replay.shop.Shop;
import nl.klantstem.replay.shop.ShopDelivery;
import nl.klantstem.replay.shop.ShopRecord;
import nl.klantstem.replay.shop.ShopSettings;
import nl.klantstem.topic.Topics;

/** The same records in every round: a busy shop with the usual mess, loaded before anyone is measured. */
final class Workload {

    static final long SEED = 20_261_127;
    private static final Instant OPENS = Instant.parse("2026-11-20T06:00:00Z");
    private static final double CONTACTS_PER_DAY = 40_000;
    private static final Duration TICK = Duration.ofMinutes(5);
    /** Past the allowance of the last window that had a record. */
    private static final Duration AFTER = Duration.ofMinutes(30);

    private final long records;
    private final Stop stop;

    Workload(long records, Stop stop) {
        this.records = records;
        this.stop = stop;
    }

    /** What was loaded, and the recorded time that must be through when all of it is counted. */
    record Loaded(long records, long valueBytes, Instant end) {}

    /** Loads the records with ticks behind them. */
    Loaded load(String bootstrapServers, Topics topics) {
        var shop = new Shop(ShopSettings.usual(SEED, OPENS, Instant.MAX, CONTACTS_PER_DAY));
        long bytes = 0;
        long recordedAt = OPENS.toEpochMilli();
        long nextTick = recordedAt + TICK.toMillis();
        try (var delivery = new ShopDelivery(bootstrapServers, topics)) {
            for (long i = 0; i < records; i++) {
                stop.check();
                ShopRecord next = shop.next();
                recordedAt = next.recordedAt();
                for (; nextTick <= recordedAt; nextTick += TICK.toMillis()) {
                    delivery.tick(nextTick);
                }
                delivery.send(next);
                bytes += next.value().length;
            }
            Instant end = Instant.ofEpochMilli(recordedAt);
            delivery.tick(end.plus(AFTER).toEpochMilli());
            delivery.tick(end.plus(AFTER).plus(TICK).toEpochMilli());
            delivery.flush();
            return new Loaded(records, bytes, end);
        }
    }
}
