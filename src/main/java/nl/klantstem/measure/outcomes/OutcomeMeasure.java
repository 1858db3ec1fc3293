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
 * How contacts went, by the cubes of one measure: a contact counts at the time it opened, its session with the bot at the
 * time that started, an answer at the time it was given. An answer is in the cubes all whose dimensions it has.
 */
public record OutcomeMeasure(String name, Catalogue catalogue) {

    /** The measure of contact-outcomes. */
    public static final String OUTCOMES = "outcomes";

    /** The measure of service-partners. */
    public static final String SERVICE_PARTNERS = "service-partners";

    public List<Contribution> contributions(ContactFact fact) {
        List<Cell> cells = Dimensions.cells(name, catalogue, fact);
        Tally opened = OutcomeTally.opened(fact);
        Tally bot = OutcomeTally.bot(fact);
        Instant started = Objects.requireNonNullElse(fact.course().bot().startedAt(), fact.openedAt());
        // A cell gets one contribution a minute.
        if (bot.isZero() || Cubes.minute(started) == Cubes.minute(fact.openedAt())) {
            return Cubes.contributions(cells, fact.openedAt(), opened.plus(bot));
        }
        var both = new ArrayList<>(Cubes.contributions(cells, fact.openedAt(), opened));
        both.addAll(Cubes.contributions(cells, started, bot));
        return both;
    }

    public List<Contribution> contributions(ResponseFact fact) {
        Tally tally = OutcomeTally.response(fact);
        return tally.isZero()
                ? List.of()
                : Cubes.contributions(Dimensions.cells(name, catalogue, fact), fact.answeredAt(), tally);
    }
}
