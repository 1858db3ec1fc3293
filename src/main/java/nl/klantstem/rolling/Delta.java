package nl.klantstem.rolling;

/**
 * A change of a cell's counts.
 *
 * @param cell the cell's id
 * @param minute the minute of event time that the counts belong to, since the epoch
 * @param known the minute of recorded time in which it became known
 * @param change three tallies of the measure in one: the net change, what facts counted there for the first
 *     time, and what they counted there and do no more
 */
public record Delta(String cell, long minute, long known, Tally change) {

    /** This and another change of the same cell, minute and known minute as one. */
    Delta plus(Delta other) {
        return new Delta(cell, minute, known, change.plus(other.change));
    }
}
