package nl.klantstem.contract.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a fact's history over recorded time.
 *
 * @param known the minute (since the epoch) in which it became so
 * @param before what counted until then, absent when nothing did
 * @param after what counts from then on, absent when nothing does
 * @param stood what the fact counted from the first time on up to this step, one after another; empty when it never
 *     counted, or did not all the time: what it first counted is taken back only once
 * @param countsFirst whether this is the step in which it counts for the first time
 */
public record FactStep(
        long known, @Nullable Fact before, @Nullable Fact after, List<Fact> stood, boolean countsFirst) {
    public FactStep {
        stood = List.copyOf(stood);
    }
}
