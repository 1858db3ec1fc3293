package nl.klantstem.app.report;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.klantstem.contract.out.JourneyNpsLedger;
import nl.klantstem.contract.out.PaneKey;
import nl.klantstem.contract.out.Scope;
import org.jspecify.annotations.Nullable;

/** The panes of the ledger that a question needs, the last value of each; a sum of them is any period. */
final class Ledger {

    private final Question question;
    private final Period before;
    private final NavigableMap<Instant, Tally> whole = new TreeMap<>();
    private final NavigableMap<String, Map<Instant, Tally>> groups = new TreeMap<>();
    private final Set<String> journeys = new TreeSet<>();
    private final Set<String> dimensions = new TreeSet<>();
    private boolean empty = true;

    Ledger(Question question) {
        this.question = question;
        this.before = question.period().before();
    }

    void take(PaneKey key, Value value) {
        empty = false;
        Scope scope = key.scope();
        @Nullable String journey = scope.labels().get(Scope.JOURNEY);
        if (journey != null) {
            journeys.add(journey);
        }
        @Nullable String group = question.group(scope);
        boolean isWhole = scope.equals(question.scope());
        if (group != null) {
            dimensions.add(String.valueOf(question.by()));
        }
        if ((group == null && !isWhole) || !(question.period().holds(key.from()) || before.holds(key.from()))) {
            return;
        }
        Map<Instant, Tally> panes = group == null ? whole : groups.computeIfAbsent(group, none -> new HashMap<>());
        @Nullable JourneyNpsLedger pane = value.read();
        if (pane == null) {
            panes.remove(key.from());
        } else {
            panes.put(key.from(), Tally.of(pane));
        }
    }

    /** A value that is read only when it is needed; null when its key was deleted. */
    interface Value {
        @Nullable
        JourneyNpsLedger read();
    }

    boolean isEmpty() {
        return empty;
    }

    /** The journeys that were met, whatever was asked. */
    Set<String> journeys() {
        return journeys;
    }

    /** Whether it has what the question tells apart by, in whatever period. */
    boolean tellsApart() {
        return !dimensions.isEmpty();
    }

    /** The labels of the groups, in order. */
    Set<String> labels() {
        return groups.navigableKeySet();
    }

    /** All that is asked about, from (inclusive) to (exclusive). */
    Tally sum(Instant from, Instant to) {
        return whole.subMap(from, to).values().stream().reduce(Tally.NONE, Tally::plus);
    }

    /** One of the groups in a period. */
    Tally sum(String label, Period period) {
        return groups.getOrDefault(label, Map.of()).entrySet().stream()
                .filter(pane -> period.holds(pane.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Tally.NONE, Tally::plus);
    }
}
