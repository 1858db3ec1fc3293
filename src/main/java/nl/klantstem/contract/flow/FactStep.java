package nl.klantstem.contract.flow;

import org.jspecify.annotations.Nullable;

/**
 * One step of a fact's history over recorded time.
 *
 * @param known the minute (since the epoch) in which it became so
 * @param before what counted until then, absent when nothing did
 * @param after what counts from then on, absent when nothing does
 * @param first what the fact counted first of all; absent until it has counted
 * @param countsFirst whether this is the step in which it does
 */
public record FactStep(
        long known,
        @Nullable Fact before,
        @Nullable Fact after,
        @Nullable Fact first,
        boolean countsFirst) {}
