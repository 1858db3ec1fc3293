package nl.klantstem.app.backfill;

import java.util.Arrays;

/** How many there were in each pane of one scope; as long as the last that had any. */
final class Counts {

    private int[] counts = new int[0];

    /** Puts what a pane says now in the place of what it said before. */
    void put(int pane, long count) {
        if (pane >= counts.length) {
            if (count == 0) {
                return;
            }
            counts = Arrays.copyOf(counts, Math.max(pane + 1, counts.length + counts.length / 2));
        }
        counts[pane] = Math.toIntExact(count);
    }

    void add(Counts other) {
        if (other.counts.length > counts.length) {
            counts = Arrays.copyOf(counts, other.counts.length);
        }
        for (int pane = 0; pane < other.counts.length; pane++) {
            counts[pane] += other.counts[pane];
        }
    }

    /** Sums from the first pane on: the n-th is of the n panes before it. */
    long[] sums(int panes) {
        long[] sums = new long[panes + 1];
        for (int pane = 0; pane < panes; pane++) {
            sums[pane + 1] = sums[pane] + (pane < counts.length ? counts[pane] : 0);
        }
        return sums;
    }
}
