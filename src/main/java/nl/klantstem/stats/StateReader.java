package nl.klantstem.stats;

import java.util.List;
import java.util.SortedMap;

/** Takes the numbers of a {@link WatchState} in the order in which they were written. */
final class StateReader {

    private final List<String> names;
    private final double[] numbers;
    private int at;

    StateReader(WatchState state) {
        names = state.segments();
        numbers = state.numbers();
    }

    double next() {
        return numbers[at++];
    }

    /** A whole number or a minute: exact up to 2^53. */
    long nextLong() {
        return (long) next();
    }

    void segments(SortedMap<String, AnswerSums> into) {
        long size = nextLong();
        for (long i = 0; i < size; i++) {
            into.put(names.get((int) nextLong()), new AnswerSums(this));
        }
    }

    HourSums[] hours() {
        HourSums[] hours = new HourSums[Day.HOURS];
        for (int hour = 0; hour < hours.length; hour++) {
            hours[hour] = new HourSums(this);
        }
        return hours;
    }

    /** Everything was taken: nothing else was written than is read. */
    void end() {
        if (at != numbers.length) {
            throw new IllegalArgumentException(
                    "a state of " + numbers.length + " numbers, of which " + at + " are known");
        }
    }
}
