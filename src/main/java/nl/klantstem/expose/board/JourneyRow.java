package nl.klantstem.expose.board;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.out.NpsWatch;
import nl.klantstem.contract.out.NpsWatchKey;
import org.jspecify.annotations.Nullable;

/**
 * How a journey does.
 *
 * @param id null for all of an audience's journeys together
 * @param names by language; empty for a journey that is not in the catalogue
 * @param now over a day
 * @param usual over four weeks
 * @param days the last 28 whole days, the oldest first
 * @param watch how it is watched; absent when it is not
 */
public record JourneyRow(
        @Nullable String id,
        Audience audience,
        Map<String, String> names,
        @Nullable Integer target,
        Figure now,
        Figure usual,
        List<Day> days,
        Status status,
        @Nullable Told<NpsWatchKey, NpsWatch> watch) {

    /** How it stands, in a word. */
    public enum Status {
        OK,
        /** No alert, but at least a quarter of the evidence that a drop takes. */
        WATCH,
        DROP,
        IMPROVED,
        /** Too few answers are known to tell. */
        TOO_FEW,
        NOT_WATCHED
    }

    /** Of the evidence that raises an alert, the part from which on a score is worth an eye. */
    public static final double WORTH_AN_EYE = 0.25;

    /** A whole local day. */
    public record Day(LocalDate date, Figure nps) {}

    public JourneyRow {
        names = Map.copyOf(names);
        days = List.copyOf(days);
    }
}
