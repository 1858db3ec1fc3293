package nl.klantstem.stats;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One budget of false alarms over all watches: those with the largest evidence are in alarm, as many as possible so that
 * each of k has at least (watches / (budget * k)) years of it. This is e-BH (Wang and Ramdas 2022), and holds however the
 * watches depend on each other; it is quicker than a threshold per watch when one cause hits many.
 */
public final class ManyWatches {

    private ManyWatches() {}

    /**
     * The keys of the watches in alarm.
     *
     * @param years the evidence of all watches, also of the quiet ones
     * @param budget false alarms tolerated in a year over all together
     */
    public static SortedSet<String> inAlarm(Map<String, Double> years, double budget) {
        double least = least(years, budget);
        var alarms = new TreeSet<String>();
        years.forEach((key, evidence) -> {
            if (evidence >= least) {
                alarms.add(key);
            }
        });
        return alarms;
    }

    private static double least(Map<String, Double> years, double budget) {
        double[] sorted = years.values().stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        double least = Double.POSITIVE_INFINITY;
        for (int k = 1; k <= sorted.length; k++) {
            double kth = sorted[sorted.length - k];
            if (kth >= sorted.length / (budget * k)) {
                least = kth;
            }
        }
        return least;
    }
}
