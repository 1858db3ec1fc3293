package nl.klantstem.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Why a score moved, in NPS points: because segments scored otherwise, or because their shares changed. With share w and
 * score r of a segment before (0) and after (1) and ref the mean of the two totals:
 *
 * <pre>
 *   score effect = (w0 + w1) / 2 * (r1 - r0)
 *   mix effect   = (w1 - w0) * ((r0 + r1) / 2 - ref)
 * </pre>
 *
 * <p>Over all segments they add up to the change, exactly (Kitagawa 1955; ref makes a segment count as mix only as far as
 * it differs from the rest, and changes no sum because the shares add up to 1). A segment that is absent from one period
 * takes its score from the other: its whole effect is mix.
 *
 * @param change after minus before
 * @param parts one per segment, in the order of their names
 */
public record Decomposition(double change, List<Part> parts) {

    private static final Nps NOBODY = new Nps(0, 0, 0);

    /** What one segment did to the whole. */
    public record Part(String segment, double score, double mix) {}

    public Decomposition {
        parts = List.copyOf(parts);
    }

    /** Absent when nobody answered before or after. Segments without answers may be left out. */
    public static Optional<Decomposition> of(Map<String, Nps> before, Map<String, Nps> after) {
        Nps allBefore = total(before);
        Nps allAfter = total(after);
        if (allBefore.n() == 0 || allAfter.n() == 0) {
            return Optional.empty();
        }
        double from = mean(allBefore);
        double to = mean(allAfter);
        var parts = new ArrayList<Part>();
        var segments = new TreeSet<>(before.keySet());
        segments.addAll(after.keySet());
        for (String segment : segments) {
            Nps was = before.getOrDefault(segment, NOBODY);
            Nps is = after.getOrDefault(segment, NOBODY);
            if (was.n() + is.n() > 0) {
                double shareBefore = (double) was.n() / allBefore.n();
                double shareAfter = (double) is.n() / allAfter.n();
                double scoreBefore = mean(was.n() > 0 ? was : is);
                double scoreAfter = mean(is.n() > 0 ? is : was);
                double score = (shareBefore + shareAfter) / 2 * (scoreAfter - scoreBefore);
                double mix = (shareAfter - shareBefore) * ((scoreBefore + scoreAfter) / 2 - (from + to) / 2);
                parts.add(new Part(segment, 100 * score, 100 * mix));
            }
        }
        return Optional.of(new Decomposition(100 * (to - from), parts));
    }

    /** What all segments' scores did together. */
    public double score() {
        return parts.stream().mapToDouble(Part::score).sum();
    }

    /** What all changes of share did together. */
    public double mix() {
        return parts.stream().mapToDouble(Part::mix).sum();
    }

    private static Nps total(Map<String, Nps> segments) {
        return segments.values().stream().reduce(NOBODY, Nps::plus);
    }

    /** Its mean contribution, -1 to 1. */
    private static double mean(Nps nps) {
        return (double) (nps.promoters() - nps.detractors()) / nps.n();
    }
}
