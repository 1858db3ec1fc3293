package nl.klantstem.contract.out;

import java.util.List;

/**
 * Times in seconds: how many, their sum, how many in each of the classes with the upper bounds {@link #BOUNDS} (inclusive)
 * and beyond, and the quantiles within these classes (seconds, rounded to 2 decimals).
 */
public record Durations(long n, long sum, List<Long> counts, double p50, double p90) {

    /** The upper bounds of the classes, in seconds; the last class lies beyond the last of them. */
    public static final List<Integer> BOUNDS = List.of(5, 10, 20, 30, 60, 120, 300, 600, 1_800, 3_600, 14_400, 86_400);

    public Durations {
        counts = List.copyOf(counts);
    }
}
