package nl.klantstem.stats;

/**
 * Three views of answers, each of which some drops show best in: per answer or on average.
 *
 * @param contribution promoters minus detractors, -1 to 1
 * @param score the score itself, 0 to 10
 * @param veryLow the share of scores 0 to 2, 0 to 1
 */
record Levels(double contribution, double score, double veryLow) {

    static final Levels ZERO = new Levels(0, 0, 0);

    private static final int VERY_LOW = 2;

    /** What one answer counts for. */
    static Levels of(int score) {
        return new Levels(Nps.contribution(score), score, veryLow(score));
    }

    /** 1 for a very low score, else 0. */
    static int veryLow(int score) {
        return score <= VERY_LOW ? 1 : 0;
    }

    Levels plus(Levels other) {
        return new Levels(contribution + other.contribution, score + other.score, veryLow + other.veryLow);
    }

    Levels minus(Levels other) {
        return new Levels(contribution - other.contribution, score - other.score, veryLow - other.veryLow);
    }

    Levels times(double factor) {
        return new Levels(contribution * factor, score * factor, veryLow * factor);
    }
}
