package nl.klantstem.rolling;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import nl.klantstem.contract.flow.Fact;
import nl.klantstem.contract.flow.FactChange;
import nl.klantstem.contract.flow.FactStep;
import org.jspecify.annotations.Nullable;

/**
 * Tells a change of a fact's history as changes of counts. At every place a fact counts once in the totals, when it is first
 * known there, and what it counts no more is taken back once: with c what it counts at a step, {@code ever = max(ever, c)}
 * and {@code lost = max(lost, ever - c)} over its steps, so that neither falls.
 */
final class FactCounts {

    /** As many facts are remembered: about those that change again soon. */
    private static final int REMEMBERED = 1_000;

    private final Counting counting;
    /** What the facts met last count: a fact comes back when its steps do, and in the next change of its history. */
    private final Map<Fact, Map<Place, Tally>> places = new LinkedHashMap<>(2 * REMEMBERED, 0.75f, true);

    record Place(Cell cell, long minute) {}

    /** Takes a change of counts: {@link Delta#change}. */
    interface Changes {
        void add(Place place, long known, Tally change);
    }

    FactCounts(Counting counting) {
        this.counting = counting;
    }

    void tell(FactChange change, Changes changes) {
        List<FactStep> kept = change.kept();
        Map<Place, Tally> stood =
                kept.isEmpty() ? Map.of() : places(kept.get(kept.size() - 1).fact());
        if (countsAs(stood, change.gone()) && countsAs(stood, change.fresh())) {
            return;
        }
        var history = new History();
        kept.forEach(step -> history.next(places(step.fact()), (place, turn) -> {}));
        if (isOneStepToldAnew(change)) {
            FactStep step = change.fresh().get(0);
            history.instead(
                    places(change.gone().get(0).fact()),
                    places(step.fact()),
                    (place, turn) -> changes.add(
                            place,
                            step.known(),
                            turn.change(counting.width(place.cell().measure()))));
            return;
        }
        if (!change.gone().isEmpty()) {
            tell(new History(history), change.gone(), -1, changes);
        }
        tell(history, change.fresh(), 1, changes);
    }

    /** As when two events come in one minute: then only what the second changes is told. */
    private static boolean isOneStepToldAnew(FactChange change) {
        return change.gone().size() == 1
                && change.fresh().size() == 1
                && change.gone().get(0).known() == change.fresh().get(0).known();
    }

    private void tell(History history, List<FactStep> steps, int sign, Changes changes) {
        for (FactStep step : steps) {
            history.next(places(step.fact()), (place, turn) -> {
                Tally change = turn.change(counting.width(place.cell().measure()));
                changes.add(place, step.known(), sign > 0 ? change : change.negate());
            });
        }
    }

    private boolean countsAs(Map<Place, Tally> stood, List<FactStep> steps) {
        return steps.stream().allMatch(step -> places(step.fact()).equals(stood));
    }

    private Map<Place, Tally> places(@Nullable Fact fact) {
        if (fact == null) {
            return Map.of();
        }
        Map<Place, Tally> counts = places.computeIfAbsent(fact, this::count);
        if (places.size() > REMEMBERED) {
            places.remove(places.keySet().iterator().next());
        }
        return counts;
    }

    private Map<Place, Tally> count(Fact fact) {
        List<Contribution> contributions = counting.contributions(fact);
        var counts = new LinkedHashMap<Place, Tally>(2 * contributions.size());
        for (Contribution contribution : contributions) {
            counts.merge(new Place(contribution.cell(), contribution.minute()), contribution.tally(), Tally::plus);
        }
        return counts;
    }

    /** How the fact counts at a step, and how it did before, at each place that it ever counted at. */
    private static final class History {
        /** A contact that changed its labels once was in so many; more cost a little time. */
        private static final int MANY_PLACES = 64;

        private final Map<Place, Course> courses;
        private Map<Place, Tally> now;
        private Turn last = new Turn(Course.NONE, Course.NONE);

        History() {
            courses = new HashMap<>(MANY_PLACES);
            now = Map.of();
        }

        History(History other) {
            courses = new HashMap<>(other.courses);
            now = other.now;
        }

        void next(Map<Place, Tally> next, BiConsumer<Place, Turn> turns) {
            if (next == now) {
                return;
            }
            for (Place place : now.keySet()) {
                if (!next.containsKey(place)) {
                    turn(place, Tally.ZERO, turns);
                }
            }
            next.forEach((place, tally) -> turn(place, tally, turns));
            now = next;
        }

        /** A step that was told as {@code gone} is told as {@code next}: the turns are from the one to the other. */
        void instead(Map<Place, Tally> gone, Map<Place, Tally> next, BiConsumer<Place, Turn> turns) {
            gone.forEach((place, tally) -> {
                if (!next.containsKey(place)) {
                    turns.accept(place, instead(place, tally, Tally.ZERO));
                }
            });
            next.forEach((place, tally) -> {
                Tally was = gone.getOrDefault(place, Tally.ZERO);
                if (!was.equals(tally)) {
                    turns.accept(place, instead(place, was, tally));
                }
            });
        }

        private Turn instead(Place place, Tally gone, Tally next) {
            Course course = courses.getOrDefault(place, Course.NONE);
            Course before = course.next(gone);
            Course after = course.next(next);
            if (!last.before.equals(before) || !last.after.equals(after)) {
                last = new Turn(before, after);
            }
            return last;
        }

        private void turn(Place place, Tally tally, BiConsumer<Place, Turn> turns) {
            Course before = courses.getOrDefault(place, Course.NONE);
            if (!before.now.equals(tally)) {
                // A measure gives many cells the same tally: they take the same turn, one after another.
                if (!last.before.equals(before) || !last.after.now.equals(tally)) {
                    last = new Turn(before, before.next(tally));
                }
                courses.put(place, last.after);
                turns.accept(place, last);
            }
        }
    }

    /** From one step to the next at a place, and what that changes. */
    private static final class Turn {
        private final Course before;
        private final Course after;
        private int width = -1;
        private Tally change = Tally.ZERO;

        Turn(Course before, Course after) {
            this.before = before;
            this.after = after;
        }

        Tally change(int ofWidth) {
            if (width != ofWidth) {
                width = ofWidth;
                change = after.now
                        .minus(before.now)
                        .plus(after.ever.minus(before.ever).shift(width))
                        .plus(after.lost.minus(before.lost).shift(2 * width));
            }
            return change;
        }
    }

    /** What the fact counts now at a place, the most it ever counted there, and the most that was missing of that. */
    private record Course(Tally now, Tally ever, Tally lost) {
        private static final Course NONE = new Course(Tally.ZERO, Tally.ZERO, Tally.ZERO);

        Course next(Tally next) {
            Tally most = ever.most(next);
            return new Course(next, most, lost.most(most.minus(next)));
        }
    }
}
