package nl.klantstem.measure;

import java.util.Arrays;
import java.util.List;
import nl.klantstem.contract.out.Durations;
import nl.klantstem.stats.Histogram;
import nl.klantstem.stats.TwoDecimals;
import org.jspecify.annotations.Nullable;

/**
 * Times in a tally: a run of positions on end, one for each class of seconds with these upper bounds and one beyond, then
 * one for their sum. {@code run} is the position it begins at.
 */
public record TimeRun(List<Integer> bounds) {

    /** Of what takes seconds to hours. */
    public static final TimeRun SHORT = new TimeRun(Durations.BOUNDS);

    /** Of what takes minutes to weeks. */
    public static final TimeRun LONG = new TimeRun(Durations.LONG_BOUNDS);

    public TimeRun {
        bounds = List.copyOf(bounds);
    }

    /** How many positions a run takes. */
    public int width() {
        return bounds.size() + 2;
    }

    /** Counts a time; one below zero is not known and not counted. */
    public void count(int seconds, int run, long[] counts) {
        if (seconds >= 0) {
            counts[run + Histogram.classOf(bounds, seconds)]++;
            counts[run + bounds.size() + 1] += seconds;
        }
    }

    /** How many times fell in each class. */
    public List<Long> classes(long[] counts, int run) {
        return Arrays.stream(counts, run, run + bounds.size() + 1).boxed().toList();
    }

    /** The sum of the times, in seconds. */
    public long sum(long[] counts, int run) {
        return counts[run + bounds.size() + 1];
    }

    /** The times as they are published; absent without any. */
    public @Nullable Durations durations(long[] counts, int run) {
        var histogram = new Histogram(bounds, classes(counts, run));
        return histogram.n() == 0
                ? null
                : new Durations(
                        histogram.n(),
                        sum(counts, run),
                        histogram.counts(),
                        TwoDecimals.of(histogram.quantile(0.5).orElseThrow()),
                        TwoDecimals.of(histogram.quantile(0.9).orElseThrow()));
    }
}
