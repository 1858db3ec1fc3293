package nl.klantstem.contract.flow;

import org.jspecify.annotations.Nullable;

/**
 * One step of a fact's history over recorded time.
 *
 * @param known the minute (since the epoch) in which it became so
 * @param before what counted until then, absent when nothing did
 * @param after what counts from then on, absent when nothing does
 * @param first whether {@code after} is the first the fact ever counted
 * @param takenBack what the fact first counted, when this step is the one that takes it back
 */
public record FactStep(
        long known,
        @Nullable Fact before,
        @Nullable Fact after,
        boolean first,
        @Nullable Fact takenBack) {}
