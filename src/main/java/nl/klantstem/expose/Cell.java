package nl.klantstem.expose;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import nl.klantstem.contract.out.InsightKey;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of one scope: per window the latest current and final counts, of local days the last day only, and the
 * highest totals seen, which never fall.
 */
final class Cell {

    /** The counts of a window with its end, the recorded time it knows, and for a local day its date. */
    record Kept(
            long[] counts,
            Instant to,
            Instant asOf,
            @Nullable LocalDate date) {}

    /** What is shown of a cell: its totals, when it last changed, and one value per window. */
    record View(Shape shape, long[] totals, Instant asOf, Map<String, Kept> windows) {}

    private record Place(String window, InsightKey.State state) {}

    private final Shape shape;
    private final Map<Place, Kept> values = new HashMap<>();
    private final long[] totals;
    private Instant asOf = Instant.MIN;

    Cell(Shape shape, int totals) {
        this.shape = shape;
        this.totals = new long[totals];
    }

    void put(String window, InsightKey.State state, Kept value, long[] valueTotals) {
        for (int i = 0; i < totals.length; i++) {
            totals[i] = Math.max(totals[i], valueTotals[i]);
        }
        asOf = value.asOf().isAfter(asOf) ? value.asOf() : asOf;
        values.merge(new Place(window, state), value, (old, now) -> isEarlierDay(now, old) ? old : now);
    }

    void remove(String window, InsightKey.State state, @Nullable LocalDate date) {
        values.computeIfPresent(
                new Place(window, state), (place, old) -> Objects.equals(old.date(), date) ? null : old);
    }

    int keys() {
        return values.size();
    }

    /** Current values go before final ones, unless the final window reaches further: then silence has moved it on. */
    View view() {
        var windows = new LinkedHashMap<String, Kept>();
        values.forEach((place, value) -> {
            if (place.state() == InsightKey.State.CURRENT) {
                windows.put(place.window(), value);
            }
        });
        values.forEach((place, value) -> {
            if (place.state() == InsightKey.State.FINAL) {
                windows.merge(
                        place.window(), value, (current, done) -> done.to().isAfter(current.to()) ? done : current);
            }
        });
        return new View(shape, totals.clone(), asOf, windows);
    }

    private static boolean isEarlierDay(Kept one, Kept other) {
        return one.date() != null && other.date() != null && one.date().isBefore(other.date());
    }
}
