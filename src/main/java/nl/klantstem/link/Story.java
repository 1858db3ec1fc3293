package nl.klantstem.link;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import nl.klantstem.contract.flow.Fact;
import nl.klantstem.contract.flow.FactChange;
import nl.klantstem.contract.flow.FactStep;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one response or contact: its events in the order they became known, and the fact they make as a step
 * function over recorded minutes. Steps are stored as they were counted, never recomputed.
 */
final class Story<E extends KnownEvent> {

    private final List<E> events = new ArrayList<>();
    private final List<FactStep> steps = new ArrayList<>();
    private long due = Due.NEVER;

    List<E> events() {
        return Collections.unmodifiableList(events);
    }

    List<FactStep> steps() {
        return Collections.unmodifiableList(steps);
    }

    void add(E event) {
        events.add(event);
        events.sort(Comparator.comparing(KnownEvent::at));
    }

    void remove(E event) {
        events.remove(event);
    }

    /** The events known at the end of a recorded minute. */
    List<E> knownAt(long minute) {
        return events.subList(0, knownCount(minute));
    }

    /** How many of the events, in the order they became known, were known at the end of a recorded minute. */
    int knownCount(long minute) {
        int n = events.size();
        while (n > 0 && events.get(n - 1).at().minute() > minute) {
            n--;
        }
        return n;
    }

    /** Adds the recorded minutes from one on in which something became known of it. */
    void minutes(long from, Set<Long> minutes) {
        for (int i = events.size() - 1; i >= 0 && events.get(i).at().minute() >= from; i--) {
            minutes.add(events.get(i).at().minute());
        }
    }

    /** The recorded minute at which mere passing of time changes the fact next, or {@link Due#NEVER}. */
    long due() {
        return due;
    }

    void due(long minute) {
        due = minute;
    }

    /** The fact that counted until a minute; null when none did. */
    @Nullable
    Fact before(long minute) {
        @Nullable Fact fact = null;
        for (FactStep step : steps) {
            fact = step.known() < minute ? step.fact() : fact;
        }
        return fact;
    }

    void restore(FactStep step) {
        steps.add(step);
    }

    /** Replaces the steps from a minute on by fresh ones and tells the difference: at most one change. */
    List<FactChange> replace(long from, List<FactStep> fresh) {
        int kept = 0;
        while (kept < steps.size() && steps.get(kept).known() < from) {
            kept++;
        }
        var next = new ArrayList<>(steps.subList(0, kept));
        for (FactStep step : fresh) {
            if (differs(next.isEmpty() ? null : next.get(next.size() - 1).fact(), step.fact())) {
                next.add(step);
            }
        }
        int same = kept;
        while (same < Math.min(steps.size(), next.size()) && steps.get(same).equals(next.get(same))) {
            same++;
        }
        var change = new FactChange(
                next.subList(0, same), steps.subList(same, steps.size()), next.subList(same, next.size()));
        steps.clear();
        steps.addAll(next);
        return change.gone().isEmpty() && change.fresh().isEmpty() ? List.of() : List.of(change);
    }

    /** A fact that only moved to another version of the catalogue still counts as it was counted. */
    private static boolean differs(@Nullable Fact before, @Nullable Fact after) {
        if (before == null || after == null) {
            return before != after;
        }
        return !before.equals(after.under(before.catalogueVersion()));
    }
}
