package nl.klantstem.measure.surveys;

import java.util.List;
import nl.klantstem.contract.out.LinkedResponse.UnmatchedReason;
import nl.klantstem.contract.out.SurveyHealth.Outcome;
import nl.klantstem.measure.TimeRun;
import org.jspecify.annotations.Nullable;

/**
 * What the positions of a survey tally mean: one per outcome of an invitation, one per way in which a response is linked or
 * not, and the times to the answer as a run.
 */
final class Positions {

    static final List<Outcome> OUTCOMES = List.of(Outcome.values());
    static final List<UnmatchedReason> REASONS = List.of(UnmatchedReason.values());

    static final int OUTCOME = 0;
    static final int EXPIRED = OUTCOME + OUTCOMES.size();

    /** Due and answered within the days, and due and not so. */
    static final int IN_TIME = EXPIRED + 1;

    static final int MISSED = IN_TIME + 1;
    static final int AGAIN = MISSED + 1;
    static final int LATE = AGAIN + 1;
    static final int LINKED = LATE + 1;
    static final int UNMATCHED = LINKED + 1;
    static final int DELAY = UNMATCHED + REASONS.size();
    static final TimeRun TIMES = TimeRun.LONG;

    static final int WIDTH = DELAY + TIMES.width();

    private Positions() {}

    static int of(Outcome outcome) {
        return OUTCOME + OUTCOMES.indexOf(outcome);
    }

    static int of(@Nullable UnmatchedReason reason) {
        return reason == null ? LINKED : UNMATCHED + REASONS.indexOf(reason);
    }
}
