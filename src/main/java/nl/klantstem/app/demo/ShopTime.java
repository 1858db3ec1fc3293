package nl.klantstem.app.demo;

import java.time.Duration;
import java.time.Instant;

/** The clock of the simulated shop: {@code speed} seconds pass there in one of ours. */
final class ShopTime {

    private final Instant start;
    private final long startNanos;
    private final double speed;

    private ShopTime(Instant start, long startNanos, double speed) {
        this.start = start;
        this.startNanos = startNanos;
        this.speed = speed;
    }

    static ShopTime startingAt(Instant start, double speed) {
        return new ShopTime(start, System.nanoTime(), speed);
    }

    Instant now() {
        return start.plus(Duration.ofNanos((long) ((System.nanoTime() - startNanos) * speed)));
    }
}
