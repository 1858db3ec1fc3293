package nl.klantstem.stats;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The usual share of a driver's contacts by local hour of the week, the old days weighing less. The share at an hour of the
 * day, and that on a day of the week, is shrunk to the share over all hours as if k = 50 of the driver's contacts more had
 * come at it: (x + k) / (n + k / s), s the share it is shrunk to. The share at an hour of the week is shrunk with k = 200 to
 * what its hour and its day let expect together: the product of their shares over the share of all hours.
 */
final class Season {

    static final int HOURS = 168;
    private static final int HOURS_PER_DAY = 24;
    private static final int DAYS = 7;
    private static final double PSEUDO_CONTACTS = 50;
    private static final double PSEUDO_CONTACTS_OF_BOTH = 200;
    private static final double MOST_SHARE = 0.999;

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

    /** Learns a day. One without any contacts is none, and makes nothing older; nor is one before the driver was first seen. */
    void learn(List<SharedBin> day, double keep) {
        long ofAll = 0;
        long ofDriver = 0;
        for (SharedBin bin : day) {
            ofAll += bin.all();
            ofDriver += bin.contacts();
        }
        if (ofAll == 0 || (days == 0 && ofDriver == 0)) {
            return;
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
        days++;
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
        double sum = sum(contacts);
        if (sum <= 0) {
            return found;
        }
        double overall = sum / sum(all);
        var atHour = new double[HOURS_PER_DAY];
        for (int hour = 0; hour < HOURS_PER_DAY; hour++) {
            atHour[hour] = shrunk(every(contacts, hour, HOURS_PER_DAY), every(all, hour, HOURS_PER_DAY), overall);
        }
        for (int day = 0; day < DAYS; day++) {
            int first = day * HOURS_PER_DAY;
            double onDay = shrunk(ofDay(contacts, first), ofDay(all, first), overall);
            for (int hour = 0; hour < HOURS_PER_DAY; hour++) {
                double both = Math.min(MOST_SHARE, atHour[hour] * onDay / overall);
                int place = first + hour;
                found[place] =
                        (contacts[place] + PSEUDO_CONTACTS_OF_BOTH) / (all[place] + PSEUDO_CONTACTS_OF_BOTH / both);
            }
        }
        return found;
    }

    private static double shrunk(double x, double n, double to) {
        return (x + PSEUDO_CONTACTS) / (n + PSEUDO_CONTACTS / to);
    }

    private static double every(double[] counts, int from, int step) {
        double sum = 0;
        for (int hour = from; hour < HOURS; hour += step) {
            sum += counts[hour];
        }
        return sum;
    }

    private static double ofDay(double[] counts, int first) {
        double sum = 0;
        for (int hour = first; hour < first + HOURS_PER_DAY; hour++) {
            sum += counts[hour];
        }
        return sum;
    }

    private static double sum(double[] counts) {
        double sum = 0;
        for (double each : counts) {
            sum += each;
        }
        return sum;
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
