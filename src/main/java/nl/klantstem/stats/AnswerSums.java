package nl.klantstem.stats;

/** Sums over the answers of a segment, from which means and variances of the three views come; the old may fade. */
final class AnswerSums {

    private double n;
    private double contribution;
    private double contributionSquares;
    private double score;
    private double scoreSquares;
    private double veryLow;

    AnswerSums() {}

    AnswerSums(StateReader from) {
        n = from.next();
        contribution = from.next();
        contributionSquares = from.next();
        score = from.next();
        scoreSquares = from.next();
        veryLow = from.next();
    }

    void write(StateWriter to) {
        to.put(n)
                .put(contribution)
                .put(contributionSquares)
                .put(score)
                .put(scoreSquares)
                .put(veryLow);
    }

    void add(int answer, int times) {
        double z = Nps.contribution(answer);
        n += times;
        contribution += times * z;
        contributionSquares += times * z * z;
        score += (double) times * answer;
        scoreSquares += (double) times * answer * answer;
        veryLow += times * Levels.veryLow(answer);
    }

    void add(AnswerSums other) {
        n += other.n;
        contribution += other.contribution;
        contributionSquares += other.contributionSquares;
        score += other.score;
        scoreSquares += other.scoreSquares;
        veryLow += other.veryLow;
    }

    /** Lets everything weigh less by a factor. */
    void fade(double factor) {
        n *= factor;
        contribution *= factor;
        contributionSquares *= factor;
        score *= factor;
        scoreSquares *= factor;
        veryLow *= factor;
    }

    double n() {
        return n;
    }

    Levels sum() {
        return new Levels(contribution, score, veryLow);
    }

    /** The mean when {@code weight} answers at {@code prior} are added. */
    Levels shrunkMean(Levels prior, double weight) {
        return sum().plus(prior.times(weight)).times(1 / (n + weight));
    }

    /** The sum of squared distances from {@code centre}. */
    Levels squaresAround(Levels centre) {
        return new Levels(
                around(contributionSquares, contribution, centre.contribution()),
                around(scoreSquares, score, centre.score()),
                around(veryLow, veryLow, centre.veryLow()));
    }

    private double around(double squares, double sum, double centre) {
        return squares - 2 * centre * sum + centre * centre * n;
    }
}
