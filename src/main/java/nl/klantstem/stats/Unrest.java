package nl.klantstem.stats;

import java.util.ArrayList;
import java.util.List;

/**
 * How restless a driver's share is with nothing wrong, measured on days against what was expected of them before they were
 * learnt: how much whole days differ, and how much contacts come together within a day.
 */
final class Unrest {

    /** Of a day on which fewer were expected nothing is measured. */
    private static final double FEWEST_EXPECTED = 1;

    private final Wobble days;
    private final Clustering ofBins;
    private final Clustering ofHours;
    private int measured;

    /** What was expected in a time, and came. */
    private record Told(double expected, double variance, long contacts) {
        Told plus(Told other) {
            return new Told(expected + other.expected, variance + other.variance, contacts + other.contacts);
        }
    }

    Unrest() {
        days = new Wobble();
        ofBins = new Clustering();
        ofHours = new Clustering();
    }

    Unrest(StateReader from) {
        days = new Wobble(from);
        ofBins = new Clustering(from);
        ofHours = new Clustering(from);
        measured = (int) from.nextLong();
    }

    void write(StateWriter to) {
        days.write(to);
        ofBins.write(to);
        ofHours.write(to);
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
        var hours = new ArrayList<Told>();
        Told whole = new Told(0, 0, 0);
        int open = -1;
        for (SharedBin bin : day) {
            double share = bin.isPlanned() ? bin.plannedShare() : season.share(bin.hour());
            double expected = bin.all() * share;
            var told = new Told(expected, expected * (1 - share), bin.contacts());
            bins.add(told);
            if (bin.hour() == open) {
                hours.set(hours.size() - 1, hours.get(hours.size() - 1).plus(told));
            } else {
                hours.add(told);
                open = bin.hour();
            }
            whole = whole.plus(told);
        }
        if (whole.expected() < FEWEST_EXPECTED) {
            return;
        }
        ofBins.fade(keep);
        ofHours.fade(keep);
        double level = whole.contacts() / whole.expected();
        bins.forEach(bin -> ofBins.add(bin.contacts(), level * bin.expected(), level * bin.variance()));
        hours.forEach(hour -> ofHours.add(hour.contacts(), level * hour.expected(), level * hour.variance()));
        compare(whole, hours, season.effectiveContacts(), keep);
        measured++;
    }

    /** How far the day's odds lie from the expected ones, as a part of these. */
    private void compare(Told whole, List<Told> hours, double learnt, double keep) {
        double rest = whole.variance() / whole.expected();
        double distance = (whole.contacts() / whole.expected() - 1) / rest;
        double squares = 0;
        for (Told hour : hours) {
            squares += hour.expected() * hour.expected();
        }
        double together = ofHours.overdispersion() * squares / (whole.expected() * whole.expected());
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
     * a of a bin: its variance is mean (1 + a mean). Contacts that come together for an hour make its bins alike; then a is as
     * much larger as keeps the variance of an hour.
     */
    double overdispersion(int binsPerHour) {
        return Math.max(ofBins.overdispersion(), ofHours.overdispersion() * binsPerHour);
    }
}
