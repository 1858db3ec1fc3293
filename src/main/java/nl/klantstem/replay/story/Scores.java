package nl.klantstem.replay.story;

import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;

/** Gives those who answer their scores: the best moods are the promoters, the worst the detractors, as many as there are. */
final class Scores {

    /** How the scores are spread, best first, within promoters (10, 9), passives (8, 7) and detractors (6 to 0). */
    private static final double[] PROMOTERS = {0.55, 0.45};

    private static final double[] PASSIVES = {0.6, 0.4};
    private static final double[] DETRACTORS = {0.27, 0.19, 0.14, 0.12, 0.1, 0.06, 0.12};

    private Scores() {}

    static <T> void give(
            List<T> answering, Chapter.Answers answers, ToDoubleFunction<T> mood, BiConsumer<T, Integer> score) {
        if (answering.size() != answers.n()) {
            throw new IllegalArgumentException(answers.n() + " should answer, not " + answering.size());
        }
        List<T> best = answering.stream()
                .sorted(Comparator.comparingDouble(mood).reversed())
                .toList();
        int passivesFrom = answers.promoters();
        int detractorsFrom = answers.n() - answers.detractors();
        spread(best.subList(0, passivesFrom), 10, PROMOTERS, score);
        spread(best.subList(passivesFrom, detractorsFrom), 8, PASSIVES, score);
        spread(best.subList(detractorsFrom, answers.n()), 6, DETRACTORS, score);
    }

    private static <T> void spread(List<T> group, int highest, double[] shares, BiConsumer<T, Integer> score) {
        for (int i = 0; i < group.size(); i++) {
            double place = (i + 0.5) / group.size();
            int down = 0;
            for (double upTo = shares[0]; place > upTo && down < shares.length - 1; upTo += shares[down]) {
                down++;
            }
            score.accept(group.get(i), highest - down);
        }
    }
}
