package nl.klantstem.rolling;

import java.util.List;
import nl.klantstem.contract.flow.Fact;

/** What a fact counts as, in which cells: all measures together. */
public interface Counting {

    List<Contribution> contributions(Fact fact);

    /** How many positions the tallies of a measure have. */
    int width(String measure);
}
