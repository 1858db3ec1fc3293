package nl.klantstem.insight.steering;

import java.util.function.Predicate;
import nl.klantstem.contract.out.Scope;

/** One number that is kept by the hour, of all scopes like that. */
record Counted(HourBook book, Predicate<Scope> like, int position) {

    long in(Span span) {
        return span.isEmpty() ? 0 : book.sum(like, span)[position];
    }

    /** Whether a part of a day was counted at all: who was not there does not know that nothing came. */
    boolean isKnown(Span span, Span day) {
        return !span.isEmpty() && book.began() <= span.from() && book.hasAny(day);
    }
}
