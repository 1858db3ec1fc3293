package nl.klantstem.house.canary.measure.nps;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;
import nl.klantstem.house.canary.measure.drivers.Driven;

/** Breaks a wall between measures and reads the clock in three ways. */
final class NpsThatPeeks {

    private final Supplier<Instant> clock = Instant::now;

    Object peek() {
        return Driven.DRIVEN.toString() + clock.get() + Clock.systemUTC() + System.currentTimeMillis();
    }
}
