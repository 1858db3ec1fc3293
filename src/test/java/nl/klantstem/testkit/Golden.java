package nl.klantstem.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that hold what the code said when someone last looked: a difference fails, and only -Dgolden.update=true rewrites
 * them, to be reviewed as a change of the interface.
 */
public final class Golden {

    private static final String UPDATE = "golden.update";

    private Golden() {}

    /** Whether golden files are to be rewritten. */
    public static boolean updating() {
        return Boolean.getBoolean(UPDATE);
    }

    /** Compares with a file, its path as seen from the project's folder. */
    public static void check(String path, String actual) {
        var file = Path.of(path);
        try {
            if (updating()) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, actual);
            }
            assertThat(file)
                    .as("golden file; make it with -D" + UPDATE + "=true")
                    .exists();
            assertThat(actual)
                    .as(path + " differs; if the change is meant, rewrite it with -D" + UPDATE + "=true and review it")
                    .isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new AssertionError(path + " cannot be read or written", e);
        }
    }
}
