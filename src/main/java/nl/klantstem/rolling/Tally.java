package nl.klantstem.rolling;

import java.util.Arrays;
import nl.klantstem.topic.BinaryReader;
import nl.klantstem.topic.BinaryWriter;

/**
 * A small vector of counts, a commutative group: {@link #plus}, {@link #minus} and {@link #ZERO}. What a position means is
 * the measure's business. Immutable; only positions that are not 0 are held, in ascending order.
 */
public final class Tally {

    public static final Tally ZERO = new Tally(new int[0], new long[0]);

    private final int[] positions;
    private final long[] counts;

    private Tally(int[] positions, long[] counts) {
        this.positions = positions;
        this.counts = counts;
    }

    /** The tally with the counts of an array, by position. */
    public static Tally of(long... dense) {
        int n = 0;
        for (long count : dense) {
            n += count == 0 ? 0 : 1;
        }
        var positions = new int[n];
        var counts = new long[n];
        int at = 0;
        for (int i = 0; i < dense.length; i++) {
            if (dense[i] != 0) {
                positions[at] = i;
                counts[at++] = dense[i];
            }
        }
        return new Tally(positions, counts);
    }

    public Tally plus(Tally other) {
        return combine(other, 1);
    }

    public Tally minus(Tally other) {
        return combine(other, -1);
    }

    public Tally negate() {
        return ZERO.minus(this);
    }

    /** The same counts, each at a position that is {@code by} higher. */
    public Tally shift(int by) {
        var shifted = positions.clone();
        for (int i = 0; i < shifted.length; i++) {
            shifted[i] += by;
        }
        return new Tally(shifted, counts);
    }

    /** The counts at positions from (inclusive) to (exclusive), moved to begin at 0. */
    public Tally slice(int from, int to) {
        int first = firstAtOrAfter(from);
        int end = firstAtOrAfter(to);
        if (from == 0 && end == positions.length) {
            return this;
        }
        var moved = Arrays.copyOfRange(positions, first, end);
        for (int i = 0; i < moved.length; i++) {
            moved[i] -= from;
        }
        return new Tally(moved, Arrays.copyOfRange(counts, first, end));
    }

    /** Position by position the greater count. */
    public Tally most(Tally other) {
        return equals(other) ? this : plus(other.minus(this).positive());
    }

    private Tally positive() {
        var kept = new int[positions.length];
        var more = new long[positions.length];
        int n = 0;
        for (int i = 0; i < positions.length; i++) {
            if (counts[i] > 0) {
                kept[n] = positions[i];
                more[n++] = counts[i];
            }
        }
        return n == positions.length ? this : new Tally(Arrays.copyOf(kept, n), Arrays.copyOf(more, n));
    }

    public boolean isZero() {
        return positions.length == 0;
    }

    /** Adds {@code sign} times these counts to an array. */
    public void addTo(long[] dense, int sign) {
        for (int i = 0; i < positions.length; i++) {
            dense[positions[i]] += sign * counts[i];
        }
    }

    /** Adds the counts from a position on to an array, as many as it has. */
    void addFrom(int first, long[] dense) {
        for (int i = firstAtOrAfter(first); i < positions.length && positions[i] - first < dense.length; i++) {
            dense[positions[i] - first] += counts[i];
        }
    }

    /** The counts by position, as many as asked for. */
    public long[] dense(int width) {
        var dense = new long[width];
        addTo(dense, 1);
        return dense;
    }

    public void write(BinaryWriter out) {
        out.number(positions.length);
        for (int i = 0; i < positions.length; i++) {
            out.number(positions[i]).number(counts[i]);
        }
    }

    public static Tally read(BinaryReader in) {
        int n = in.integer();
        if (n == 0) {
            return ZERO;
        }
        var positions = new int[n];
        var counts = new long[n];
        for (int i = 0; i < n; i++) {
            positions[i] = in.integer();
            counts[i] = in.number();
        }
        return new Tally(positions, counts);
    }

    /** These counts and {@code sign} times the others. */
    private Tally combine(Tally other, int sign) {
        if (other.isZero()) {
            return this;
        }
        var merged = new int[positions.length + other.positions.length];
        var sums = new long[merged.length];
        int n = 0;
        int i = 0;
        int j = 0;
        while (i < positions.length || j < other.positions.length) {
            int mine = i < positions.length ? positions[i] : Integer.MAX_VALUE;
            int theirs = j < other.positions.length ? other.positions[j] : Integer.MAX_VALUE;
            int position = Math.min(mine, theirs);
            long sum = (mine == position ? counts[i++] : 0) + (theirs == position ? sign * other.counts[j++] : 0);
            if (sum != 0) {
                merged[n] = position;
                sums[n++] = sum;
            }
        }
        return n == 0 ? ZERO : new Tally(Arrays.copyOf(merged, n), Arrays.copyOf(sums, n));
    }

    private int firstAtOrAfter(int position) {
        int found = Arrays.binarySearch(positions, position);
        return found >= 0 ? found : -found - 1;
    }

    @Override
    public boolean equals(Object other) {
        return other == this
                || (other instanceof Tally that
                        && Arrays.equals(positions, that.positions)
                        && Arrays.equals(counts, that.counts));
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(positions) + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return Arrays.toString(positions) + "=" + Arrays.toString(counts);
    }
}
