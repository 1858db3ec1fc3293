package nl.klantstem.link;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.klantstem.contract.flow.Fact;
import nl.klantstem.contract.flow.FactStep;
import nl.klantstem.contract.flow.ResponseFact;
import nl.klantstem.contract.out.LinkedResponse;
import nl.klantstem.contract.out.LinkedResponse.Counted;
import org.jspecify.annotations.Nullable;

/** Since when a response counts towards NPS as what, from the steps that were counted. */
final class CountedSteps {

    private static final int SECONDS_PER_MINUTE = 60;

    private CountedSteps() {}

    /** The response with what it counted as; without where that is what the response itself says. */
    static LinkedResponse in(LinkedResponse response, List<FactStep> steps) {
        List<Counted> counted = of(steps);
        boolean plain = counted.isEmpty() || (counted.size() == 1 && says(response, counted.get(0)));
        return plain ? response : with(response, counted);
    }

    /** Oldest first, without what changes nothing: what it is linked to is not all towards NPS. */
    static List<Counted> of(List<FactStep> steps) {
        var counted = new ArrayList<Counted>();
        for (FactStep step : steps) {
            Counted next = counted(step);
            boolean same = counted.isEmpty()
                    ? next.nps() == null
                    : next.equals(since(next.since(), counted.get(counted.size() - 1)));
            if (!same) {
                counted.add(next);
            }
        }
        return counted;
    }

    private static Counted counted(FactStep step) {
        Instant since = Instant.ofEpochSecond(step.known() * SECONDS_PER_MINUTE);
        @Nullable Fact fact = step.fact();
        return fact instanceof ResponseFact answer
                        && answer.nps() != null
                        && answer.programme().feedsNps()
                ? new Counted(
                        since,
                        answer.programme(),
                        answer.audience(),
                        answer.journey(),
                        answer.answeredAt(),
                        answer.nps())
                : new Counted(since, null, null, null, null, null);
    }

    private static Counted since(Instant since, Counted c) {
        return new Counted(since, c.programme(), c.audience(), c.journeyId(), c.answeredAt(), c.nps());
    }

    private static boolean says(LinkedResponse r, Counted counted) {
        long minute = Math.floorDiv(r.asOf().getEpochSecond(), SECONDS_PER_MINUTE);
        var itself = new Counted(
                Instant.ofEpochSecond(minute * SECONDS_PER_MINUTE),
                r.programme(),
                r.audience(),
                r.journeyId(),
                r.answeredAt(),
                r.nps());
        return itself.equals(counted);
    }

    private static LinkedResponse with(LinkedResponse r, List<Counted> counted) {
        return new LinkedResponse(
                r.responseId(),
                r.revision(),
                r.status(),
                r.programme(),
                r.audience(),
                r.customer(),
                r.answeredAt(),
                r.nps(),
                r.csat(),
                r.ces(),
                r.journeyId(),
                r.journeySource(),
                r.method(),
                r.confidence(),
                r.unmatchedReason(),
                r.contact(),
                r.late(),
                counted,
                r.asOf(),
                r.catalogueVersion(),
                r.schemaVersion());
    }
}
