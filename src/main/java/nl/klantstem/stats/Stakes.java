package nl.klantstem.stats;

/**
 * The twelve bets of one direction against "nothing got worse", set for a day: four sizes of change in each of the three
 * views of answers. A bet's capital is multiplied by 1 + stake * (how much worse than usual an answer is, beyond the
 * guard), and by a little less when answers come in bursts.
 *
 * <p>The guard is what may be without anything being wrong: sqrt(v / (n + 3) + 9 t), v the variance of a contribution, n
 * the baseline's answers, t the variance of ordinary days; at least an eighth of the smallest change worth knowing (in the
 * first four weeks all of it), at most twice that. In the other views it is as wide in their own spread; wider, up to twice,
 * where their own days wobble more.
 */
final class Stakes {

    static final int VIEWS = 3;
    static final int SIZES = 4;
    static final int BETS = VIEWS * SIZES;

    private static final int YOUNG_DAYS = 28;
    private static final double WOBBLES = 3;

    /** A point of NPS goes with so much of the score: a drop of 25 points is one of 1 in the mean score. */
    private static final double SCORE_PER_CONTRIBUTION = 4;

    /** No answer takes more than this share of a bet's capital, apart from the hour's effect. */
    private static final double MOST_AT_STAKE = 0.95;

    /** The share of very low scores among the answers that a drop turns bad. */
    private static final double VERY_LOW_WHEN_BAD = 0.7;

    private final Levels guard;
    private final double designEffect;
    private final double[] stakes = new double[BETS];
    private final double[] tempers = new double[BETS];

    Stakes(Baseline baseline, Norm norm, double smallestPoints, Direction direction) {
        double smallest = smallestPoints / 100;
        guard = guard(baseline, norm, smallest);
        designEffect = baseline.designEffect(norm);
        Levels caps = caps(norm, direction);
        Levels v = norm.variance();
        for (int size = 0; size < SIZES; size++) {
            double change = smallest * (1 << size);
            set(size, Math.min(growth(change, v.contribution()), caps.contribution()), v.contribution());
            double scores = change * SCORE_PER_CONTRIBUTION;
            set(SIZES + size, Math.min(growth(scores, v.score()), caps.score()), v.score());
            double veryLow = onVeryLow(change, norm, direction);
            set(2 * SIZES + size, Math.min(veryLow, caps.veryLow()), v.veryLow());
        }
    }

    private static Levels guard(Baseline baseline, Norm norm, double smallest) {
        Levels v = norm.variance();
        Levels wobble = baseline.dayVariance();
        double uncertainty = v.contribution() / (norm.effectiveN() + 3);
        double least = baseline.days() < YOUNG_DAYS ? smallest : smallest / 8;
        double g = Math.min(Math.max(reach(uncertainty, wobble.contribution()), least), 2 * smallest);
        double score = Math.max(g, Math.min(reach(uncertainty, wobble.score()), 4 * smallest));
        double veryLow = Math.max(g, Math.min(reach(uncertainty, wobble.veryLow()), 4 * smallest));
        return new Levels(
                g,
                score * Math.sqrt(v.score() / v.contribution()),
                veryLow * Math.sqrt(v.veryLow() / v.contribution()));
    }

    private static double reach(double uncertainty, double wobble) {
        return Math.sqrt(uncertainty + WOBBLES * WOBBLES * wobble);
    }

    /** The stake that grows fastest when the mean changes by so much (Kelly's, to the second order). */
    private static double growth(double change, double variance) {
        return change / (variance + change * change);
    }

    /** The same for a share: a drop turns a part of all answers bad, and most of those are very low. */
    private double onVeryLow(double change, Norm norm, Direction direction) {
        int sign = direction.sign();
        double part = Math.min(change / (1 + norm.all().contribution()), 0.9);
        double usual = Math.min(0.9, Math.max(0.002, norm.all().veryLow() + sign * guard.veryLow()));
        double more = sign > 0 ? part * (VERY_LOW_WHEN_BAD - usual) : part * usual;
        return Math.max(more, 1e-6) / (usual * (1 - usual));
    }

    /** The largest stakes at which the best answer, in the segment where it surprises most, leaves some capital. */
    private Levels caps(Norm norm, Direction direction) {
        boolean drop = direction == Direction.DROP;
        double contribution = 0;
        double score = 0;
        double veryLow = 0;
        for (Levels mean : norm.means()) {
            double room = drop ? 1 - mean.contribution() : 1 + mean.contribution();
            contribution = Math.max(contribution, room + guard.contribution());
            score = Math.max(score, (drop ? 10 - mean.score() : mean.score()) + guard.score());
            veryLow = Math.max(veryLow, (drop ? mean.veryLow() : 1 - mean.veryLow()) + guard.veryLow());
        }
        return new Levels(MOST_AT_STAKE / contribution, MOST_AT_STAKE / score, MOST_AT_STAKE / veryLow);
    }

    /** Bursts make answers alike: the stake goes down by the design effect, and a fine pays for what variance is left. */
    private void set(int bet, double stake, double variance) {
        double tempered = stake / designEffect;
        stakes[bet] = tempered;
        tempers[bet] = StrictMath.exp(-0.5 * tempered * tempered * (designEffect - 1) * variance);
    }

    Levels guard() {
        return guard;
    }

    double designEffect() {
        return designEffect;
    }

    double stake(int bet) {
        return stakes[bet];
    }

    /** What is left of a bet's capital at an answer because of bursts: 1 when there are none. */
    double temper(int bet) {
        return tempers[bet];
    }
}
