package nl.klantstem.insight;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.stats.Nps;
import nl.klantstem.stats.Pooling;

/** Answers of two periods by segment. */
public record TwoPeriods(SortedMap<String, Nps> before, SortedMap<String, Nps> after) {

    private static final Nps NOBODY = new Nps(0, 0, 0);

    /** From counts by score. */
    public static TwoPeriods of(SortedMap<String, long[]> before, SortedMap<String, long[]> after) {
        return new TwoPeriods(scores(before), scores(after));
    }

    /** Answers by score as a score. */
    public static Nps nps(long[] scores) {
        var categories = new long[3];
        for (int score = 0; score < scores.length; score++) {
            categories[Nps.category(score)] += scores[score];
        }
        return new Nps(categories[0], categories[1], categories[2]);
    }

    private static SortedMap<String, Nps> scores(SortedMap<String, long[]> counts) {
        var scores = new TreeMap<String, Nps>();
        counts.forEach((segment, dense) -> scores.put(segment, nps(dense)));
        return scores;
    }

    public Nps before(String segment) {
        return before.getOrDefault(segment, NOBODY);
    }

    public Nps after(String segment) {
        return after.getOrDefault(segment, NOBODY);
    }

    public Nps allBefore() {
        return before.values().stream().reduce(NOBODY, Nps::plus);
    }

    public Nps allAfter() {
        return after.values().stream().reduce(NOBODY, Nps::plus);
    }

    /** The same with groups that are too small to be told apart as one, "other": see {@link Pooling}. */
    public TwoPeriods pooled() {
        SortedSet<String> pool = Pooling.of(List.of(before, after));
        return new TwoPeriods(pooled(before, pool), pooled(after, pool));
    }

    private static SortedMap<String, Nps> pooled(SortedMap<String, Nps> scores, SortedSet<String> pool) {
        var pooled = new TreeMap<String, Nps>();
        scores.forEach((segment, nps) -> pooled.merge(pool.contains(segment) ? Scope.OTHER : segment, nps, Nps::plus));
        return pooled;
    }
}
