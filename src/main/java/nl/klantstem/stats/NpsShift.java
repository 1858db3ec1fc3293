package nl.klantstem.stats;

import java.util.Optional;

/**
 * How far answers lie from what is usual for them, in NPS points: of their mean as it is, with the 95% interval from their
 * adjusted mean x with variance v/N (as for one score) and the uncertainty of the usual: 100 (x - usual +- 1.96 sqrt(v/N +
 * u)), cut off at +-200.
 */
public record NpsShift(double points, Margin margin) {

    private static final double FARTHEST = 200;

    /**
     * Of answers against what they would usually contribute.
     *
     * @param usual the mean contribution that is usual for them, -1 to 1
     * @param usualVariance the variance of that mean
     */
    public static Optional<NpsShift> of(Nps answers, double usual, double usualVariance) {
        if (answers.n() == 0) {
            return Optional.empty();
        }
        double adjusted = 100 * (answers.adjustedMean() - usual);
        double half = 100 * Nps.Z975 * Math.sqrt(answers.errorVariance() + usualVariance);
        var margin = new Margin(Math.max(-FARTHEST, adjusted - half), Math.min(FARTHEST, adjusted + half));
        return Optional.of(new NpsShift(answers.score().orElseThrow() - 100 * usual, margin));
    }

    /** Whether the interval leaves room for no shift at all. */
    public boolean mayBeNone() {
        return margin.low() <= 0 && margin.high() >= 0;
    }
}
