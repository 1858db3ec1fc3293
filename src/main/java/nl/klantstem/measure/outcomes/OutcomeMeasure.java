package nl.klantstem.measure.outcomes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.flow.ContactFact;
import nl.klantstem.contract.flow.ResponseFact;
import nl.klantstem.measure.Cubes;
import nl.klantstem.measure.Dimensions;
import nl.klantstem.rolling.Cell;
import nl.klantstem.rolling.Contribution;
import nl.klantstem.rolling.Tally;

/**
 * How contacts went, by the cubes of several measures: a contact counts at the time it opened, its session with the bot at the
 * time that started, an answer at the time it was given. An answer is in the cubes all whose dimensions it has.
 */
public record OutcomeMeasure(List<String> names, Catalogue catalogue) {

    /** The measure of contact-outcomes. */
    public static final String OUTCOMES = "outcomes";

    /** The measure of service-partners. */
    public static final String SERVICE_PARTNERS = "service-partners";

    public OutcomeMeasure {
        names = List.copyOf(names);
    }

    public List<Contribution> contributions(ContactFact fact) {
        Tally opened = OutcomeTally.opened(fact);
        Tally bot = OutcomeTally.bot(fact);
        Instant started = Objects.requireNonNullElse(fact.course().bot().startedAt(), fact.openedAt());
        // A cell gets one contribution a minute.
        boolean together = bot.isZero() || Cubes.minute(started) == Cubes.minute(fact.openedAt());
        Tally atOpening = together ? opened.plus(bot) : opened;
        var contributions = new ArrayList<Contribution>();
        for (String name : names) {
            List<Cell> cells = Dimensions.cells(name, catalogue, fact);
            contributions.addAll(Cubes.contributions(cells, fact.openedAt(), atOpening));
            if (!together) {
                contributions.addAll(Cubes.contributions(cells, started, bot));
            }
        }
        return contributions;
    }

    public List<Contribution> contributions(ResponseFact fact) {
        Tally tally = OutcomeTally.response(fact);
        if (tally.isZero()) {
            return List.of();
        }
        var contributions = new ArrayList<Contribution>();
        for (String name : names) {
            List<Cell> cells = Dimensions.cells(name, catalogue, fact);
            contributions.addAll(Cubes.contributions(cells, fact.answeredAt(), tally));
        }
        return contributions;
    }
}
