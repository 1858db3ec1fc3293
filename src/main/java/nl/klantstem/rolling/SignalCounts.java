package nl.klantstem.rolling;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.klantstem.contract.flow.Fact;
import nl.klantstem.contract.flow.FactChange;
import nl.klantstem.contract.flow.FactStep;
import nl.klantstem.rolling.FactCounts.Changes;
import nl.klantstem.rolling.FactCounts.Place;
import org.jspecify.annotations.Nullable;

/**
 * Tells a change of a fact's history as changes of signals. A fact is first known in the minute of the first step at which
 * enough is known of it to be signalled; some signals count in that minute for good, whatever is corrected later.
 */
final class SignalCounts {

    private static final long NEVER = Long.MIN_VALUE;

    private final Counting counting;

    SignalCounts(Counting counting) {
        this.counting = counting;
    }

    void tell(FactChange change, Changes changes) {
        var history = new History();
        history.go(change.kept(), 0, changes);
        var before = new History(history);
        before.go(change.gone(), -1, changes);
        history.go(change.fresh(), 1, changes);
    }

    /** What a fact signals after a step, and since when enough is known of it. */
    private final class History {
        private Map<Place, Tally> now = Map.of();
        private long first = NEVER;

        History() {}

        History(History other) {
            now = other.now;
            first = other.first;
        }

        void go(List<FactStep> steps, int sign, Changes changes) {
            for (FactStep step : steps) {
                if (first == NEVER && step.fact() != null && counting.isSignalled(step.fact())) {
                    first = step.known();
                }
                Map<Place, Tally> next = signals(step.fact(), first);
                if (sign != 0) {
                    tell(next, step.known(), sign, changes);
                }
                now = next;
            }
        }

        private void tell(Map<Place, Tally> next, long known, int sign, Changes changes) {
            now.forEach((place, tally) -> {
                if (!next.containsKey(place)) {
                    changes.add(place, known, sign > 0 ? tally.negate() : tally);
                }
            });
            next.forEach((place, tally) -> {
                Tally more = tally.minus(now.getOrDefault(place, Tally.ZERO));
                changes.add(place, known, sign > 0 ? more : more.negate());
            });
        }
    }

    private Map<Place, Tally> signals(@Nullable Fact fact, long first) {
        if (fact == null) {
            return Map.of();
        }
        var signals = new LinkedHashMap<Place, Tally>();
        for (Contribution signal : counting.signals(fact, first)) {
            signals.merge(new Place(signal.cell(), signal.minute()), signal.tally(), Tally::plus);
        }
        return signals;
    }
}
