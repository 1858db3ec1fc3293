package nl.klantstem.insight.changes;

import java.util.Optional;
import java.util.OptionalDouble;
import nl.klantstem.contract.out.NpsChange.Difference;
import nl.klantstem.contract.out.Score;
import nl.klantstem.rolling.Figures;
import nl.klantstem.stats.Nps;
import nl.klantstem.stats.NpsDifference;
import nl.klantstem.stats.TwoDecimals;
import org.jspecify.annotations.Nullable;

/** Scores and differences as they are published. */
final class ChangeFigures {

    private ChangeFigures() {}

    /** A group's score; of nobody and of a group that is too small its number only. */
    static Score score(Nps nps, boolean suppress) {
        @Nullable Score score = Figures.score(nps, suppress);
        return score == null ? Figures.numberOnly(nps) : score;
    }

    /** The score alone; absent without answers. */
    static @Nullable Double points(Nps nps) {
        OptionalDouble points = nps.rounded();
        return points.isPresent() ? (Double) points.getAsDouble() : null;
    }

    /** One score less another; absent when either has no answers. */
    static Optional<Difference> difference(Nps one, Nps other) {
        return NpsDifference.of(one, other)
                .map(difference -> new Difference(
                        TwoDecimals.of(difference.points()),
                        Figures.interval(difference.margin()),
                        TwoDecimals.of(difference.z())));
    }
}
