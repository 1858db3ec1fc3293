package nl.klantstem.rolling;

import java.util.List;
import java.util.Optional;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.contract.out.Window;
import nl.klantstem.topic.Published;
import org.jspecify.annotations.Nullable;

/** How a measure's tallies are named, how wide they are, and how they are shown to the world. */
public interface Measure {

    /** The first part of its cells' ids. */
    String name();

    /** How many positions a tally has. */
    int width();

    /** A window's counts as the insight that is published. */
    Published window(WindowCounts counts);

    /** A pane's counts as the ledger record that is published; empty for a measure without a ledger. */
    default Optional<Published> ledger(PaneCounts counts) {
        return Optional.empty();
    }

    /** Whether its insights are held against the period before. */
    default boolean comparesPeriods() {
        return false;
    }

    /**
     * The dimension whose labels are ranked among each other, in each scope of the others; none for a measure without ranks.
     * It must not decide where a cell lives: {@link Cell#subject}.
     */
    default Optional<String> ranks() {
        return Optional.empty();
    }

    /**
     * The counts of a scope in a window.
     *
     * @param counts by position
     * @param previous by position, of the period before; absent when the measure compares none
     * @param peers the scopes that it is ranked among and that count anything, itself included, in the order of their
     *     labels; empty when it counts nothing itself, or the measure has no ranks
     * @param totals cumulative: by position what facts ever counted here, each once; then by position what was taken back
     * @param asOf the recorded time (epoch milliseconds) up to which everything is in
     */
    record WindowCounts(
            Scope scope,
            Window window,
            long[] counts,
            long @Nullable [] previous,
            List<Peer> peers,
            long[] totals,
            long asOf,
            boolean provisional) {}

    /** The counts, by position, of one of the scopes that are ranked among each other in a window. */
    record Peer(Scope scope, long[] counts) {}

    /** The counts of a scope in a pane that starts at {@code from} (epoch milliseconds). */
    record PaneCounts(Scope scope, long from, long[] counts, long asOf) {}
}
