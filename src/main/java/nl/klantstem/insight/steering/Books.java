package nl.klantstem.insight.steering;

import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Predicate;
import nl.klantstem.contract.flow.Signal;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.insight.DayBook;
import nl.klantstem.insight.Now;
import nl.klantstem.rolling.Blocks;

/**
 * Orders and contacts by the hour, as known now, for as long as a peak is held against the last: the farthest is 53 weeks.
 * There are as many cells as closed lists of labels make, so what is kept is bounded: hours x cells.
 */
final class Books {

    static final Duration KEPT = Duration.ofDays(400);

    private final DayBook orders;
    private final DayBook contacts;
    private final DayBook open;
    private final DayBook causes;

    Books(Blocks blocks) {
        var layout = DayBook.Layout.hours(KEPT);
        orders = new DayBook(Signal.PLACED_ORDERS, layout, blocks);
        contacts = new DayBook(Signal.DATED_CONTACTS, layout, blocks);
        open = new DayBook(Signal.OPEN_CONTACTS, layout, blocks);
        causes = new DayBook(Signal.CONTACT_CAUSES, layout, blocks);
    }

    void take(Now now) {
        now.known(Signal.PLACED_ORDERS).forEach(orders::take);
        now.known(Signal.DATED_CONTACTS).forEach(contacts::take);
        now.known(Signal.OPEN_CONTACTS).forEach(open::take);
        now.known(Signal.CONTACT_CAUSES).forEach(causes::take);
        if (now.endsDay()) {
            List.of(orders, contacts, open, causes).forEach(book -> book.forget(now.minute()));
        }
    }

    Counted orders() {
        return new Counted(orders, scope -> true, 0);
    }

    Counted contacts(Predicate<Scope> like) {
        return new Counted(contacts, like, 0);
    }

    /** Contacts that are open, whenever they opened. */
    long open(Predicate<Scope> like) {
        return open.sum(like, Long.MIN_VALUE, Long.MAX_VALUE)[0];
    }

    Counted due(Predicate<Scope> like) {
        return new Counted(contacts, like, 1);
    }

    Counted inTime(Predicate<Scope> like) {
        return new Counted(contacts, like, 2);
    }

    Counted causes(Predicate<Scope> like) {
        return new Counted(causes, like, 0);
    }

    /** Contacts by the labels of some dimensions, of all scopes like that. */
    SortedMap<String, long[]> contacts(List<String> dimensions, Predicate<Scope> like, Span span) {
        return contacts.sums(dimensions, like, span.from(), span.to());
    }

    /** Contacts that are open, likewise, whenever they opened. */
    SortedMap<String, long[]> open(List<String> dimensions, Predicate<Scope> like) {
        return open.sums(dimensions, like, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** Contacts by what they are about, likewise. */
    SortedMap<String, long[]> causes(List<String> dimensions, Predicate<Scope> like, Span span) {
        return causes.sums(dimensions, like, span.from(), span.to());
    }

    void flush(Blocks blocks) {
        orders.flush(blocks);
        contacts.flush(blocks);
        open.flush(blocks);
        causes.flush(blocks);
    }
}
