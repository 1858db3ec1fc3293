package nl.klantstem.insight.steering;

import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Predicate;
import nl.klantstem.contract.flow.Signal;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.insight.Now;
import nl.klantstem.rolling.Blocks;

/**
 * Orders and contacts by the hour, as known now, for as long as a peak is held against the last: the farthest is 53 weeks.
 * There are as many cells as closed lists of labels make, so what is kept is bounded: hours x cells.
 */
final class Books {

    private static final Duration KEPT = Duration.ofDays(400);
    private static final Span EVER = new Span(Long.MIN_VALUE, Long.MAX_VALUE);

    private final HourBook orders;
    private final HourBook contacts;
    private final HourBook open;
    private final HourBook causes;
    private final List<HourBook> all;

    Books(Blocks blocks) {
        orders = new HourBook(Signal.PLACED_ORDERS, KEPT, blocks);
        contacts = new HourBook(Signal.DATED_CONTACTS, KEPT, blocks);
        open = new HourBook(Signal.OPEN_CONTACTS, KEPT, blocks);
        causes = new HourBook(Signal.CONTACT_CAUSES, KEPT, blocks);
        all = List.of(orders, contacts, open, causes);
    }

    void take(Now now) {
        all.forEach(book -> book.take(now));
    }

    /** What is asked from now on is of what is known now. */
    void askAnew() {
        all.forEach(HourBook::askAnew);
    }

    Counted orders() {
        return new Counted(orders, scope -> true, 0);
    }

    Counted contacts(Predicate<Scope> like) {
        return new Counted(contacts, like, 0);
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

    /** Contacts that are open, whenever they opened. */
    long open(Predicate<Scope> like) {
        return open.sum(like, EVER)[0];
    }

    /** Contacts by the labels of some dimensions, of all scopes like that. */
    SortedMap<String, long[]> contacts(List<String> dimensions, Predicate<Scope> like, Span span) {
        return contacts.sums(dimensions, like, span);
    }

    /** Contacts that are open, likewise, whenever they opened. */
    SortedMap<String, long[]> open(List<String> dimensions, Predicate<Scope> like) {
        return open.sums(dimensions, like, EVER);
    }

    /** Contacts by what they are about, likewise. */
    SortedMap<String, long[]> causes(List<String> dimensions, Predicate<Scope> like, Span span) {
        return causes.sums(dimensions, like, span);
    }

    void flush(Blocks blocks) {
        all.forEach(book -> book.flush(blocks));
    }
}
