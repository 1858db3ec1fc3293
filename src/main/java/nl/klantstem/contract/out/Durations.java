package nl.klantstem.contract.out;

import java.util.List;

/**
 * Times in seconds: how many, their sum, how many in each of the classes with certain upper bounds (inclusive) and beyond
 * the last of them, and the quantiles within these classes (seconds, rounded to 2 decimals).
 */
public record Durations(long n, long sum, List<Long> counts, double p50, double p90) {

    /** The upper bounds of the classes of what takes seconds to hours, in seconds. */
    public static final List<Integer> BOUNDS = List.of(5, 10, 20, 30, 60, 120, 300, 600, 1_800, 3_600, 14_400, 86_400);

    /** The upper bounds of the classes of what takes minutes to weeks, in seconds: 1 minute to 60 days. */
    public static final List<Integer> LONG_BOUNDS = List.of(
            60, 300, 900, 3_600, 14_400, 43_200, 86_400, 172_800, 259_200, 345_600, 432_000, 604_800, 864_000,
            1_209_600, 1_814_400, 2_419_200, 5_184_000);

    public Durations {
        counts = List.copyOf(counts);
    }
}
