package nl.klantstem.measure.surveys;

import java.util.List;
import nl.klantstem.contract.out.LinkedResponse.UnmatchedReason;
import nl.klantstem.measure.TimeRun;
import org.jspecify.annotations.Nullable;

/**
 * What the positions of a survey tally mean: one per stage that an invitation reached, one per way in which a response is
 * linked or not, and the times to the answer as a run.
 */
final class Positions {

    static final int SUPPRESSED = 0;
    static final int ASKED = 1;
    static final int BOUNCED = 2;
    static final int DELIVERED = 3;
    static final int OPENED = 4;
    static final int ANSWERED = 5;
    static final int EXPIRED = 6;
    static final int DUE = 7;

    /** Of those that are due. */
    static final int IN_TIME = 8;

    static final int AGAIN = 9;
    static final int LATE = 10;
    static final int LINKED = 11;
    static final int UNMATCHED = 12;

    static final List<UnmatchedReason> REASONS = List.of(UnmatchedReason.values());
    static final TimeRun TIMES = TimeRun.LONG;
    static final int DELAY = UNMATCHED + REASONS.size();

    static final int WIDTH = DELAY + TIMES.width();

    private Positions() {}

    /** Where a response counts that is linked (null) or not. */
    static int of(@Nullable UnmatchedReason reason) {
        return reason == null ? LINKED : UNMATCHED + REASONS.indexOf(reason);
    }
}
