package nl.klantstem.expose.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nl.klantstem.expose.board.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The page in headless Chromium; skipped where there is no chromium, node (20 or newer) or npm. */
@Timeout(420)
class PageIT {

    private static final Path KIT = Path.of("src/test/browser");
    private static final Path FOLDER = Path.of("target/browser");
    private static final int OLDEST_NODE = 20;
    /** All checks take half a minute; who hangs is ended. */
    private static final long PATIENCE_SECONDS = 240;

    private final MovedClock clock = new MovedClock(GivenBoard.EVENING);
    private final GivenBoard given = new GivenBoard(clock, null).is(Reading.toGo(37, 100));

    @Test
    void the_page_works_in_a_browser() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"))),
                "there is no /usr/bin/chromium (nor is CHROMIUM set)");
        assumeTrue(node() >= OLDEST_NODE, "there is no node 20 or newer");
        install();
        try (var served = new ServedBoard(given::board, clock)) {
            var said = check("http://127.0.0.1:" + served.port() + "/");
            assertThat(said).filteredOn(line -> line.startsWith("ok - ")).hasSizeGreaterThanOrEqualTo(16);
        }
    }

    /** With -Dpage.pictures=true the pictures of the page's documentation are made anew. */
    @Test
    void the_pictures_of_the_documentation_are_small() throws Exception {
        var pictures = Path.of("docs/images");
        if (Boolean.getBoolean("page.pictures")) {
            install();
            clock.now = GivenBoard.EVENING.plusSeconds(4);
            PeakWeekend.happened(PeakWeekend.figures(given.is(Reading.of(Reading.Phase.FOLLOWING))));
            GivenSteering.on(given, "service-partner-1");
            try (var served = new ServedBoard(given::board, clock)) {
                var address = "http://127.0.0.1:" + served.port() + "/";
                var process = new ProcessBuilder(
                                "node",
                                "page-pictures.mjs",
                                address,
                                pictures.toAbsolutePath().toString())
                        .directory(FOLDER.toFile())
                        .inheritIO()
                        .start();
                assertThat(process.waitFor()).isZero();
            }
        }
        for (var name : List.of("page-desk.png", "page-steering.png", "page-wall.png", "page-phone.png")) {
            assertThat(Files.size(pictures.resolve(name))).as(name).isBetween(1_000L, 150_000L);
        }
    }

    /** Runs the checks, and does to the data what they ask for. */
    private List<String> check(String address) throws Exception {
        var process = new ProcessBuilder("node", "page-checks.mjs", address)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .start();
        CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS).execute(process::destroyForcibly);
        var said = new ArrayList<String>();
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                var in = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8)) {
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                said.add(line);
                System.out.println(line);
                if (line.startsWith("do: ")) {
                    does(line.substring("do: ".length()));
                    in.println(line.replace("do:", "done:"));
                }
            }
        } finally {
            process.destroy();
        }
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(String.join("\n", said)).isZero();
        return said;
    }

    private void does(String what) {
        switch (what) {
            case "figures" -> PeakWeekend.figures(PeakWeekend.hostile(given)).is(Reading.of(Reading.Phase.FOLLOWING));
            case "change" -> given.nps(GivenBoard.of("return"), "PT24H", 100, 10, 90);
            case "steering" -> GivenSteering.on(given, GivenBoard.HOSTILE);
            case "next hour" ->
                GivenSteering.hour(given, GivenSteering.HOUR.plusSeconds(3_600), 433, GivenBoard.HOSTILE);
            case "events" -> PeakWeekend.happened(given);
            case "stale" -> clock.now = clock.now.plus(Duration.ofMinutes(3));
            default -> throw new AssertionError("the checks ask for '" + what + "'");
        }
    }

    private static int node() throws InterruptedException {
        try {
            var process = new ProcessBuilder("node", "--version").start();
            var version = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            process.waitFor();
            return Integer.parseInt(version.replaceFirst("^v(\\d+).*", "$1"));
        } catch (IOException | NumberFormatException absent) {
            return 0;
        }
    }

    private static void install() throws Exception {
        Files.createDirectories(FOLDER);
        try (var files = Files.list(KIT)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, FOLDER.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        var npm = new ProcessBuilder("npm", "ci", "--prefer-offline")
                .directory(FOLDER.toFile())
                .redirectErrorStream(true);
        try {
            var process = npm.start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assumeTrue(process.waitFor() == 0, "npm ci did not work: " + said);
        } catch (IOException absent) {
            assumeTrue(false, "there is no npm");
        }
    }
}
