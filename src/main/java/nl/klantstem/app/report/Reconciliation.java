package nl.klantstem.app.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.klantstem.app.report.Responses.Effect;
import org.jspecify.annotations.Nullable;

/** The days of a period, each as it was published and as it is known now. */
record Reconciliation(List<DayLine> days) {

    Reconciliation {
        days = List.copyOf(days);
    }

    static Reconciliation of(Question question, Ledger ledger, PublishedDays published, Responses responses) {
        var lines = new ArrayList<DayLine>();
        @Nullable Instant asOf = published.asOf();
        for (Period.Day day : question.period().days()) {
            Split now = ledger.sum(day.from(), day.to()).split();
            @Nullable Instant close = published.closedAt(day);
            boolean closed = close != null && asOf != null && !asOf.isBefore(close);
            if (close == null || asOf == null || !closed) {
                lines.add(new DayLine(day, null, null, Map.of(), now));
            } else {
                var then = DayLine.Then.of(published.last(day.date()));
                lines.add(new DayLine(day, close, then, responses.effects(day, close, asOf), now));
            }
        }
        return new Reconciliation(lines);
    }

    /** The days that have closed. */
    List<DayLine> closed() {
        return days.stream().filter(line -> line.published() != null).toList();
    }

    /** All days that have closed, by cause. */
    Map<Cause, Effect> effects() {
        var sum = new EnumMap<Cause, Effect>(Cause.class);
        closed().forEach(line -> line.effects().forEach((cause, effect) -> sum.merge(cause, effect, Effect::plus)));
        return sum;
    }
}
