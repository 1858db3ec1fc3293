package nl.klantstem.contract.flow;

import java.util.List;

/**
 * What a record changed in the history of one fact.
 *
 * @param kept its steps that hold as before, from the first on
 * @param gone the steps that followed them and hold no longer
 * @param fresh the steps that follow them from now on
 */
public record FactChange(List<FactStep> kept, List<FactStep> gone, List<FactStep> fresh) {

    public FactChange {
        kept = List.copyOf(kept);
        gone = List.copyOf(gone);
        fresh = List.copyOf(fresh);
    }
}
