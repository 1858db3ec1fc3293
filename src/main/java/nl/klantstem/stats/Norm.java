package nl.klantstem.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is usual in a journey, read from its baseline: means per segment, effects of the hour of the day, and the spread. */
public final class Norm {

    /** A segment's mean is shrunk to the journey's as if so many answers at the journey's mean came on top. */
    private static final double SEGMENT_PRIOR = 50;

    /** What adjusted Wald adds, as sums over its 3 answers: the middle scores of promoters, passives and detractors. */
    private static final double ADDED = 3;

    private static final Levels ADDED_SUM = new Levels(0, 0.75 * 3 + 1.5 * 7.5 + 0.75 * 9.5, 0.3);
    private static final Levels ADDED_SQUARES = new Levels(1.5, 6.75, 0.27);

    private final double n;
    private final double effectiveN;
    private final Levels all;
    private final Map<String, Levels> segments;
    private final List<Levels> hours;
    private final Levels variance;

    private Norm(
            double n,
            double effectiveN,
            Levels all,
            Map<String, Levels> segments,
            List<Levels> hours,
            Levels variance) {
        this.n = n;
        this.effectiveN = effectiveN;
        this.all = all;
        this.segments = segments;
        this.hours = hours;
        this.variance = variance;
    }

    /**
     * Reads it from sums.
     *
     * @param squaredWeights the sum of the squared weights of all answers, of which there are some
     */
    static Norm of(SortedMap<String, AnswerSums> sums, List<Levels> hours, double squaredWeights) {
        double n = 0;
        Levels sum = ADDED_SUM;
        for (AnswerSums segment : sums.values()) {
            n += segment.n();
            sum = sum.plus(segment.sum());
        }
        Levels all = sum.times(1 / (n + ADDED));
        var means = new TreeMap<String, Levels>();
        Levels squares = ADDED_SQUARES;
        for (Map.Entry<String, AnswerSums> segment : sums.entrySet()) {
            Levels mean = segment.getValue().shrunkMean(all, SEGMENT_PRIOR);
            means.put(segment.getKey(), mean);
            squares = squares.plus(segment.getValue().squaresAround(mean));
        }
        return new Norm(n, n * n / squaredWeights, all, means, hours, squares.times(1 / (n + ADDED)));
    }

    /** The journey's usual score in NPS points. */
    public double score() {
        return 100 * all.contribution();
    }

    /** The variance of one answer's contribution inside its segment. */
    public double contributionVariance() {
        return variance.contribution();
    }

    /**
     * How much more an answer of this segment in this local hour usually contributes than the journey's answers do on
     * average, -2 to 2.
     */
    public double shift(String segment, int hour) {
        return usual(segment).contribution() + effect(hour).contribution() - all.contribution();
    }

    /** The answers it is read from, the old ones weighing less. */
    double n() {
        return n;
    }

    /** The variance of the usual mean contribution: what it is read from is finite. */
    public double errorVariance() {
        return variance.contribution() / effectiveN;
    }

    /** The answers of equal weight that would be as certain. */
    double effectiveN() {
        return effectiveN;
    }

    Levels all() {
        return all;
    }

    /** The usual mean of a segment; of one never seen the journey's. */
    Levels usual(String segment) {
        return segments.getOrDefault(segment, all);
    }

    /** All means that an answer may be measured against. */
    List<Levels> means() {
        var means = new ArrayList<>(segments.values());
        means.add(all);
        return means;
    }

    Levels effect(int hour) {
        return hours.get(hour);
    }

    Levels variance() {
        return variance;
    }
}
