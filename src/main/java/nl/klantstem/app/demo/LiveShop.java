package nl.klantstem.app.demo;

import java.time.Duration;
import nl.klantstem.replay.shop.Shop;
import nl.klantstem.replay.shop.ShopDelivery;
import org.jspecify.annotations.Nullable;

/** The shop as it happens: sends each record at its time on the shop's clock, and ticks in between. */
final class LiveShop implements AutoCloseable {

    private static final long BEAT_MILLIS = 100;
    private static final int BEATS_PER_TICK = 5;

    private final Shop shop;
    private final ShopTime time;
    private final ShopDelivery delivery;
    private final Thread thread = new Thread(this::run, "demo-shop");
    private volatile boolean open = true;
    private volatile @Nullable RuntimeException failure;

    private LiveShop(Shop shop, ShopTime time, ShopDelivery delivery) {
        this.shop = shop;
        this.time = time;
        this.delivery = delivery;
    }

    static LiveShop open(Shop shop, ShopTime time, ShopDelivery delivery) {
        var live = new LiveShop(shop, time, delivery);
        live.thread.setDaemon(true);
        live.thread.start();
        return live;
    }

    /** Why it closed, when it closed by itself. */
    @Nullable
    RuntimeException failure() {
        return failure;
    }

    @Override
    public void close() {
        open = false;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            for (int beat = 0; open; beat++) {
                long now = time.now().toEpochMilli();
                while (open && shop.nextAt() <= now) {
                    delivery.send(shop.next());
                }
                if (beat % BEATS_PER_TICK == 0) {
                    delivery.tick(now);
                }
                Thread.sleep(BEAT_MILLIS);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            if (open) {
                failure = e;
            }
        }
    }
}
