package nl.klantstem.measure.journeys;

import java.util.List;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.flow.JourneyFact;
import nl.klantstem.contract.flow.JourneyFact.Outcome;
import nl.klantstem.contract.flow.JourneyFact.Passage;
import nl.klantstem.measure.Cubes;
import nl.klantstem.measure.Dimensions;
import nl.klantstem.rolling.Contribution;
import nl.klantstem.rolling.Tally;

/** An instance of a journey counts once, in the minute it started, by what came of it. */
public record JourneysMeasure(Catalogue catalogue) {

    public static final String NAME = "journeys";

    static final int OPEN = 0;
    static final int COMPLETED = 1;
    static final int ABANDONED = 2;
    static final int LATE = 3;
    static final int DUE = 4;
    static final int REORDERED = 5;
    static final int BY_AGENT = 6;
    static final int CREDITED = 7;
    static final int FOUND = 8;
    static final int KEPT = 9;
    static final int REFUNDED = 10;
    static final int LEAKAGE_DUE = 11;
    static final int LEAKAGE = 12;
    /** Beside its state, so that what was counted for the first time tells how many ever started. */
    static final int INSTANCES = 13;

    static final int WIDTH = 14;

    public List<Contribution> contributions(JourneyFact fact) {
        return Cubes.contributions(Dimensions.cells(NAME, catalogue, fact), fact.startedAt(), tally(fact));
    }

    static Tally tally(JourneyFact fact) {
        Outcome outcome = fact.outcome();
        var n = new long[WIDTH];
        n[INSTANCES] = 1;
        n[position(fact.passage())] = 1;
        n[LATE] = one(fact.late());
        n[DUE] = one(outcome.due());
        n[REORDERED] = one(outcome.due() && outcome.reordered());
        n[BY_AGENT] = one(outcome.due() && outcome.reordered() && outcome.byAgent());
        n[CREDITED] = one(outcome.credited());
        n[FOUND] = one(outcome.found());
        n[KEPT] = one(outcome.kept());
        n[REFUNDED] = one(outcome.refunded());
        n[LEAKAGE_DUE] = one(outcome.leakageDue());
        n[LEAKAGE] = one(outcome.leakageDue() && !outcome.ordered());
        return Tally.of(n);
    }

    static int position(Passage passage) {
        return switch (passage) {
            case OPEN -> OPEN;
            case COMPLETED -> COMPLETED;
            case ABANDONED -> ABANDONED;
        };
    }

    private static long one(boolean holds) {
        return holds ? 1 : 0;
    }
}
