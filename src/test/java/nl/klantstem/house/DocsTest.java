package nl.klantstem.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.klantstem.app.Main;
import org.junit.jupiter.api.Test;

/** The documents say what is there: links lead somewhere, dependencies are the build's. */
class DocsTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");
    /** A line of its own, up to what the shell does with it. */
    private static final Pattern COMMAND = Pattern.compile("^bin/klantstem ([^|>&#`\\n]+)", Pattern.MULTILINE);

    private static final Pattern NAME = Pattern.compile("`([A-Za-z]+)`");

    private static final Pattern DEPENDENCY = Pattern.compile(
            "<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>(?:\\s*<version>[^<]*</version>)?\\s*(<scope>test</scope>)?");

    @Test
    void every_link_leads_somewhere() {
        assertThat(pages().stream().flatMap(page -> LINK.matcher(text(page))
                        .results()
                        .map(link -> link.group(1))
                        .filter(link -> !Files.exists(page.toAbsolutePath().resolveSibling(link)))
                        .map(link -> page + " -> " + link)))
                .isEmpty();
    }

    @Test
    void every_production_dependency_has_its_reason() {
        var pom = text(Path.of("pom.xml"));
        int end = pom.indexOf("</dependencyManagement>");
        var build = DEPENDENCY
                .matcher(pom.substring(end, pom.indexOf("<build>")))
                .results()
                .filter(found -> found.group(3) == null)
                .map(found -> found.group(1) + ":" + found.group(2))
                .toList();
        var page = Pattern.compile("`([\\w.]+:[\\w.-]+)`")
                .matcher(text(Path.of("docs/dependencies.md")))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(build).isNotEmpty();
        assertThat(new TreeSet<>(page)).isEqualTo(new TreeSet<>(build));
    }

    @Test
    void every_command_on_a_page_is_understood() {
        var commands = pages().stream()
                .flatMap(page -> COMMAND.matcher(text(page)).results().map(found -> found.group(1)))
                .toList();

        assertThat(commands).hasSizeGreaterThan(10);
        for (String command : commands) {
            assertThatCode(() -> Main.commandLine().parseArgs(command.strip().split("\\s+", -1)))
                    .as("bin/klantstem " + command)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void every_test_that_holds_a_promise_is_there() throws IOException {
        List<String> tests;
        try (var files = Files.walk(Path.of("src/test/java"))) {
            tests = files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .toList();
        }
        var promises = text(Path.of("docs/reliability.md"))
                .lines()
                .filter(line -> line.startsWith("| **"))
                .toList();

        assertThat(promises).hasSizeGreaterThan(5).allSatisfy(promise -> {
            var named = NAME.matcher(promise.substring(promise.lastIndexOf("| ", promise.length() - 2)))
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            assertThat(named).isNotEmpty();
            assertThat(tests).containsAll(named);
        });
    }

    private static List<Path> pages() {
        try (var files = Files.walk(Path.of("docs"))) {
            return Stream.concat(Stream.of(Path.of("README.md")), files.filter(file -> file.toString()
                            .endsWith(".md")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
