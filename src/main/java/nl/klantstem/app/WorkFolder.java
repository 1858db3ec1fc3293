package nl.klantstem.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A temporary folder that is gone with all that is in it when it is closed. */
public record WorkFolder(Path path) implements AutoCloseable {

    private static final int TRIES = 20;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

    public static WorkFolder create(String purpose) {
        try {
            return new WorkFolder(Files.createTempDirectory("klantstem-" + purpose + "-"));
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder can be made; see -Djava.io.tmpdir", e);
        }
    }

    public Path resolve(String name) {
        return path.resolve(name);
    }

    /** What is still being written in it, by a broker that stopped half-way through its start, may need another try. */
    @Override
    public void close() {
        for (int tries = TRIES; ; tries--) {
            try {
                remove();
                return;
            } catch (IOException e) {
                if (tries == 0) {
                    throw new UncheckedIOException("cannot remove " + path, e);
                }
                LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            }
        }
    }

    private void remove() throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException alreadyGone) {
            // nothing left to do
        } catch (UncheckedIOException changedMeanwhile) {
            throw changedMeanwhile.getCause();
        }
    }
}
