package nl.klantstem.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How restless a driver's share is with nothing wrong, measured on days against what was expected of them before they were
 * learnt: how much whole days differ, and how much contacts come together within a day.
 */
final class Unrest {

    /** Of a day on which fewer were expected nothing is measured. */
    private static final double FEWEST_EXPECTED = 1;

    private static final int HOURS_PER_DAY = 24;
    private static final int HOURS_PER_QUARTER = 6;

    private final Wobble days;
    private final Clustering ofBins;
    private final Clustering ofHours;
    private final Clustering ofQuarters;
    private int measured;

    /** What was expected in a time, and came. */
    private record Told(double expected, double variance, long contacts) {
        static final Told NOTHING = new Told(0, 0, 0);

        Told plus(Told other) {
            return new Told(expected + other.expected, variance + other.variance, contacts + other.contacts);
        }
    }

    Unrest() {
        days = new Wobble();
        ofBins = new Clustering();
        ofHours = new Clustering();
        ofQuarters = new Clustering();
    }

    Unrest(StateReader from) {
        days = new Wobble(from);
        ofBins = new Clustering(from);
        ofHours = new Clustering(from);
        ofQuarters = new Clustering(from);
        measured = (int) from.nextLong();
    }

    void write(StateWriter to) {
        days.write(to);
        ofBins.write(to);
        ofHours.write(to);
        ofQuarters.write(to);
        to.put(measured);
    }

    /**
     * Measures a day.
     *
     * @param season what was usual before it
     * @param keep what is left of the weight of earlier days
     */
    void measure(List<SharedBin> day, Season season, double keep) {
        var bins = new ArrayList<Told>();
        var hours = new Told[HOURS_PER_DAY];
        var quarters = new Told[HOURS_PER_DAY / HOURS_PER_QUARTER];
        Arrays.fill(hours, Told.NOTHING);
        Arrays.fill(quarters, Told.NOTHING);
        Told whole = Told.NOTHING;
        for (SharedBin bin : day) {
            Told told = told(bin, season);
            int hour = bin.hour() % HOURS_PER_DAY;
            bins.add(told);
            hours[hour] = hours[hour].plus(told);
            quarters[hour / HOURS_PER_QUARTER] = quarters[hour / HOURS_PER_QUARTER].plus(told);
            whole = whole.plus(told);
        }
        if (whole.expected() < FEWEST_EXPECTED) {
            return;
        }
        add(bins, whole, ofBins, keep);
        add(Arrays.asList(hours), whole, ofHours, keep);
        add(Arrays.asList(quarters), whole, ofQuarters, keep);
        compare(whole, Arrays.asList(quarters), season.effectiveContacts(), keep);
        measured++;
    }

    private static Told told(SharedBin bin, Season season) {
        double share = bin.isPlanned() ? bin.plannedShare() : season.share(bin.hour());
        double expected = bin.all() * share;
        return new Told(expected, expected * (1 - share), bin.contacts());
    }

    private static void add(List<Told> times, Told whole, Clustering clustering, double keep) {
        clustering.fade(keep);
        double level = whole.contacts() / whole.expected();
        for (Told each : times) {
            double part = each.expected() / whole.expected();
            clustering.add(each.contacts(), level * each.expected(), level * each.variance(), part);
        }
    }

    /** How far the day's odds lie from the expected ones, as a part of these. */
    private void compare(Told whole, List<Told> quarters, double learnt, double keep) {
        double rest = whole.variance() / whole.expected();
        double distance = (whole.contacts() / whole.expected() - 1) / rest;
        double squares = 0;
        for (Told quarter : quarters) {
            squares += quarter.expected() * quarter.expected();
        }
        double together = ofQuarters.overdispersion() * squares / (whole.expected() * whole.expected());
        double chance = (1 / whole.expected() + together / rest) / rest + (learnt > 0 ? 1 / learnt : 0);
        days.addDay(distance, chance, keep);
    }

    /** Days that were measured. */
    int days() {
        return measured;
    }

    /** The variance of a day's odds beyond chance, as a part of the odds, as far as it can be believed. */
    double dayVariance() {
        return days.believed();
    }

    /**
     * a of a bin: its variance is mean (1 + a mean). Contacts that come together for an hour or a quarter of a day make its bins
     * alike; then a is as much larger as keeps the variance of that time.
     */
    double overdispersion(int binsPerHour) {
        double byHours = Math.max(ofHours.overdispersion(), HOURS_PER_QUARTER * ofQuarters.overdispersion());
        return Math.max(ofBins.overdispersion(), byHours * binsPerHour);
    }
}
