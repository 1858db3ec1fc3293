package nl.klantstem.link;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import nl.klantstem.link.KnownEvent.Answer;
import org.jspecify.annotations.Nullable;

/**
 * A response as its revisions tell it: the highest revision wins (of two the same the first known), and it keeps the time
 * of the first answer.
 */
record AnswerView(Answer winner, Instant answeredAt) {

    private static final Comparator<Answer> BY_REVISION = Comparator.comparingInt(Answer::revision);

    /** The response that these revisions make, or null when none is known. */
    static @Nullable AnswerView of(List<Answer> known) {
        if (known.isEmpty()) {
            return null;
        }
        Answer winner = known.get(0);
        Answer first = known.get(0);
        for (Answer answer : known) {
            winner = BY_REVISION.compare(answer, winner) > 0 ? answer : winner;
            first = BY_REVISION.compare(answer, first) < 0 ? answer : first;
        }
        return new AnswerView(winner, first.occurredAt());
    }

    /** Whether it counts: in a programme that is counted at all, answered and not withdrawn. */
    boolean counts() {
        return winner.programme().isCounted()
                && switch (winner.status()) {
                    case COMPLETE -> winner.nps() != null || winner.csat() != null || winner.ces() != null;
                    case PARTIAL -> winner.nps() != null;
                    case DISMISSED, WITHDRAWN -> false;
                };
    }

    /** Whether it is an answer at all, in whatever programme: neither withdrawn nor dismissed. */
    boolean stands() {
        return switch (winner.status()) {
            case COMPLETE, PARTIAL -> true;
            case DISMISSED, WITHDRAWN -> false;
        };
    }
}
