package nl.klantstem.measure.surveys;

import java.util.List;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.flow.InvitationFact;
import nl.klantstem.contract.flow.ResponseFact;
import nl.klantstem.contract.out.SurveyHealth.Outcome;
import nl.klantstem.measure.Cubes;
import nl.klantstem.measure.Dimensions;
import nl.klantstem.rolling.Contribution;
import nl.klantstem.rolling.Tally;

/**
 * An invitation counts once, at the time it was asked, by how far it came; a response at the time it was answered, by
 * whether a contact is linked. A response is in the cubes all whose dimensions it has: in none by why surveys were not asked.
 */
public record SurveyMeasure(Catalogue catalogue) {

    public static final String NAME = "surveys";

    public List<Contribution> contributions(InvitationFact fact) {
        return Cubes.contributions(Dimensions.cells(NAME, catalogue, fact), fact.invitedAt(), tally(fact));
    }

    public List<Contribution> contributions(ResponseFact fact) {
        return Cubes.contributions(Dimensions.cellsOfProgramme(NAME, catalogue, fact), fact.answeredAt(), tally(fact));
    }

    static Tally tally(InvitationFact fact) {
        var n = new long[Positions.WIDTH];
        InvitationFact.Reached reached = fact.reached();
        n[Positions.of(outcome(fact))] = 1;
        n[Positions.EXPIRED] = reached.expired() ? 1 : 0;
        if (reached.due()) {
            n[reached.answeredInTime() ? Positions.IN_TIME : Positions.MISSED] = 1;
        }
        n[Positions.AGAIN] = fact.again() ? 1 : 0;
        n[Positions.LATE] = fact.late() ? 1 : 0;
        Positions.TIMES.count(fact.answerSeconds(), Positions.DELAY, n);
        return Tally.of(n);
    }

    static Tally tally(ResponseFact fact) {
        var n = new long[Positions.WIDTH];
        n[Positions.of(fact.unmatched())] = 1;
        n[Positions.LATE] = fact.late() ? 1 : 0;
        return Tally.of(n);
    }

    /** The farthest that it came. */
    private static Outcome outcome(InvitationFact fact) {
        InvitationFact.Reached reached = fact.reached();
        if (!fact.suppressed().equals(InvitationFact.NONE)) {
            return Outcome.SUPPRESSED;
        }
        if (reached.answered()) {
            return Outcome.ANSWERED;
        }
        if (reached.opened()) {
            return Outcome.OPENED;
        }
        if (reached.delivered()) {
            return Outcome.DELIVERED;
        }
        return reached.bounced() ? Outcome.BOUNCED : Outcome.SENT;
    }
}
