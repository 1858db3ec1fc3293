package nl.klantstem.rolling;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import nl.klantstem.topic.Published;
import org.jspecify.annotations.Nullable;

/** An observer of closed minutes that is fed frames, and goes on as another from what was stored whenever it is told to. */
public final class GivenClosedMinutes {

    private final Function<Blocks, Observer> observer;
    private MemoryBlocks blocks = new MemoryBlocks();
    private ClosedMinutes minutes;
    private final List<Delta> deltas = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();
    private final List<Published> published = new ArrayList<>();
    private long offset;

    public GivenClosedMinutes(Function<Blocks, Observer> observer) {
        this.observer = observer;
        this.minutes = new ClosedMinutes(observer, blocks);
    }

    /** Is in the next frame. */
    public void count(Delta delta) {
        deltas.add(delta);
    }

    /** Is in the next frame; a null value takes the key back. */
    public void refer(String topic, String key, byte @Nullable [] value, long recordedAt) {
        references.add(new Reference(topic, key, recordedAt, 0, offset++, value));
    }

    /** A frame with what was given since the last one, after which everything before a recorded minute is in. */
    public void reach(long minute) {
        minutes.receive(
                new Frame(1, List.of(new Frame.Mark(0, 0, minute * Panes.MILLIS)), deltas, references), published::add);
        deltas.clear();
        references.clear();
    }

    /** A commit, after which another process goes on. */
    public void restart() {
        minutes.flush(published::add);
        blocks = blocks.copy();
        minutes = new ClosedMinutes(observer, blocks);
    }

    public List<Published> published() {
        return published;
    }
}
