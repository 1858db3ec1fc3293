package nl.klantstem.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import nl.klantstem.topic.Topic;

/** All input records, checked, keyed and sorted by recorded time; closing it removes what was spilled. */
public final class Imported implements AutoCloseable, Iterable<ImportedRecord> {

    private final List<InputFile> files;
    private final InputReader reader;
    private final RecordSorter sorter;
    private final ContactKeys keys;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

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
     */
    public static Imported read(List<InputFile> files, Instant start, Path workFolder) {
        return read(files, start, workFolder, RecordSorter.CHUNK_BYTES);
    }

    static Imported read(List<InputFile> files, Instant start, Path workFolder, long chunkBytes) {
        try {
            Files.createDirectories(workFolder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var imported = new Imported(files, start, new RecordSorter(workFolder, chunkBytes));
        try {
            imported.run();
            return imported;
        } catch (RuntimeException e) {
            imported.close();
            throw e;
        }
    }

    /** Reads files in their order, without sorting: what check does. */
    public static void scan(List<InputFile> files, Instant start, Consumer<ImportedRecord> sink) {
        var keys = new ContactKeys();
        new InputReader(files, start).read(staged -> sink.accept(record(files, keys, staged)));
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

    /** The earliest recorded time, when there is any record. */
    public Optional<Instant> first() {
        return first == Long.MAX_VALUE ? Optional.empty() : Optional.of(Instant.ofEpochMilli(first));
    }

    /** The latest recorded time, when there is any record. */
    public Optional<Instant> last() {
        return last == Long.MIN_VALUE ? Optional.empty() : Optional.of(Instant.ofEpochMilli(last));
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

    private void run() {
        reader.read(record -> {
            keys.note(record);
            first = Math.min(first, record.recordedAt());
            last = Math.max(last, record.recordedAt());
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
