package nl.klantstem.stats;

/**
 * Whether the answers of one hour go together (one delayed van makes ten unhappy customers): the squared sum of an hour's
 * residuals against what independent answers would give, over hours with enough answers.
 */
final class Bursts {

    private static final double ENOUGH = 5;

    private double squares;
    private double answers;
    private double squaredAnswers;

    Bursts() {}

    Bursts(StateReader from) {
        squares = from.next();
        answers = from.next();
        squaredAnswers = from.next();
    }

    void write(StateWriter to) {
        to.put(squares).put(answers).put(squaredAnswers);
    }

    /** An hour is over: its answers and the sum of their residuals. */
    void addHour(double n, double residuals) {
        if (n >= ENOUGH) {
            squares += residuals * residuals;
            answers += n;
            squaredAnswers += n * n;
        }
    }

    void add(Bursts other) {
        squares += other.squares;
        answers += other.answers;
        squaredAnswers += other.squaredAnswers;
    }

    void fade(double factor) {
        squares *= factor;
        answers *= factor;
        squaredAnswers *= factor;
    }

    /**
     * The design effect, 1 or more: how much larger the variance of an hour's sum is than that of independent answers, apart
     * from what whole days have in common.
     *
     * @param variance of one contribution
     * @param betweenDays variance of a day's mean beyond chance
     */
    double designEffect(double variance, double betweenDays) {
        if (answers <= 0) {
            return 1;
        }
        double independent = answers * variance;
        return Math.max(1, 1 + (squares - independent - squaredAnswers * betweenDays) / independent);
    }
}
