package nl.klantstem.stats;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The usual share of a driver's contacts by local hour of the week, the old days weighing less. That of an hour of the day
 * is shrunk to the share over all hours as if 50 of the driver's contacts more had come at it, that of an hour of the week
 * to the hour of the day likewise: (x + 50) / (n + 50 / s), s the share it is shrunk to.
 */
final class Season {

    static final int HOURS = 168;
    private static final int HOURS_PER_DAY = 24;
    private static final double PSEUDO_CONTACTS = 50;

    private final double[] contacts = new double[HOURS];
    private final double[] all = new double[HOURS];
    private double squaredWeights;
    private int days;
    /** The usual shares by hour, once they were asked for since the last day. */
    private double @Nullable [] shares;

    Season() {}

    Season(StateReader from) {
        for (long used = from.nextLong(); used > 0; used--) {
            int hour = (int) from.nextLong();
            contacts[hour] = from.next();
            all[hour] = from.next();
        }
        squaredWeights = from.next();
        days = (int) from.nextLong();
    }

    void write(StateWriter to) {
        int used = 0;
        for (double each : all) {
            used += each > 0 ? 1 : 0;
        }
        to.put(used);
        for (int hour = 0; hour < HOURS; hour++) {
            if (all[hour] > 0) {
                to.put(hour).put(contacts[hour]).put(all[hour]);
            }
        }
        to.put(squaredWeights).put(days);
    }

    /** Learns a day; one without any contacts, of whatever driver, teaches nothing and is none. */
    void learn(List<SharedBin> day, double keep) {
        long ofAll = 0;
        long ofDriver = 0;
        for (SharedBin bin : day) {
            ofAll += bin.all();
            ofDriver += bin.contacts();
        }
        for (int hour = 0; hour < HOURS; hour++) {
            contacts[hour] *= keep;
            all[hour] *= keep;
        }
        for (SharedBin bin : day) {
            contacts[bin.hour()] += bin.contacts();
            all[bin.hour()] += bin.all();
        }
        squaredWeights = squaredWeights * keep * keep + ofDriver;
        days += ofAll > 0 ? 1 : 0;
        shares = null;
    }

    /** The usual share at an hour of the week; 0 when the driver was never seen. */
    double share(int hour) {
        if (shares == null) {
            shares = shares();
        }
        return shares[hour];
    }

    private double[] shares() {
        var found = new double[HOURS];
        var ofDriver = byHourOfDay(contacts);
        var ofAll = byHourOfDay(all);
        double sum = sum(contacts);
        if (sum <= 0) {
            return found;
        }
        double overall = sum / sum(all);
        for (int hour = 0; hour < HOURS; hour++) {
            int ofDay = hour % HOURS_PER_DAY;
            double atHourOfDay = shrunk(ofDriver[ofDay], ofAll[ofDay], overall);
            found[hour] = shrunk(contacts[hour], all[hour], atHourOfDay);
        }
        return found;
    }

    private static double[] byHourOfDay(double[] counts) {
        var sums = new double[HOURS_PER_DAY];
        for (int hour = 0; hour < HOURS; hour++) {
            sums[hour % HOURS_PER_DAY] += counts[hour];
        }
        return sums;
    }

    private static double sum(double[] counts) {
        double sum = 0;
        for (double each : counts) {
            sum += each;
        }
        return sum;
    }

    private static double shrunk(double x, double n, double to) {
        return (x + PSEUDO_CONTACTS) / (n + PSEUDO_CONTACTS / to);
    }

    /** The driver's contacts that were learnt, as they weigh now. */
    double contacts() {
        return sum(contacts);
    }

    /** As many contacts of one weight would know the share as well (Kish). */
    double effectiveContacts() {
        double sum = contacts();
        return squaredWeights <= 0 ? 0 : sum * sum / squaredWeights;
    }

    /** Days that were learnt. */
    int days() {
        return days;
    }
}
