package nl.klantstem.measure.journeys;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.flow.Fact;
import nl.klantstem.contract.flow.JourneyFact;
import nl.klantstem.contract.flow.ResponseFact;
import nl.klantstem.contract.flow.ResponseJourney.Met;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.measure.Cubes;
import nl.klantstem.rolling.Cell;
import nl.klantstem.rolling.Contribution;
import org.jspecify.annotations.Nullable;

/**
 * A step of an instance counts in the minute it was reached; an answer, in the minute it was given, at each step that it met
 * and once for its journey.
 */
public record StepsMeasure(Catalogue catalogue) {

    public static final String NAME = "steps";

    private static final int NOWHERE = -1;

    public List<Contribution> contributions(JourneyFact fact) {
        var all = new ArrayList<Contribution>();
        for (JourneyFact.Step step : fact.steps()) {
            List<Cell> cells = cells(fact, fact.audience(), fact.journey(), step.step());
            all.addAll(Cubes.contributions(cells, step.reachedAt(), StepTally.step(step, fact.late())));
        }
        return all;
    }

    public List<Contribution> contributions(ResponseFact fact) {
        int run = run(fact.programme());
        if (run == NOWHERE) {
            return List.of();
        }
        var journey = fact.way().journey();
        var all = new ArrayList<>(Cubes.contributions(
                cells(fact, fact.audience(), journey, null), fact.answeredAt(), StepTally.answer(fact, run)));
        for (Met met : fact.way().met()) {
            List<Cell> cells = cells(fact, fact.audience(), journey, met.step()).stream()
                    .filter(cell -> cell.scope().labels().containsKey(Scope.STEP))
                    .toList();
            all.addAll(Cubes.contributions(cells, fact.answeredAt(), StepTally.answer(fact, met, run)));
        }
        return all;
    }

    /** Where answers of a programme count: those of mystery shoppers apart, and those that are about no step not at all. */
    private static int run(Programme programme) {
        return switch (programme) {
            case TRANSACTIONAL -> Positions.ANSWERS;
            case MYSTERY_SHOP -> Positions.MYSTERY_SHOP;
            case RELATIONAL, PANEL, COMMUNITY, TRACKER -> NOWHERE;
        };
    }

    /** The cells of a step; without one those of its journey as a whole. */
    private List<Cell> cells(Fact fact, Audience audience, String journey, @Nullable String step) {
        return Cubes.cells(
                NAME,
                catalogue.named(fact.catalogueVersion()),
                Map.of(Scope.AUDIENCE, audience.name()),
                dimension -> switch (dimension) {
                    case Scope.JOURNEY -> journey;
                    case Scope.STEP -> step;
                    default -> throw new IllegalStateException("a step has no dimension '" + dimension + "'");
                });
    }
}
