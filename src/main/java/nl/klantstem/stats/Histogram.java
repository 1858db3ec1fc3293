package nl.klantstem.stats;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Counts of values in classes: one per upper bound (inclusive, ascending, the lowest class begins at 0) and one for what
 * lies beyond the last.
 */
public record Histogram(List<Integer> bounds, List<Long> counts) {

    public Histogram {
        bounds = List.copyOf(bounds);
        counts = List.copyOf(counts);
        if (counts.size() != bounds.size() + 1) {
            throw new IllegalArgumentException(counts.size() + " counts for " + bounds.size() + " bounds");
        }
    }

    /** The class that a value falls in. */
    public static int classOf(List<Integer> bounds, long value) {
        int at = 0;
        while (at < bounds.size() && value > bounds.get(at)) {
            at++;
        }
        return at;
    }

    public long n() {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    /**
     * The value below which a share q of all lie (0 < q <= 1), as Prometheus' histogram_quantile: by linear interpolation
     * inside the class it falls in; in the last class the lower bound of it.
     */
    public OptionalDouble quantile(double q) {
        long n = n();
        if (n == 0) {
            return OptionalDouble.empty();
        }
        double rank = q * n;
        long below = 0;
        for (int i = 0; i < bounds.size(); i++) {
            long count = counts.get(i);
            if (below + count >= rank) {
                double low = i == 0 ? 0 : bounds.get(i - 1);
                return OptionalDouble.of(low + (bounds.get(i) - low) * (rank - below) / count);
            }
            below += count;
        }
        return OptionalDouble.of(bounds.get(bounds.size() - 1));
    }
}
