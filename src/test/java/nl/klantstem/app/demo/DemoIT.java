package nl.klantstem.app.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import nl.klantstem.app.Stop;
import nl.klantstem.testkit.PrometheusProcess;
import nl.klantstem.testkit.ShippedAlerting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A demo from its first word to its last, and every panel of every dashboard on what Prometheus scraped of it. */
class DemoIT {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(5);
    private static final Pattern WHERE = Pattern.compile("page: (http://127.0.0.1:(\\d+)/).*pipeline: (\\S+)");

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 8, unit = MINUTES)
    void a_demo_shows_figures_of_every_journey_and_fills_every_panel_and_leaves_nothing_behind() throws Exception {
        List<Path> before = folders();
        // The days before and after its measures are in the history.
        var settings = new DemoSettings(120, 0, 1, Duration.ofDays(45), 4000, "order-delivery", null);

        try (var stop = new Stop()) {
            var demo = CompletableFuture.runAsync(() -> run(settings, stop));
            await().atMost(LONG_ENOUGH).until(() -> demo.isDone() || text().contains("All journeys"));
            assertThat(demo.isDone()).as(text()).isFalse();
            everyPanelIsFilled();
            stop.now();
            demo.get(1, MINUTES);
        }

        System.out.println(text());
        assertThat(text()).contains("starting a broker", "45 days of invented history", "page: http://127.0.0.1:");
        String lastTable = text().substring(text().lastIndexOf("All journeys"));
        assertThat(lastTable.lines().findFirst().orElseThrow()).matches("All journeys +[+-]\\d+\\.\\d +\\+-\\d.*");
        assertThat(lastTable.lines().filter(line -> line.matches(".*[a-z]+/[a-z-]+ [\\d,]+")))
                .hasSizeGreaterThanOrEqualTo(7);
        assertThat(text()).doesNotContain("\u001b");
        assertThat(folders()).as("new folders").isSubsetOf(before);
    }

    private void run(DemoSettings settings, Stop stop) {
        try {
            new Demo(settings, new Screen(new PrintStream(shown, true, UTF_8), false), stop).run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void everyPanelIsFilled() {
        if (!PrometheusProcess.isInstalled()) {
            System.out.println("prometheus is not installed: no dashboard is checked against a real one");
            return;
        }
        var where = WHERE.matcher(text());
        assertThat(where.find()).as(text()).isTrue();
        var shipped = new ShippedAlerting(folder)
                .prometheus(
                        List.of(Integer.valueOf(where.group(2))),
                        URI.create(where.group(3)),
                        URI.create("http://127.0.0.1:" + PrometheusProcess.freePort()));
        try (var prometheus = PrometheusProcess.start(shipped, folder)) {
            var empty = new ArrayList<String>();
            // Rules build on rules, and what grew is seen once it was scraped twice.
            await().atMost(LONG_ENOUGH).pollInterval(5, SECONDS).until(() -> {
                empty.clear();
                empty.addAll(emptyPanels(prometheus));
                System.out.println("panels without anything to show: " + empty);
                return empty.isEmpty();
            });
        }
    }

    private static List<String> emptyPanels(PrometheusProcess prometheus) throws IOException {
        var empty = new ArrayList<String>();
        try (var files = Files.list(Path.of("grafana/dashboards"))) {
            for (Path file : files.sorted().toList()) {
                JsonNode board = new ObjectMapper().readTree(file.toFile());
                for (JsonNode panel : board.path("panels")) {
                    if (panel.path("targets").size() > 0 && isEmpty(panel, board, prometheus)) {
                        empty.add(
                                file.getFileName() + ": " + panel.path("title").asText());
                    }
                }
            }
        }
        return empty;
    }

    private static boolean isEmpty(JsonNode panel, JsonNode board, PrometheusProcess prometheus) {
        boolean empty = true;
        for (JsonNode target : panel.path("targets")) {
            String expression = chosen(target.path("expr").asText(), board);
            empty &= prometheus
                    .query(nothingIsGood(panel) ? whole(expression) : expression)
                    .isEmpty();
        }
        return empty;
    }

    /**
     * Whether it says in words of its own why it shows nothing: then there must be something all the same in what it leaves
     * out, zeros and the heartbeat.
     */
    private static boolean nothingIsGood(JsonNode panel) {
        JsonNode words = panel.at("/fieldConfig/defaults/noValue");
        return words.isTextual() && !words.asText().equals("nothing to show");
    }

    private static String whole(String expression) {
        return expression.replaceAll(" > 0(\\)*)$", "$1").replace(", severity!=\"none\"", "");
    }

    /** With what is chosen when a dashboard opens. */
    private static String chosen(String expression, JsonNode board) {
        String filled = expression;
        for (JsonNode variable : board.path("templating").path("list")) {
            String value = variable.path("allValue")
                    .asText(variable.path("current").path("value").asText());
            filled = filled.replace("$" + variable.path("name").asText(), value);
        }
        return filled;
    }

    private String text() {
        return shown.toString(UTF_8);
    }

    private static List<Path> folders() throws IOException {
        try (var all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(path -> path.getFileName().toString().startsWith("klantstem-demo-"))
                    .sorted()
                    .toList();
        }
    }
}
