package nl.klantstem.replay;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.topic.Topic;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds the result of one run, and never of two: results appear under their names only when the run is
 * through, and a note says whether it is.
 */
public final class ResultFolder implements AutoCloseable {

    private static final String NOTE = "replay.txt";
    private static final String LOCK = "replay.lock";
    private static final String SUMMARY = "summary.json";
    private static final String PART = ".part";

    private final Path folder;
    private final String run;
    private final @Nullable String before;
    private final FileChannel channel;

    private ResultFolder(Path folder, String run, @Nullable String before, FileChannel channel) {
        this.folder = folder;
        this.run = run;
        this.before = before;
        this.channel = channel;
    }

    /**
     * Takes a folder for a run: removes what an earlier run left there and nothing else.
     *
     * @param run what is replayed since when, for whoever looks in the folder later
     */
    public static ResultFolder open(Path folder, String run) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new UserMistake(folder + " is a file: give a folder as --out");
        }
        try {
            Files.createDirectories(folder);
            var channel = lock(folder);
            try {
                var taken = new ResultFolder(folder, run, noteIn(folder), channel);
                taken.clear();
                taken.write("unfinished: " + run);
                return taken;
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UserMistake("the folder " + folder + " cannot be written: " + UserMistake.why(e), e);
        }
    }

    /** What was in the folder before, when it held a run. */
    public Optional<String> before() {
        return Optional.ofNullable(before);
    }

    /** Where the results of a topic are written while the run lasts. */
    public Path part(Topic topic) {
        return folder.resolve(fileName(topic) + PART);
    }

    /** Gives the results their names and marks the run as through. */
    public void finish(String summary) {
        try {
            for (Topic topic : Collector.published()) {
                Files.move(part(topic), folder.resolve(fileName(topic)), StandardCopyOption.REPLACE_EXISTING);
            }
            // Not writeString, which refuses half a surrogate pair: a label from outside may hold one.
            Files.write(folder.resolve(SUMMARY), summary.getBytes(StandardCharsets.UTF_8));
            write("finished: " + run);
        } catch (IOException e) {
            throw new UserMistake("the folder " + folder + " cannot be written: " + UserMistake.why(e), e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UserMistake("the lock of " + folder + " cannot be given back: " + UserMistake.why(e), e);
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        var channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException heldHere) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new UserMistake("another replay writes in " + folder + ": wait for it to end, or give another --out");
        }
        return channel;
    }

    private static @Nullable String noteIn(Path folder) throws IOException {
        Path note = folder.resolve(NOTE);
        return Files.exists(note)
                ? Files.readString(note, StandardCharsets.UTF_8).strip()
                : null;
    }

    /** Removes our files; files of ours without a note are somebody else's. */
    private void clear() throws IOException {
        List<Path> ours = names().map(folder::resolve).filter(Files::exists).toList();
        if (before == null && !ours.isEmpty()) {
            throw new UserMistake(
                    folder + " holds files that no replay made there: " + ours + "; give an empty folder as --out");
        }
        for (Path file : ours) {
            Files.delete(file);
        }
    }

    private static Stream<String> names() {
        return Stream.concat(
                Stream.of(SUMMARY),
                Collector.published().stream().flatMap(topic -> Stream.of(fileName(topic), fileName(topic) + PART)));
    }

    private static String fileName(Topic topic) {
        return topic.shortName() + ".jsonl";
    }

    private void write(String note) throws IOException {
        Files.writeString(folder.resolve(NOTE), note + System.lineSeparator(), StandardCharsets.UTF_8);
    }
}
