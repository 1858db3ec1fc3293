package nl.klantstem.replay.shop;

import java.time.Instant;
import java.time.ZoneId;

/**
 * What shop to simulate.
 *
 * @param seed the same settings give the same records, byte for byte; two shops with different seeds share no ids
 * @param from opens then, empty
 * @param until nothing is recorded from then on; {@link Instant#MAX} for a shop that goes on
 * @param contactsPerDay on an average day out of season
 * @param peakFactor how many times as many on Black Friday
 * @param customers how many different ones there are
 * @param zone of the rhythm of the day and of the peak's days
 */
public record ShopSettings(
        long seed,
        Instant from,
        Instant until,
        double contactsPerDay,
        double peakFactor,
        int customers,
        ZoneId zone,
        Oddities oddities) {

    public static final double DEFAULT_PEAK_FACTOR = 2.5;
    public static final int DEFAULT_CUSTOMERS = 500_000;
    public static final ZoneId DEFAULT_ZONE = ZoneId.of("Europe/Amsterdam");

    public ShopSettings {
        if (!(contactsPerDay > 0 && contactsPerDay <= 100_000_000)) {
            throw new IllegalArgumentException("contacts per day must be above 0, not " + contactsPerDay);
        }
        if (!(peakFactor >= 1)) {
            throw new IllegalArgumentException("the peak factor must be 1 or more, not " + peakFactor);
        }
        if (customers < 1) {
            throw new IllegalArgumentException("a shop needs at least 1 customer, not " + customers);
        }
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("the shop would close (" + until + ") before it opens (" + from + ")");
        }
    }

    /** A usual shop: Dutch time, the usual peak, the usual mess. */
    public static ShopSettings usual(long seed, Instant from, Instant until, double contactsPerDay) {
        return new ShopSettings(
                seed,
                from,
                until,
                contactsPerDay,
                DEFAULT_PEAK_FACTOR,
                DEFAULT_CUSTOMERS,
                DEFAULT_ZONE,
                Oddities.USUAL);
    }

    public ShopSettings with(Oddities other) {
        return new ShopSettings(seed, from, until, contactsPerDay, peakFactor, customers, zone, other);
    }
}
