package nl.klantstem.app.demo;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the demo shall show.
 *
 * @param speed seconds that pass in the shop in one of ours
 * @param port of the exporter, 0 for a free one; the pipeline takes the next
 * @param history how much of the past is invented before
 * @param contactsPerDay of the shop as it is seen live
 * @param incident the journey in which something goes wrong as soon as it is seen live; null for none
 * @param seconds after which it stops by itself; null to go on until it is stopped
 */
record DemoSettings(
        double speed,
        int port,
        long seed,
        Duration history,
        double contactsPerDay,
        @Nullable String incident,
        @Nullable Duration seconds) {}
