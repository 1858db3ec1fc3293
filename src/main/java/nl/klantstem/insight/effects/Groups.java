package nl.klantstem.insight.effects;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.klantstem.stats.DifferenceInDifferences;
import nl.klantstem.stats.DifferenceInDifferences.Change;
import nl.klantstem.stats.Margin;
import nl.klantstem.stats.Nps;
import nl.klantstem.stats.NpsDifference;
import nl.klantstem.stats.Power;
import nl.klantstem.stats.TimeUniform;
import org.jspecify.annotations.Nullable;

/**
 * The answers compared.
 *
 * @param expected answers of the scope after, by the end, at the rate of the days before
 * @param expectedOfControl the same of the control; 0 without one
 */
record Groups(Change scope, @Nullable Change control, long expected, long expectedOfControl) {

    /**
     * The effect in NPS points, in full precision.
     *
     * @param anytime its interval for who looks at it on the way
     */
    record Seen(double points, Margin margin, Margin anytime, double z) {}

    /** All that are compared: two, or four. */
    List<Nps> all() {
        var all = new ArrayList<>(List.of(scope.before(), scope.after()));
        if (control != null) {
            all.addAll(List.of(control.before(), control.after()));
        }
        return all;
    }

    /** Absent when one of them has no answers. */
    Optional<Seen> seen() {
        long atEnd = Math.max(1, expected);
        if (control == null) {
            return NpsDifference.of(scope.after(), scope.before())
                    .map(change -> new Seen(
                            change.points(),
                            change.margin(),
                            TimeUniform.margin(scope.after(), scope.before(), atEnd)
                                    .orElseThrow(),
                            change.z()));
        }
        Change held = control;
        return DifferenceInDifferences.of(scope, held)
                .map(effect -> new Seen(
                        effect.points(),
                        effect.margin(),
                        TimeUniform.margin(scope, held, atEnd, Math.max(1, expectedOfControl))
                                .orElseThrow(),
                        effect.z()));
    }

    /** What change could be seen, in points; infinite when one of them has no answers. */
    double detectable() {
        return detectable(
                scope.after().n(), control == null ? 0 : control.after().n());
    }

    /** The same with the answers that are expected. */
    double detectableAtEnd() {
        return detectable(expected, expectedOfControl);
    }

    private double detectable(long after, long afterOfControl) {
        Stream<Power.Group> compared = groups(scope, after);
        return Power.detectable(
                (control == null ? compared : Stream.concat(compared, groups(control, afterOfControl))).toList());
    }

    private static Stream<Power.Group> groups(Change change, long after) {
        double variance = variance(change);
        return Stream.of(new Power.Group(variance, change.before().n()), new Power.Group(variance, after));
    }

    /** Of one answer's contribution, before and after together. */
    double variance() {
        return variance(scope);
    }

    private static double variance(Change change) {
        return change.before().plus(change.after()).variance();
    }
}
