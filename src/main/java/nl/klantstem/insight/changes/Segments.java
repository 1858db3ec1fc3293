package nl.klantstem.insight.changes;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.stats.Nps;
import nl.klantstem.stats.Pooling;

/** The groups in which answers are told, by name: those that are too small for that are one. */
record Segments(SortedMap<String, Segment> byName) {

    /** Comes before every name of a segment. */
    private static final String POOL = "";

    /**
     * A group.
     *
     * @param pooled how many groups too small to be told it stands for; 0 when it is a group itself
     */
    record Segment(Scope labels, int pooled, Scores scores) {}

    Segments {
        byName = Collections.unmodifiableSortedMap(byName);
    }

    /**
     * The answers apart by the labels of some dimensions.
     *
     * @param told the spans in which all groups that are told must be large enough; none when they may be small
     */
    static Segments of(Answered answers, List<String> dimensions, List<Function<Scores, Nps>> told) {
        SortedMap<String, Answered.Cell> groups = answers.groups(dimensions);
        SortedSet<String> pool =
                Pooling.of(told.stream().map(span -> scores(groups, span)).toList());
        var segments = new TreeMap<String, Segment>();
        Scores pooled = Scores.NONE;
        for (Map.Entry<String, Answered.Cell> group : groups.entrySet()) {
            Answered.Cell cell = group.getValue();
            if (pool.contains(group.getKey())) {
                pooled = pooled.plus(cell.scores());
            } else {
                segments.put(group.getKey(), new Segment(cell.scope(), 0, cell.scores()));
            }
        }
        if (!pool.isEmpty()) {
            segments.put(POOL, new Segment(other(dimensions), pool.size(), pooled));
        }
        return new Segments(segments);
    }

    /** The one of a name that there is. */
    Segment get(String name) {
        return Objects.requireNonNull(byName.get(name), name);
    }

    /** The answers of each in a span, by name. */
    SortedMap<String, Nps> in(Function<Scores, Nps> span) {
        var in = new TreeMap<String, Nps>();
        byName.forEach((name, segment) -> in.put(name, span.apply(segment.scores())));
        return in;
    }

    private static SortedMap<String, Nps> scores(SortedMap<String, Answered.Cell> groups, Function<Scores, Nps> span) {
        var scores = new TreeMap<String, Nps>();
        groups.forEach((name, group) -> scores.put(name, span.apply(group.scores())));
        return scores;
    }

    private static Scope other(List<String> dimensions) {
        var labels = new TreeMap<String, String>();
        dimensions.forEach(dimension -> labels.put(dimension, Scope.OTHER));
        return new Scope(labels);
    }
}
