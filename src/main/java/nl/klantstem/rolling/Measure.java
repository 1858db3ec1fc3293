package nl.klantstem.rolling;

import nl.klantstem.contract.out.Scope;
import nl.klantstem.contract.out.Window;
import nl.klantstem.topic.Published;

/** How a measure's tallies are named, how wide they are, and how they are shown to the world. */
public interface Measure {

    /** The first part of its cells' ids. */
    String name();

    /** How many positions a tally has. */
    int width();

    /** A window's counts as the insight that is published. */
    Published window(WindowCounts counts);

    /** A pane's counts as the ledger record that is published. */
    Published ledger(PaneCounts counts);

    /**
     * The counts of a scope in a window.
     *
     * @param counts by position
     * @param totals cumulative: by position what facts ever counted here, each once; then by position what was taken back
     * @param asOf the recorded time (epoch milliseconds) up to which everything is in
     */
    record WindowCounts(Scope scope, Window window, long[] counts, long[] totals, long asOf, boolean provisional) {}

    /** The counts of a scope in a pane that starts at {@code from} (epoch milliseconds). */
    record PaneCounts(Scope scope, long from, long[] counts, long asOf) {}
}
