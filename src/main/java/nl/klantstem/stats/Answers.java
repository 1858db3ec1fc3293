package nl.klantstem.stats;

import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The answers that became known in one minute: how many of each score per segment (for example a channel with its owner).
 * They are counts, so the order in which answers came cannot matter.
 */
public final class Answers {

    /** The scores there are: 0 to 10. */
    public static final int SCORES = 11;

    private final SortedMap<String, int[]> counts = new TreeMap<>();
    private int n;

    /** Adds answers of one score, 0 to 10, in a segment. */
    public Answers add(String segment, int score, int times) {
        if (score < 0 || score >= SCORES || times < 0) {
            throw new IllegalArgumentException(times + " answers of score " + score);
        }
        counts.computeIfAbsent(segment, none -> new int[SCORES])[score] += times;
        n += times;
        return this;
    }

    public Answers add(String segment, int score) {
        return add(segment, score, 1);
    }

    public boolean isEmpty() {
        return n == 0;
    }

    public int n() {
        return n;
    }

    /** Forgets all answers, so that the next minute can use the same object. */
    public void clear() {
        if (n > 0) {
            counts.values().forEach(scores -> Arrays.fill(scores, 0));
            n = 0;
        }
    }

    /** All of them, whatever their segment. */
    public Nps nps() {
        long[] categories = new long[3];
        for (int[] scores : counts.values()) {
            for (int score = 0; score < SCORES; score++) {
                categories[Nps.category(score)] += scores[score];
            }
        }
        return new Nps(categories[0], categories[1], categories[2]);
    }

    /** Per segment the number of answers of each score, 0 to 10; a segment may have none. */
    SortedMap<String, int[]> counts() {
        return Collections.unmodifiableSortedMap(counts);
    }
}
