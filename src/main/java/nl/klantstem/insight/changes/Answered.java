package nl.klantstem.insight.changes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.klantstem.contract.flow.Signal;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.insight.DayBook;
import nl.klantstem.insight.changes.Period.Spans;
import nl.klantstem.stats.Nps;

/** What was answered in the three spans, by finely labelled scope, in the order of the cells' names. */
record Answered(List<Cell> cells) {

    static final Answered NOTHING = new Answered(List.of());

    /** The answers of one scope. */
    record Cell(Scope scope, Scores scores) {}

    Answered {
        cells = List.copyOf(cells);
    }

    /** As the book knows it now: it is gone through once. */
    static Answered of(DayBook book, Predicate<Scope> like, Spans spans) {
        var counts = new LinkedHashMap<Scope, Counts>();
        long first = Math.min(spans.norm().from(), spans.previous().from());
        book.forEach(like, first, spans.now().to(), (scope, day, tally) -> {
            Counts of = counts.computeIfAbsent(scope, none -> new Counts());
            if (spans.now().holds(day)) {
                tally.addTo(of.now, 1);
            }
            if (spans.previous().holds(day)) {
                tally.addTo(of.previous, 1);
            }
            if (spans.norm().holds(day)) {
                tally.addTo(of.norm, 1);
            }
        });
        var cells = new ArrayList<Cell>();
        counts.forEach((scope, of) -> cells.add(new Cell(scope, of.scores())));
        return new Answered(cells);
    }

    /** Answers by score 0..10. */
    private static final class Counts {
        private final long[] now = new long[Signal.DATED_ANSWERS.width()];
        private final long[] previous = new long[Signal.DATED_ANSWERS.width()];
        private final long[] norm = new long[Signal.DATED_ANSWERS.width()];

        Scores scores() {
            return new Scores(nps(now), nps(previous), nps(norm));
        }

        private static Nps nps(long[] scores) {
            var categories = new long[3];
            for (int score = 0; score < scores.length; score++) {
                categories[Nps.category(score)] += scores[score];
            }
            return new Nps(categories[0], categories[1], categories[2]);
        }
    }

    /** All together. */
    Scores total() {
        return cells.stream().map(Cell::scores).reduce(Scores.NONE, Scores::plus);
    }

    /** Apart by journey. */
    SortedMap<String, Answered> journeys() {
        var journeys = new TreeMap<String, List<Cell>>();
        cells.forEach(cell -> journeys.computeIfAbsent(label(Scope.JOURNEY).apply(cell), none -> new ArrayList<>())
                .add(cell));
        var answered = new TreeMap<String, Answered>();
        journeys.forEach((journey, its) -> answered.put(journey, new Answered(its)));
        return answered;
    }

    /** Apart by the labels of some dimensions. */
    SortedMap<String, Cell> groups(List<String> dimensions) {
        var groups = new TreeMap<String, Cell>();
        for (Cell cell : cells) {
            var labels = new TreeMap<>(cell.scope().labels());
            labels.keySet().retainAll(dimensions);
            groups.merge(
                    DayBook.segment(cell.scope(), dimensions),
                    new Cell(new Scope(labels), cell.scores()),
                    (one, other) -> new Cell(one.scope(), one.scores().plus(other.scores())));
        }
        return groups;
    }

    private static Function<Cell, String> label(String dimension) {
        return cell -> cell.scope().labels().getOrDefault(dimension, Scope.UNKNOWN);
    }
}
