package nl.klantstem.insight.steering;

import java.util.function.Predicate;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.insight.DayBook;

/** One number that is kept by the hour, of all scopes like that. */
record Counted(DayBook book, Predicate<Scope> like, int position) {

    long in(Span span) {
        return book.sum(like, span.from(), span.to())[position];
    }

    /**
     * Whether a part of a day was counted at all: the book began before, and has something of the day. Who was not there does
     * not know that nothing came.
     */
    boolean isKnown(Span span, Span day) {
        return !span.isEmpty()
                && book.first() <= span.from()
                && book.sum(any -> true, day.from(), day.to())[0] > 0;
    }
}
