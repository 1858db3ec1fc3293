package nl.klantstem.replay;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import nl.klantstem.contract.UserMistake;
import org.jspecify.annotations.Nullable;

/**
 * Sorts records by (recordedAt, topic), ties in the order they came, within bounded memory: sorted chunks are spilled to a
 * folder and merged as they are read.
 */
final class RecordSorter implements AutoCloseable {

    static final long CHUNK_BYTES = 64L << 20;

    private static final Comparator<StagedRecord> ORDER =
            Comparator.comparingLong(StagedRecord::recordedAt).thenComparing(StagedRecord::topic);
    private static final int BUFFER = 64 * 1024;

    private final Path folder;
    private final long chunkBytes;
    private final List<Path> spilled = new ArrayList<>();
    private final List<SpilledRun> open = new ArrayList<>();
    private List<StagedRecord> chunk = new ArrayList<>();
    private long weight;

    RecordSorter(Path folder, long chunkBytes) {
        this.folder = folder;
        this.chunkBytes = chunkBytes;
    }

    void add(StagedRecord record) {
        chunk.add(record);
        weight += record.weight();
        if (weight >= chunkBytes) {
            spill();
        }
    }

    /** All records in order; may be asked for more than once when nothing is added any more. */
    Iterator<StagedRecord> sorted() {
        chunk.sort(ORDER);
        if (spilled.isEmpty()) {
            return chunk.iterator();
        }
        List<Iterator<StagedRecord>> runs = new ArrayList<>();
        spilled.forEach(path -> runs.add(new SpilledRun(path)));
        runs.add(chunk.iterator());
        return new Merge(runs);
    }

    private void spill() {
        chunk.sort(ORDER);
        Path path = folder.resolve("sorted-" + spilled.size());
        spilled.add(path);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UserMistake("cannot make the work folder " + folder + ": " + UserMistake.why(e), e);
        }
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(path), BUFFER))) {
            for (StagedRecord record : chunk) {
                record.write(out);
            }
        } catch (IOException e) {
            throw new UserMistake(
                    "cannot write " + path + ": " + UserMistake.why(e)
                            + "; inputs of this size need as much free disk space"
                            + " as they have unpacked, in the folder that -Djava.io.tmpdir names",
                    e);
        }
        chunk = new ArrayList<>();
        weight = 0;
    }

    @Override
    public void close() {
        try {
            for (SpilledRun run : open) {
                run.close();
            }
            for (Path path : spilled) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A spilled chunk, read from the beginning. */
    private final class SpilledRun implements Iterator<StagedRecord> {
        private final DataInputStream in;
        private @Nullable StagedRecord next;

        SpilledRun(Path path) {
            try {
                in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path), BUFFER));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            open.add(this);
            advance();
        }

        private void advance() {
            try {
                in.mark(1);
                if (in.read() < 0) {
                    next = null;
                    in.close();
                    return;
                }
                in.reset();
                next = StagedRecord.read(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public StagedRecord next() {
            StagedRecord current = next;
            if (current == null) {
                throw new NoSuchElementException();
            }
            advance();
            return current;
        }

        void close() throws IOException {
            in.close();
        }
    }

    /** Several sorted runs as one; of equal records the earlier run's comes first. */
    private static final class Merge implements Iterator<StagedRecord> {

        private record Head(StagedRecord record, int run) {}

        private final List<Iterator<StagedRecord>> runs;
        private final PriorityQueue<Head> heads =
                new PriorityQueue<>(Comparator.comparing(Head::record, ORDER).thenComparingInt(Head::run));

        Merge(List<Iterator<StagedRecord>> runs) {
            this.runs = runs;
            for (int run = 0; run < runs.size(); run++) {
                refill(run);
            }
        }

        private void refill(int run) {
            if (runs.get(run).hasNext()) {
                heads.add(new Head(runs.get(run).next(), run));
            }
        }

        @Override
        public boolean hasNext() {
            return !heads.isEmpty();
        }

        @Override
        public StagedRecord next() {
            Head head = heads.remove();
            refill(head.run());
            return head.record();
        }
    }
}
