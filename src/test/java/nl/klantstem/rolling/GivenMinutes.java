package nl.klantstem.rolling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import nl.klantstem.topic.Published;

/** An observer that lives through closed minutes, and goes on as a new one from what it stored whenever it is told to. */
public final class GivenMinutes {

    private static final Comparator<Delta> ORDER =
            Comparator.comparing(Delta::cell).thenComparingLong(Delta::minute);

    private final Function<Blocks, Observer> made;
    private final MemoryBlocks blocks = new MemoryBlocks();
    private final References references = new References(blocks);
    private final List<Published> published = new ArrayList<>();
    private Observer observer;

    public GivenMinutes(Function<Blocks, Observer> made) {
        this.made = made;
        this.observer = made.apply(blocks);
    }

    /** A minute in which nothing became known. */
    public static ClosedMinute quiet(long minute) {
        return new ClosedMinute(minute, List.of(), new References(new MemoryBlocks()));
    }

    /** An empty store. */
    public static Blocks empty() {
        return new MemoryBlocks();
    }

    /** The next minute, and what became known in it. */
    public void minute(long minute, List<Delta> known) {
        observer.minute(new ClosedMinute(minute, known.stream().sorted(ORDER).toList(), references), published::add);
    }

    /** A commit. */
    public void flush() {
        observer.flush(blocks);
    }

    /** A commit, after which another process goes on. */
    public void restart() {
        flush();
        observer = made.apply(blocks.copy());
    }

    public List<Published> published() {
        return published;
    }
}
