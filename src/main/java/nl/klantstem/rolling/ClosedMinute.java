package nl.klantstem.rolling;

import java.util.List;

/**
 * A minute of recorded time that is over.
 *
 * @param minute since the epoch
 * @param known all that became known in it, by cell and minute, in the order of the cells' names
 * @param references what reference data says at its end
 */
public record ClosedMinute(long minute, List<Delta> known, References references) {

    public ClosedMinute {
        known = List.copyOf(known);
    }
}
