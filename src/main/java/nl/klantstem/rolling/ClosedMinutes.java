package nl.klantstem.rolling;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.klantstem.topic.BinaryReader;
import nl.klantstem.topic.BinaryWriter;
import nl.klantstem.topic.Published;
import org.jspecify.annotations.Nullable;

/**
 * Keeps signals until the watermark has passed the minute they became known in, then hands minute by minute to an observer:
 * what it sees is a pure function of the input log, whatever order or batches the signals came in.
 */
final class ClosedMinutes implements Engine {

    private static final String META = "M";
    private static final int VERSION = 1;
    private static final Comparator<Delta> ORDER =
            Comparator.comparing(Delta::cell).thenComparingLong(Delta::minute);

    private final Blocks blocks;
    private final Observer observer;
    private final Watermark watermark = new Watermark();
    private final Waiting waiting;
    private final References references;
    /** All minutes before this one are over: from the first on in which a signal was known, each was handed over. */
    private long done = Long.MIN_VALUE;

    private boolean begun;

    private long overtaken;

    ClosedMinutes(Function<Blocks, Observer> observer, Blocks blocks) {
        this.blocks = blocks;
        this.waiting = new Waiting(blocks);
        this.references = new References(blocks);
        restore();
        this.observer = observer.apply(blocks);
    }

    @Override
    public void receive(Frame frame, Consumer<Published> out) {
        for (Delta delta : frame.deltas()) {
            Delta held = delta;
            if (delta.known() < done) {
                overtaken++;
                held = new Delta(delta.cell(), delta.minute(), done, delta.change());
            }
            waiting.add(held);
        }
        for (Reference reference : frame.references()) {
            if (done != Long.MIN_VALUE && reference.recordedAt() < done * Panes.MILLIS) {
                overtaken++;
            }
            references.add(reference);
        }
        watermark.take(frame.sources(), frame.marks());
        advance(out);
    }

    private void advance(Consumer<Published> out) {
        long millis = watermark.millis();
        if (millis == Watermark.UNKNOWN) {
            return;
        }
        long target = Math.floorDiv(millis, Panes.MILLIS);
        if (!begun) {
            // A plan may be known years before the first answer is: nobody lives through those years.
            done = Math.max(done, Math.min(target, waiting.first()));
            begun = done < target;
        }
        for (; done < target; done++) {
            List<Delta> known = waiting.take(done).stream().sorted(ORDER).toList();
            references.reach((done + 1) * Panes.MILLIS);
            observer.minute(new ClosedMinute(done, known, references), out);
        }
    }

    @Override
    public long doneMillis() {
        return done == Long.MIN_VALUE ? Watermark.UNKNOWN : done * Panes.MILLIS;
    }

    @Override
    public long overtaken() {
        return overtaken;
    }

    @Override
    public void flush(Consumer<Published> out) {
        waiting.flush(done);
        references.flush();
        observer.flush(blocks);
        var meta = new BinaryWriter();
        meta.number(VERSION).number(done).number(overtaken).flag(begun);
        watermark.write(meta);
        blocks.put(META, meta.toBytes());
    }

    private void restore() {
        byte @Nullable [] meta = blocks.get(META);
        if (meta == null) {
            return;
        }
        var in = new BinaryReader(meta);
        long version = in.number();
        if (version != VERSION) {
            throw new IllegalStateException("stored signals of an unknown version (" + version + ", this release has "
                    + VERSION + "); start the release that wrote them, or replay the history under another prefix");
        }
        done = in.number();
        overtaken = in.number();
        begun = in.flag();
        watermark.read(in);
        blocks.forEach((name, bytes) -> {
            if (Waiting.owns(name)) {
                waiting.restore(name, bytes, done);
            } else {
                references.restore(name, bytes);
            }
        });
    }
}
