package nl.klantstem.replay;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import nl.klantstem.topic.Topic;

/** All input records, checked, keyed and sorted by recorded time; closing it removes what was spilled. */
public final class Imported implements AutoCloseable, Iterable<ImportedRecord> {

    private static final int TELL_EVERY = 10_000;

    private final List<InputFile> files;
    private final InputReader reader;
    private final RecordSorter sorter;
    private final ContactKeys keys;
    private long read;
    private final Range range = new Range();

    private Imported(List<InputFile> files, Instant start, RecordSorter sorter) {
        this.files = List.copyOf(files);
        this.reader = new InputReader(files, start);
        this.sorter = sorter;
        this.keys = new ContactKeys();
    }

    /**
     * Reads files that {@link Inputs} resolved.
     *
     * @param start when the replay began
     * @param workFolder for what does not fit in memory
     * @param listener is told how many lines were read, every so often
     */
    public static Imported read(List<InputFile> files, Instant start, Path workFolder, LongConsumer listener) {
        return read(files, start, new RecordSorter(workFolder, RecordSorter.CHUNK_BYTES), listener);
    }

    static Imported read(List<InputFile> files, Instant start, RecordSorter sorter, LongConsumer listener) {
        var imported = new Imported(files, start, sorter);
        try {
            imported.run(listener);
            return imported;
        } catch (RuntimeException e) {
            imported.close();
            throw e;
        }
    }

    /** Reads files in their order, without sorting; returns how many lines mappings skip. */
    public static long scan(List<InputFile> files, Instant start, Consumer<ImportedRecord> sink) {
        var keys = new ContactKeys();
        var reader = new InputReader(files, start);
        reader.read(staged -> sink.accept(record(files, keys, staged)));
        return reader.skipped();
    }

    /** Lines per topic, without those that a mapping skips. */
    public Map<Topic, Long> lines() {
        return reader.lines();
    }

    public long total() {
        return lines().values().stream().mapToLong(Long::longValue).sum();
    }

    /** Lines that mappings skip. */
    public long skipped() {
        return reader.skipped();
    }

    public LabelCounts labels() {
        return reader.labels();
    }

    /** The earliest recorded time of an event, when there is any; else of what there is. */
    public Optional<Instant> first() {
        return range.first();
    }

    /** The latest recorded time of an event, when there is any; else of what there is. */
    public Optional<Instant> last() {
        return range.last();
    }

    /** In order of (recordedAt, topic, inputs as given, line). */
    @Override
    public Iterator<ImportedRecord> iterator() {
        Iterator<StagedRecord> sorted = sorter.sorted();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return sorted.hasNext();
            }

            @Override
            public ImportedRecord next() {
                return record(files, keys, sorted.next());
            }
        };
    }

    @Override
    public void close() {
        sorter.close();
    }

    private void run(LongConsumer listener) {
        reader.read(record -> {
            if (++read % TELL_EVERY == 0) {
                listener.accept(read);
            }
            keys.note(record);
            range.take(record.topic().isReference(), record.recordedAt());
            sorter.add(record);
        });
        if (keys.anyIncomplete()) {
            keys.settle(sorter.sorted());
        }
    }

    private static ImportedRecord record(List<InputFile> files, ContactKeys keys, StagedRecord staged) {
        String origin = files.get(staged.file()).name() + ":" + staged.line();
        String key = keys.keyOf(staged);
        return new ImportedRecord(
                staged.topic(),
                (key == null ? origin : key).getBytes(StandardCharsets.UTF_8),
                staged.value(),
                staged.recordedAt(),
                origin,
                staged.refuse());
    }
}
