package nl.klantstem.insight;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import nl.klantstem.contract.flow.Signal;
import nl.klantstem.rolling.ClosedMinute;
import nl.klantstem.rolling.Delta;
import nl.klantstem.rolling.LocalDays;
import nl.klantstem.rolling.References;

/**
 * A closed minute, and what is known at its end.
 *
 * @param answers by the local day on which they were given
 * @param instances of journeys by the local day on which they started, see {@link Signal#DATED_INSTANCES}
 * @param days the local days
 * @param allowanceMinutes after the end of a day it is judged
 */
public record Now(ClosedMinute closed, DayBook answers, DayBook instances, LocalDays days, long allowanceMinutes) {

    /** The minute, since the epoch. */
    public long minute() {
        return closed.minute();
    }

    /** The end of the minute: up to here everything is known. */
    public Instant asOf() {
        return Instant.ofEpochSecond(60 * (closed.minute() + 1));
    }

    public References references() {
        return closed.references();
    }

    /** What became known of a signal, in the order of the cells' names. */
    public List<Delta> known(Signal signal) {
        return closed.known().isEmpty()
                ? List.of()
                : closed.known().stream()
                        .filter(delta -> DayBook.isOf(signal, delta.cell()))
                        .toList();
    }

    /** Whether the local day ends with this minute. */
    public boolean endsDay() {
        return days.end(closed.minute()) == closed.minute() + 1;
    }

    /** The first minute after a local day, when that day is to be judged at the end of this minute: its allowance is over. */
    public OptionalLong dayToJudge() {
        long end = closed.minute() + 1 - allowanceMinutes;
        return days.start(end) == end ? OptionalLong.of(end) : OptionalLong.empty();
    }
}
