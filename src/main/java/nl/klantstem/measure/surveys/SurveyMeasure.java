package nl.klantstem.measure.surveys;

import java.util.List;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.flow.InvitationFact;
import nl.klantstem.contract.flow.ResponseFact;
import nl.klantstem.measure.Cubes;
import nl.klantstem.measure.Dimensions;
import nl.klantstem.rolling.Contribution;
import nl.klantstem.rolling.Tally;

/**
 * An invitation counts once, at the time it was asked, at every stage that it reached; a response at the time it was answered, by
 * whether a contact is linked, in the programmes that feed NPS. A response is in the cubes all whose dimensions it has: in none by why surveys were not asked.
 */
public record SurveyMeasure(Catalogue catalogue) {

    public static final String NAME = "surveys";

    public List<Contribution> contributions(InvitationFact fact) {
        return Cubes.contributions(Dimensions.cells(NAME, catalogue, fact), fact.invitedAt(), tally(fact));
    }

    public List<Contribution> contributions(ResponseFact fact) {
        return fact.programme().feedsNps()
                ? Cubes.contributions(
                        Dimensions.cellsOfProgramme(NAME, catalogue, fact), fact.answeredAt(), tally(fact))
                : List.of();
    }

    static Tally tally(InvitationFact fact) {
        var n = new long[Positions.WIDTH];
        InvitationFact.Reached reached = fact.reached();
        boolean asked = fact.suppressed().equals(InvitationFact.NONE);
        n[asked ? Positions.ASKED : Positions.SUPPRESSED] = 1;
        n[Positions.BOUNCED] = one(reached.bounced());
        n[Positions.DELIVERED] = one(reached.delivered());
        n[Positions.OPENED] = one(reached.opened());
        n[Positions.ANSWERED] = one(reached.answered());
        n[Positions.EXPIRED] = one(reached.expired());
        n[Positions.DUE] = one(reached.due());
        n[Positions.IN_TIME] = one(reached.due() && reached.answeredInTime());
        n[Positions.AGAIN] = one(fact.again());
        n[Positions.LATE] = one(fact.late());
        Positions.TIMES.count(fact.answerSeconds(), Positions.DELAY, n);
        return Tally.of(n);
    }

    static Tally tally(ResponseFact fact) {
        var n = new long[Positions.WIDTH];
        n[Positions.of(fact.unmatched())] = 1;
        n[Positions.LATE] = one(fact.late());
        return Tally.of(n);
    }

    private static long one(boolean holds) {
        return holds ? 1 : 0;
    }
}
