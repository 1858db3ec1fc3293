package nl.klantstem.rolling;

import java.util.Arrays;

/**
 * Tallies by time, sparse and in order: two arrays side by side. News comes at the end and the old goes at the beginning,
 * and a window adds up what lies between two times.
 */
public final class Tallies {

    /** Receives what stands at a time. */
    public interface At {
        void take(long time, Tally tally);
    }

    /** No time: there is nothing at or after the one asked for. */
    public static final long NONE = Long.MAX_VALUE;

    private long[] times = new long[4];
    private Tally[] tallies = new Tally[4];
    private int size;

    /** Adds to what stands at a time; what adds up to nothing stands there no more. */
    public void add(long time, Tally tally) {
        int at = firstAtOrAfter(time);
        if (at == size || times[at] != time) {
            if (!tally.isZero()) {
                insert(at, time, tally);
            }
            return;
        }
        Tally sum = tallies[at].plus(tally);
        if (sum.isZero()) {
            remove(at, at + 1);
        } else {
            tallies[at] = sum;
        }
    }

    /** Lets a tally stand at a time, whatever stood there. */
    public void put(long time, Tally tally) {
        add(time, tally.minus(at(time)));
    }

    /** What stands at a time. */
    public Tally at(long time) {
        int at = firstAtOrAfter(time);
        return at < size && times[at] == time ? tallies[at] : Tally.ZERO;
    }

    /** The first time at or after one at which something stands, or {@link #NONE}. */
    public long next(long time) {
        int at = firstAtOrAfter(time);
        return at < size ? times[at] : NONE;
    }

    /** Adds {@code sign} times what stands from (inclusive) to (exclusive) to an array. */
    public void sum(long from, long to, int sign, long[] dense) {
        for (int at = firstAtOrAfter(from); at < size && times[at] < to; at++) {
            tallies[at].addTo(dense, sign);
        }
    }

    /** What stands from (inclusive) to (exclusive), in order. */
    public void forEach(long from, long to, At each) {
        for (int at = firstAtOrAfter(from); at < size && times[at] < to; at++) {
            each.take(times[at], tallies[at]);
        }
    }

    /** Forgets what stands before a time. */
    public void removeBefore(long time) {
        remove(0, firstAtOrAfter(time));
    }

    private void insert(int at, long time, Tally tally) {
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            tallies = Arrays.copyOf(tallies, 2 * size);
        }
        System.arraycopy(times, at, times, at + 1, size - at);
        System.arraycopy(tallies, at, tallies, at + 1, size - at);
        times[at] = time;
        tallies[at] = tally;
        size++;
    }

    private void remove(int from, int to) {
        System.arraycopy(times, to, times, from, size - to);
        System.arraycopy(tallies, to, tallies, from, size - to);
        int rest = size - (to - from);
        Arrays.fill(tallies, rest, size, Tally.ZERO);
        size = rest;
    }

    private int firstAtOrAfter(long time) {
        // What is asked for is mostly at the end.
        if (size == 0 || times[size - 1] < time) {
            return size;
        }
        int found = Arrays.binarySearch(times, 0, size, time);
        return found >= 0 ? found : -found - 1;
    }
}
