package nl.klantstem.stats;

import java.util.Optional;

/**
 * What a measure did beyond what happened anyway: the change of its scope minus the change of a control scope, in NPS
 * points. The means are adjusted as for one score (the points are not) and the four variances add.
 */
public record DifferenceInDifferences(double points, Margin margin, double z) {

    private static final double FARTHEST = 400;

    /** A score before and after the measure began. */
    public record Change(Nps before, Nps after) {

        boolean isKnown() {
            return before.n() > 0 && after.n() > 0;
        }

        private double points() {
            return after.score().orElseThrow() - before.score().orElseThrow();
        }

        double adjusted() {
            return after.adjustedMean() - before.adjustedMean();
        }

        double errorVariance() {
            return after.errorVariance() + before.errorVariance();
        }
    }

    /** Absent when one of the four has no answers. */
    public static Optional<DifferenceInDifferences> of(Change scope, Change control) {
        if (!scope.isKnown() || !control.isKnown()) {
            return Optional.empty();
        }
        double adjusted = scope.adjusted() - control.adjusted();
        double error = Math.sqrt(scope.errorVariance() + control.errorVariance());
        double half = Nps.Z975 * error;
        var margin =
                new Margin(Math.max(-FARTHEST, 100 * (adjusted - half)), Math.min(FARTHEST, 100 * (adjusted + half)));
        return Optional.of(new DifferenceInDifferences(scope.points() - control.points(), margin, adjusted / error));
    }
}
