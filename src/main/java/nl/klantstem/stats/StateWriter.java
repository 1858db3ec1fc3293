package nl.klantstem.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;

/** Turns the parts of a watch into a row of numbers; {@link StateReader} takes them back in the same order. */
final class StateWriter {

    private final Map<String, Integer> names = new LinkedHashMap<>();
    private double[] numbers = new double[512];
    private int length;

    StateWriter put(double number) {
        if (length == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * length);
        }
        numbers[length++] = number;
        return this;
    }

    /** Exact up to 2^53. */
    StateWriter put(long whole) {
        return put((double) whole);
    }

    StateWriter segments(SortedMap<String, AnswerSums> segments) {
        put(segments.size());
        segments.forEach((name, sums) -> {
            put(names.computeIfAbsent(name, none -> names.size()));
            sums.write(this);
        });
        return this;
    }

    StateWriter hours(HourSums[] hours) {
        for (HourSums hour : hours) {
            hour.write(this);
        }
        return this;
    }

    WatchState state() {
        return new WatchState(new ArrayList<>(names.keySet()), Arrays.copyOf(numbers, length));
    }
}
