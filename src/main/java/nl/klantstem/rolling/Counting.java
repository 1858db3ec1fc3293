package nl.klantstem.rolling;

import java.util.List;
import nl.klantstem.contract.flow.Fact;

/** What a fact counts as, in which cells: all measures together. */
public interface Counting {

    List<Contribution> contributions(Fact fact);

    /**
     * What a fact signals to the insight stage, see {@link nl.klantstem.contract.flow.Signal}.
     *
     * @param firstKnown the minute in which it first became known as {@link #isSignalled}
     */
    List<Contribution> signals(Fact fact, long firstKnown);

    /** Whether enough is known of a fact for the signals that count it in the minute in which it became known. */
    boolean isSignalled(Fact fact);

    /** How many positions the tallies of a measure have. */
    int width(String measure);
}
