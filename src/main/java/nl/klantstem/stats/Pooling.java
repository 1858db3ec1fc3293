package nl.klantstem.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which groups are too small to be told apart. All that have 1 to {@value Nps#SUPPRESSED_BELOW} - 1 answers in any of some
 * periods go together; while together they have as few in one of them, the next smallest goes with them (answers of all
 * periods, then the name). So in each period every group that is told, the pool included, has nobody or enough answers; and
 * so has whatever can be told by taking some from all.
 */
public final class Pooling {

    private Pooling() {}

    /**
     * The groups that are told as one, in order of their names; none when all can be told.
     *
     * @param periods the answers by group, of each period that is told
     */
    public static SortedSet<String> of(List<? extends Map<String, Nps>> periods) {
        var pool = new TreeSet<String>();
        periods.forEach(period -> period.forEach((name, nps) -> {
            if (tooFew(nps.n())) {
                pool.add(name);
            }
        }));
        List<String> next = rest(periods, pool);
        for (int i = 0; i < next.size() && tooFew(periods, pool); i++) {
            pool.add(next.get(i));
        }
        return pool;
    }

    /** The groups that are not in the pool, the smallest first. */
    private static List<String> rest(List<? extends Map<String, Nps>> periods, SortedSet<String> pool) {
        var names = new TreeSet<String>();
        periods.forEach(period -> names.addAll(period.keySet()));
        names.removeAll(pool);
        var rest = new ArrayList<>(names);
        rest.sort(Comparator.comparingLong(
                name -> periods.stream().mapToLong(period -> n(period, name)).sum()));
        return rest;
    }

    private static boolean tooFew(List<? extends Map<String, Nps>> periods, SortedSet<String> pool) {
        return periods.stream()
                .anyMatch(period ->
                        tooFew(pool.stream().mapToLong(name -> n(period, name)).sum()));
    }

    private static boolean tooFew(long n) {
        return n > 0 && n < Nps.SUPPRESSED_BELOW;
    }

    private static long n(Map<String, Nps> period, String name) {
        return period.containsKey(name) ? period.get(name).n() : 0;
    }
}
