package nl.klantstem.contract.out;

/**
 * The ranks, 1 the first, that one of {@code of} may have as far as their intervals tell: the best and the worst one;
 * distinguishable when they are the same.
 */
public record RankRange(int from, int to, int of, boolean distinguishable) {}
