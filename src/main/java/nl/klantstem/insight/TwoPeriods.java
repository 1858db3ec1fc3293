package nl.klantstem.insight;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.stats.Nps;

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

    /** All segments of either, in the order of their names. */
    public Set<String> segments() {
        var all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        return all;
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

    /**
     * The same with groups too small to be shown counted together as "other", and where those are still too small with the
     * smallest of the rest: what all of them add up to stays as it was, and no small group can be told from the difference.
     */
    public TwoPeriods pooled() {
        var pooled = new TwoPeriods(new TreeMap<>(before), new TreeMap<>(after));
        segments().stream().filter(this::isSmall).forEach(pooled::pool);
        while (pooled.isSmall(Scope.OTHER)) {
            Optional<String> smallest = pooled.segments().stream()
                    .filter(segment -> !segment.equals(Scope.OTHER))
                    .min(Comparator.<String>comparingLong(
                                    segment -> pooled.before(segment).n()
                                            + pooled.after(segment).n())
                            .thenComparing(Comparator.naturalOrder()));
            if (smallest.isEmpty()) {
                return pooled;
            }
            pooled.pool(smallest.get());
        }
        return pooled;
    }

    private boolean isSmall(String segment) {
        return isSmall(before(segment)) || isSmall(after(segment));
    }

    private static boolean isSmall(Nps nps) {
        return nps.n() > 0 && nps.n() < Nps.SUPPRESSED_BELOW;
    }

    private void pool(String segment) {
        if (!segment.equals(Scope.OTHER)) {
            before.merge(Scope.OTHER, before(segment), Nps::plus);
            after.merge(Scope.OTHER, after(segment), Nps::plus);
            before.remove(segment);
            after.remove(segment);
        }
    }
}
