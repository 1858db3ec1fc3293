package nl.klantstem.stats;

/**
 * The wobble of days in each of the three views, all told in the spread of contributions. Where what comes and goes is very
 * bad experiences, it shows more in the very low scores than in the contributions, and a guard that knows the contributions
 * only would be too small for them.
 */
final class Wobbles {

    private final Wobble contribution;
    private final Wobble score;
    private final Wobble veryLow;

    Wobbles() {
        contribution = new Wobble();
        score = new Wobble();
        veryLow = new Wobble();
    }

    Wobbles(StateReader from) {
        contribution = new Wobble(from);
        score = new Wobble(from);
        veryLow = new Wobble(from);
    }

    void write(StateWriter to) {
        contribution.write(to);
        score.write(to);
        veryLow.write(to);
    }

    /**
     * A day more.
     *
     * @param distance of the day's means from the baseline, for its own mix of segments
     * @param n its answers
     * @param keep what is left of the weight of earlier days
     */
    void addDay(Levels distance, double n, Norm norm, double keep) {
        Levels v = norm.variance();
        double chance = v.contribution() / n + v.contribution() / norm.effectiveN();
        contribution.addDay(distance.contribution(), chance, keep);
        score.addDay(distance.score() * Math.sqrt(v.contribution() / v.score()), chance, keep);
        veryLow.addDay(distance.veryLow() * Math.sqrt(v.contribution() / v.veryLow()), chance, keep);
    }

    void add(Wobbles other) {
        contribution.add(other.contribution);
        score.add(other.score);
        veryLow.add(other.veryLow);
    }

    /** See {@link Wobble#believed}. */
    Levels believed() {
        return new Levels(contribution.believed(), score.believed(), veryLow.believed());
    }

    /** That of contributions, see {@link Wobble#seen}. */
    double seen() {
        return contribution.seen();
    }
}
