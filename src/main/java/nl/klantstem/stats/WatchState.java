package nl.klantstem.stats;

import java.util.Arrays;
import java.util.List;

/** All that a {@link Watch} knows, as names of segments and numbers, for others to keep. */
public final class WatchState {

    private final List<String> segments;
    private final double[] numbers;

    public WatchState(List<String> segments, double[] numbers) {
        this.segments = List.copyOf(segments);
        this.numbers = numbers.clone();
    }

    public List<String> segments() {
        return segments;
    }

    public double[] numbers() {
        return numbers.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WatchState state
                && segments.equals(state.segments)
                && Arrays.equals(numbers, state.numbers);
    }

    @Override
    public int hashCode() {
        return 31 * segments.hashCode() + Arrays.hashCode(numbers);
    }
}
