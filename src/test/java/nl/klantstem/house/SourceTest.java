package nl.klantstem.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the compiler does not look at: length, Javadoc, and words that belong to one machine. */
class SourceTest {

    private static final Path MAIN = Path.of("src/main/java");
    private static final int LONGEST = 300;
    private static final Pattern ANNOTATION =
            Pattern.compile("@[\\w.]+(\\((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*\\))?");
    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "^ *public (?:(?:static|final|sealed|non-sealed|abstract) )*(?:class|record|interface|enum) (\\w+)",
            Pattern.MULTILINE);
    /** Written so that it does not find itself. */
    private static final Pattern MACHINE =
            Pattern.compile("(?<![a-zA-Z0-9.])/(?:wor[k]|hom[e]/\\w|roo[t])/|repo1?[.]mave[n]|registry[.]np[m]");

    @Test
    void no_file_is_longer_than_one_thing_needs() {
        var sources = sources(MAIN);
        var lengths = sources.stream()
                .map(file -> text(file).lines().count())
                .sorted()
                .toList();
        System.out.println("source files " + lengths.size() + ", median " + lengths.get(lengths.size() / 2)
                + " lines, longest " + lengths.get(lengths.size() - 1));

        assertThat(sources.stream().filter(file -> text(file).lines().count() > LONGEST))
                .as("files over " + LONGEST + " lines: is each one thing?")
                .isEmpty();
    }

    @Test
    void every_public_type_states_its_promise() {
        assertThat(sources(MAIN).stream()
                        .flatMap(file -> withoutPromise(text(file)).map(type -> file + ": " + type)))
                .isEmpty();
    }

    @Test
    void the_promise_check_sees_what_is_missing() {
        assertThat(withoutPromise("import a.B;\n\npublic final class Bare {}\n"))
                .containsExactly("Bare");
        assertThat(withoutPromise("/** Told. */\n@A(b = {C.class})\npublic final class Told {\n"
                        + "    int a;\n    public record Inner(int a) {}\n}\n"))
                .containsExactly("Inner");
    }

    @Test
    void every_package_is_non_null_by_default() {
        assertThat(sources(MAIN).stream()
                        .map(file -> file.resolveSibling("package-info.java"))
                        .distinct()
                        .filter(info -> !Files.exists(info) || !text(info).contains("@NullMarked")))
                .isEmpty();
    }

    @Test
    void nothing_speaks_of_one_machine() {
        var texts = Stream.of("src", "docs", "bin", ".ci", "README.md", "pom.xml")
                .map(Path::of)
                .filter(Files::exists)
                .flatMap(SourceTest::files);

        assertThat(texts.flatMap(
                        file -> MACHINE.matcher(text(file)).results().map(found -> file + ": " + found.group())))
                .isEmpty();
    }

    private static Stream<String> withoutPromise(String source) {
        return PUBLIC_TYPE
                .matcher(source)
                .results()
                .filter(type -> {
                    int end = source.lastIndexOf("*/", type.start());
                    return end < 0
                            || !ANNOTATION
                                    .matcher(source.substring(end + 2, type.start()))
                                    .replaceAll("")
                                    .isBlank();
                })
                .map(type -> type.group(1));
    }

    private static List<Path> sources(Path root) {
        return files(root).filter(file -> file.toString().endsWith(".java")).toList();
    }

    private static Stream<Path> files(Path root) {
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
