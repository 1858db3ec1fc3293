package nl.klantstem.replay.shop;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
 * @param ordersPerContact how many orders are placed for each contact, and delivered: about 30 in a real shop (33
 *     contacts per 1,000 orders), 0 when only contacts and surveys are told
 * @param storms days on which it storms, besides the two that every year has
 * @param incident what goes wrong in a journey, if anything does
 */
public record ShopSettings(
        long seed,
        Instant from,
        Instant until,
        double contactsPerDay,
        double peakFactor,
        int customers,
        ZoneId zone,
        Oddities oddities,
        double ordersPerContact,
        Set<LocalDate> storms,
        @Nullable Incident incident) {

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
        if (!(ordersPerContact >= 0 && ordersPerContact <= 1000)) {
            throw new IllegalArgumentException("orders per contact must be 0 to 1000, not " + ordersPerContact);
        }
        storms = Set.copyOf(storms);
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("the shop would close (" + until + ") before it opens (" + from + ")");
        }
    }

    /** A usual shop: Dutch time, the usual peak, the usual mess; contacts and surveys only. */
    public static ShopSettings usual(long seed, Instant from, Instant until, double contactsPerDay) {
        return new ShopSettings(
                seed,
                from,
                until,
                contactsPerDay,
                DEFAULT_PEAK_FACTOR,
                DEFAULT_CUSTOMERS,
                DEFAULT_ZONE,
                Oddities.USUAL,
                0,
                Set.of(),
                null);
    }

    public ShopSettings with(Oddities other) {
        return new ShopSettings(
                seed,
                from,
                until,
                contactsPerDay,
                peakFactor,
                customers,
                zone,
                other,
                ordersPerContact,
                storms,
                incident);
    }

    /** The same shop, but its orders and deliveries are told too: so many for each contact. */
    public ShopSettings withOrders(double perContact) {
        return new ShopSettings(
                seed, from, until, contactsPerDay, peakFactor, customers, zone, oddities, perContact, storms, incident);
    }

    /** The same shop, but it storms on that day too. */
    public ShopSettings withStorm(LocalDate day) {
        Set<LocalDate> days = new HashSet<>(storms);
        days.add(day);
        return new ShopSettings(
                seed,
                from,
                until,
                contactsPerDay,
                peakFactor,
                customers,
                zone,
                oddities,
                ordersPerContact,
                days,
                incident);
    }

    /** The same shop, but something goes wrong in a journey. */
    public ShopSettings withIncident(Incident wrong) {
        return new ShopSettings(
                seed,
                from,
                until,
                contactsPerDay,
                peakFactor,
                customers,
                zone,
                oddities,
                ordersPerContact,
                storms,
                wrong);
    }
}
