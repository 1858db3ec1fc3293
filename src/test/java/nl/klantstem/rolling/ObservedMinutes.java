package nl.klantstem.rolling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import nl.klantstem.topic.Published;

/** Closed minutes for an observer, by hand: what becomes known is said before, and it can stop and start again at any time. */
public final class ObservedMinutes {

    private final Function<Blocks, Observer> observers;
    private final MemoryBlocks blocks = new MemoryBlocks();
    private final TreeMap<Long, List<Delta>> known = new TreeMap<>();
    private final List<Published> published = new ArrayList<>();
    private final References references;
    private Observer observer;
    private long next;

    public ObservedMinutes(long first, Function<Blocks, Observer> observers) {
        this.observers = observers;
        this.next = first;
        this.references = new References(blocks);
        this.observer = observers.apply(blocks);
    }

    /** A minute in which nothing became known. */
    public static ClosedMinute quiet(long minute) {
        return new ClosedMinute(minute, List.of(), new References(new MemoryBlocks()));
    }

    /** An empty store. */
    public static Blocks empty() {
        return new MemoryBlocks();
    }

    /** A change of a cell becomes known. */
    public void know(Delta delta) {
        known.computeIfAbsent(delta.known(), minute -> new ArrayList<>()).add(delta);
    }

    /** Reference data becomes known. */
    public void know(Reference reference) {
        references.add(reference);
    }

    /** Lives up to a minute, which is not lived through. */
    public void liveTo(long minute) {
        for (; next < minute; next++) {
            references.reach((next + 1) * 60_000);
            observer.minute(new ClosedMinute(next, summed(known.remove(next)), references), published::add);
        }
    }

    private static List<Delta> summed(List<Delta> deltas) {
        var sums = new TreeMap<String, Delta>();
        if (deltas != null) {
            deltas.forEach(delta -> sums.merge(delta.cell() + " " + delta.minute(), delta, Delta::plus));
        }
        return sums.values().stream()
                .filter(delta -> !delta.change().isZero())
                .sorted(Comparator.comparing(Delta::cell).thenComparing(Delta::minute))
                .toList();
    }

    /** Stores what is known. */
    public void flush() {
        observer.flush(blocks);
    }

    /** Stops and goes on from what was stored. */
    public void restart() {
        flush();
        observer = observers.apply(blocks);
    }

    /** Everything that was published so far. */
    public List<Published> published() {
        return List.copyOf(published);
    }
}
