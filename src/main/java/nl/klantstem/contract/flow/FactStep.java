package nl.klantstem.contract.flow;

import org.jspecify.annotations.Nullable;

/**
 * One step of a fact's history over recorded time.
 *
 * @param known the minute (since the epoch) in which it became so
 * @param fact what counts from then on, absent when nothing does
 */
public record FactStep(long known, @Nullable Fact fact) {}
