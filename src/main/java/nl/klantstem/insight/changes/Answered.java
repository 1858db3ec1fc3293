package nl.klantstem.insight.changes;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import nl.klantstem.contract.flow.Signal;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.insight.DayBook;
import nl.klantstem.insight.TwoPeriods;
import nl.klantstem.insight.changes.Period.Spans;
import nl.klantstem.rolling.Tally;

/** What was answered in the three spans, by finely labelled scope, in the order in which the book has them. */
record Answered(List<Cell> cells) {

    static final Answered NOTHING = new Answered(List.of());

    /** The answers of one scope. */
    record Cell(Scope scope, Scores scores) {}

    Answered {
        cells = List.copyOf(cells);
    }

    /** As the book knows it now: it is gone through once. */
    static Answered of(DayBook book, Predicate<Scope> like, Spans spans) {
        var counts = new ArrayList<Counts>();
        long first = Math.min(spans.norm().from(), spans.previous().from());
        book.forEach(like, first, spans.now().to(), (scope, day, tally) -> {
            if (counts.isEmpty() || !counts.get(counts.size() - 1).scope.equals(scope)) {
                counts.add(new Counts(scope));
            }
            counts.get(counts.size() - 1).add(spans, day, tally);
        });
        return new Answered(counts.stream().map(Counts::cell).toList());
    }

    /** Answers of a scope by score 0..10. */
    private static final class Counts {
        private final Scope scope;
        private final long[] now = new long[Signal.DATED_ANSWERS.width()];
        private final long[] previous = new long[Signal.DATED_ANSWERS.width()];
        private final long[] norm = new long[Signal.DATED_ANSWERS.width()];

        Counts(Scope scope) {
            this.scope = scope;
        }

        void add(Spans spans, long day, Tally tally) {
            if (spans.now().holds(day)) {
                tally.addTo(now, 1);
            }
            if (spans.previous().holds(day)) {
                tally.addTo(previous, 1);
            }
            if (spans.norm().holds(day)) {
                tally.addTo(norm, 1);
            }
        }

        Cell cell() {
            return new Cell(scope, new Scores(TwoPeriods.nps(now), TwoPeriods.nps(previous), TwoPeriods.nps(norm)));
        }
    }

    /** All together. */
    Scores total() {
        return cells.stream().map(Cell::scores).reduce(Scores.NONE, Scores::plus);
    }

    /** Apart by journey. */
    SortedMap<String, Answered> journeys() {
        var journeys = new TreeMap<String, List<Cell>>();
        for (Cell cell : cells) {
            String journey = DayBook.segment(cell.scope(), List.of(Scope.JOURNEY));
            journeys.computeIfAbsent(journey, none -> new ArrayList<>()).add(cell);
        }
        var answered = new TreeMap<String, Answered>();
        journeys.forEach((journey, its) -> answered.put(journey, new Answered(its)));
        return answered;
    }

    /** Apart by the labels of some dimensions. */
    SortedMap<String, Cell> groups(List<String> dimensions) {
        var groups = new TreeMap<String, Cell>();
        for (Cell cell : cells) {
            groups.merge(
                    DayBook.segment(cell.scope(), dimensions),
                    cell,
                    (one, other) -> new Cell(one.scope(), one.scores().plus(other.scores())));
        }
        groups.replaceAll((name, group) -> new Cell(labels(group.scope(), dimensions), group.scores()));
        return groups;
    }

    private static Scope labels(Scope scope, List<String> dimensions) {
        var labels = new TreeMap<>(scope.labels());
        labels.keySet().retainAll(dimensions);
        return new Scope(labels);
    }
}
