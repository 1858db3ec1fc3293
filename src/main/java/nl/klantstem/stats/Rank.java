package nl.klantstem.stats;

import java.util.Collection;

/**
 * The ranks, 1 the best, that one of several may have when only intervals that lie wholly above or below each other are
 * told apart.
 */
public record Rank(int from, int to) {

    /** Of the one with this interval among all, itself included. */
    public static Rank of(Margin own, Collection<Margin> all) {
        long above = all.stream().filter(other -> other.low() > own.high()).count();
        long below = all.stream().filter(other -> other.high() < own.low()).count();
        return new Rank((int) above + 1, all.size() - (int) below);
    }

    public boolean distinguishable() {
        return from == to;
    }
}
