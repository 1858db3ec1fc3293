package nl.klantstem.insight.effects;

import nl.klantstem.contract.in.ImprovementMeasure.ExpectedDirection;
import nl.klantstem.contract.out.MeasureEffect.Expectation;
import nl.klantstem.contract.out.MeasureEffect.State;
import nl.klantstem.contract.out.MeasureEffect.Verdict;
import nl.klantstem.stats.Margin;
import nl.klantstem.stats.Nps;
import org.jspecify.annotations.Nullable;

/** What may be said of a measure, by one rule for all. */
final class Verdicts {

    /** When not even such a change (in points) could have been seen, there were too few answers to say that there was none. */
    static final double COARSEST = 20;

    private Verdicts() {}

    static Verdict of(Groups groups, State state) {
        Groups.@Nullable Seen seen = groups.seen().orElse(null);
        if (seen == null || groups.all().stream().anyMatch(group -> group.n() < Nps.LOW_N_BELOW)) {
            return Verdict.TOO_FEW;
        }
        Margin margin = state == State.FINAL ? seen.margin() : seen.anytime();
        if (margin.low() > 0) {
            return Verdict.IMPROVED;
        }
        if (margin.high() < 0) {
            return Verdict.WORSENED;
        }
        return groups.detectable() > COARSEST ? Verdict.TOO_FEW : Verdict.NO_CHANGE_SEEN;
    }

    /** No change is as expected only when there is still time for it: then nobody can tell. */
    static @Nullable Expectation expectation(Verdict verdict, ExpectedDirection expected, State state) {
        return switch (verdict) {
            case TOO_FEW -> null;
            case NO_CHANGE_SEEN -> state == State.FINAL ? Expectation.MISSED : null;
            case IMPROVED -> expected == ExpectedDirection.UP ? Expectation.KEPT : Expectation.MISSED;
            case WORSENED -> expected == ExpectedDirection.DOWN ? Expectation.KEPT : Expectation.MISSED;
        };
    }
}
