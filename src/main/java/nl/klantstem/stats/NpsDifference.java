package nl.klantstem.stats;

import java.util.Optional;

/**
 * The difference of two scores in NPS points: of the scores as they are, with the 95% interval from both adjusted as for one
 * score and their variances added, and z, how many standard errors the adjusted difference is from 0.
 */
public record NpsDifference(double points, Margin margin, double z) {

    private static final double FARTHEST = 200;

    /** What the interval says of a margin by which the one may be lower than the other. */
    public enum Verdict {
        NOT_WORSE,
        WORSE,
        UNDECIDED
    }

    /** {@code one} minus {@code other}; absent when either has no answers. */
    public static Optional<NpsDifference> of(Nps one, Nps other) {
        if (one.n() == 0 || other.n() == 0) {
            return Optional.empty();
        }
        double points = one.score().orElseThrow() - other.score().orElseThrow();
        double adjusted = one.adjustedMean() - other.adjustedMean();
        double error = Math.sqrt(one.errorVariance() + other.errorVariance());
        double half = Nps.Z975 * error;
        var margin =
                new Margin(Math.max(-FARTHEST, 100 * (adjusted - half)), Math.min(FARTHEST, 100 * (adjusted + half)));
        return Optional.of(new NpsDifference(points, margin, adjusted / error));
    }

    /** Whether the one is worse than the other by more than {@code tolerated} points: not, surely, or nobody can tell. */
    public Verdict verdict(double tolerated) {
        if (margin.low() > -tolerated) {
            return Verdict.NOT_WORSE;
        }
        return margin.high() < -tolerated ? Verdict.WORSE : Verdict.UNDECIDED;
    }
}
