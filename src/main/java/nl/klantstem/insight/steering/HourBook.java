package nl.klantstem.insight.steering;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Predicate;
import nl.klantstem.contract.flow.Signal;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.insight.DayBook;
import nl.klantstem.insight.Now;
import nl.klantstem.rolling.Blocks;

/** What is signalled by the hour. Whatever is told of an hour asks over and over from when on anything is known. */
final class HourBook {

    private final Signal signal;
    private final DayBook book;
    private final Map<Span, Boolean> any = new HashMap<>();
    private long began = Long.MAX_VALUE;

    HourBook(Signal signal, Duration kept, Blocks blocks) {
        this.signal = signal;
        this.book = new DayBook(signal, DayBook.Layout.hours(kept), blocks);
    }

    void take(Now now) {
        now.known(signal).forEach(book::take);
        if (now.endsDay()) {
            book.forget(now.minute());
        }
    }

    /** What is asked from now on is of what is known now. */
    void askAnew() {
        any.clear();
        began = book.first();
    }

    /** The first hour in which anything was counted. */
    long began() {
        return began;
    }

    /** Whether anything was counted in a day. */
    boolean hasAny(Span day) {
        return any.computeIfAbsent(day, each -> book.sum(scope -> true, each.from(), each.to())[0] > 0);
    }

    long[] sum(Predicate<Scope> like, Span span) {
        return book.sum(like, span.from(), span.to());
    }

    /** The same apart by the labels of some dimensions. */
    SortedMap<String, long[]> sums(List<String> dimensions, Predicate<Scope> like, Span span) {
        return book.sums(dimensions, like, span.from(), span.to());
    }

    void flush(Blocks blocks) {
        book.flush(blocks);
    }
}
