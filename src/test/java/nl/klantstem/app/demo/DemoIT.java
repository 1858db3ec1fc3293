package nl.klantstem.app.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.klantstem.app.Stop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DemoIT {

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void a_demo_shows_figures_of_every_journey_and_leaves_nothing_behind() throws Exception {
        List<Path> before = folders();
        var shown = new ByteArrayOutputStream();
        var settings = new DemoSettings(120, 0, 1, Duration.ofHours(30), 4000, null, Duration.ofSeconds(12));

        try (var stop = new Stop()) {
            new Demo(settings, new Screen(new PrintStream(shown, true, UTF_8), false), stop).run();
        }

        String text = shown.toString(UTF_8);
        System.out.println(text);
        assertThat(text).contains("starting a broker", "30 hours of invented history", "metrics: http://127.0.0.1:");
        String lastTable = text.substring(text.lastIndexOf("All journeys"));
        assertThat(lastTable.lines().findFirst().orElseThrow()).matches("All journeys +[+-]\\d+\\.\\d +\\+-\\d.*");
        assertThat(lastTable.lines().filter(line -> line.matches(".*[a-z]+/[a-z-]+ [\\d,]+")))
                .hasSizeGreaterThanOrEqualTo(7);
        assertThat(text).doesNotContain("\u001b");
        assertThat(folders()).as("new folders").isSubsetOf(before);
    }

    private static List<Path> folders() throws IOException {
        try (var all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(path -> path.getFileName().toString().startsWith("klantstem-demo-"))
                    .sorted()
                    .toList();
        }
    }
}
