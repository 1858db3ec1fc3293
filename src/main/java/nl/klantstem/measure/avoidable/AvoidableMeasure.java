package nl.klantstem.measure.avoidable;

import java.util.List;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.flow.ContactFact;
import nl.klantstem.contract.flow.ResponseFact;
import nl.klantstem.contract.in.DemandType;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.measure.Cubes;
import nl.klantstem.measure.Dimensions;
import nl.klantstem.rolling.Contribution;
import nl.klantstem.rolling.Tally;
import nl.klantstem.stats.Nps;
import org.jspecify.annotations.Nullable;

/**
 * An inbound contact counts once, at the time it opened, by whether it was worth having, in each cell that the catalogue's
 * cubes name; a transactional answer about an avoidable contact counts its score, at the time it was given.
 */
public record AvoidableMeasure(Catalogue catalogue) {

    public static final String NAME = "avoidable";

    static final int AVOIDABLE = 0;
    static final int VALUE = 1;
    static final int UNKNOWN = 2;
    static final int LATE = 3;
    /** Promoters, passives and detractors. */
    static final int SCORES = 4;

    static final int WIDTH = 7;

    public List<Contribution> contributions(ContactFact fact) {
        if (!fact.inbound()) {
            return List.of();
        }
        var counts = new long[WIDTH];
        counts[demand(fact.course().demand().type())] = 1;
        counts[LATE] = fact.late() ? 1 : 0;
        return Cubes.contributions(Dimensions.cells(NAME, catalogue, fact), fact.openedAt(), Tally.of(counts));
    }

    public List<Contribution> contributions(ResponseFact fact) {
        @Nullable Integer nps = fact.nps();
        if (nps == null
                || fact.unmatched() != null
                || fact.programme() != Programme.TRANSACTIONAL
                || fact.context().demand().type() != DemandType.FAILURE) {
            return List.of();
        }
        var counts = new long[WIDTH];
        counts[SCORES + Nps.category(nps)] = 1;
        return Cubes.contributions(Dimensions.cells(NAME, catalogue, fact), fact.answeredAt(), Tally.of(counts));
    }

    private static int demand(DemandType type) {
        return switch (type) {
            case FAILURE -> AVOIDABLE;
            case VALUE -> VALUE;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
