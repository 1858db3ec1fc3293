package nl.klantstem.expose;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.klantstem.contract.out.Scope;
import org.jspecify.annotations.Nullable;

/**
 * The labels of one dimension that may be shown: those of the catalogue, then in an open dimension others, both in name
 * order and together no more than the cap; {@code other} and {@code unknown} always. Who came first plays no part, so all
 * exporters show the same.
 */
final class ClosedLabels {

    private static final Set<String> ALWAYS = Set.of(Scope.OTHER, Scope.UNKNOWN);

    private final SortedSet<String> known;
    private final TreeSet<String> others = new TreeSet<>();
    private final int places;

    /** The labels {@code known}, up to {@code cap}, and up to {@code open} others while the cap has room. */
    ClosedLabels(Collection<String> known, int open, int cap) {
        var first = new TreeSet<String>();
        new TreeSet<>(known)
                .stream().filter(label -> !ALWAYS.contains(label)).limit(cap).forEach(first::add);
        this.known = Collections.unmodifiableSortedSet(first);
        this.places = Math.max(0, Math.min(open, cap - first.size()));
    }

    /** What became of a label: let in or not, and which one had to leave for it. */
    record Admission(boolean in, @Nullable String leaves) {}

    Admission admit(String label) {
        if (ALWAYS.contains(label) || known.contains(label) || others.contains(label)) {
            return new Admission(true, null);
        }
        if (places == 0) {
            return new Admission(false, null);
        }
        if (others.size() < places) {
            others.add(label);
            return new Admission(true, null);
        }
        if (others.last().compareTo(label) < 0) {
            return new Admission(false, null);
        }
        var leaves = others.pollLast();
        others.add(label);
        return new Admission(true, leaves);
    }

    /** Those of the catalogue, without {@code other} and {@code unknown}. */
    SortedSet<String> known() {
        return known;
    }
}
