package nl.klantstem.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A temporary folder that is gone with all that is in it when it is closed. */
public record WorkFolder(Path path) implements AutoCloseable {

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

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException alreadyGone) {
            // nothing left to do
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + path, e);
        }
    }
}
