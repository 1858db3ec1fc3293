package nl.klantstem.app.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import nl.klantstem.app.Main;
import nl.klantstem.topic.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class SimulateAlertsTest {

    @Test
    void a_small_simulation_measures_the_watch_beside_simple_rules(@TempDir Path out) throws IOException {
        assertThat(simulate(out, "7")).isZero();

        var rows = Json.MAPPER
                .readTree(out.resolve("simulate-alerts.json").toFile())
                .path("rows");
        var quiet = rows.path(0);
        assertThat(quiet.path("journeyYears").asDouble()).isEqualTo(1);
        assertThat(quiet.path("watch").path("falseAlarmsPerYear").asDouble())
                .isLessThan(quiet.path("zTest").path("falseAlarmsPerYear").asDouble() / 5);
        assertThat(quiet.path("threshold").path("falseAlarmsPerYear").asDouble())
                .isGreaterThan(500);
        var forty = quiet.path("watch").path("delays").path(3);
        assertThat(forty.path("points").asInt()).isEqualTo(40);
        assertThat(forty.path("changes").asInt()).isPositive();
        assertThat(forty.path("notSeen").asInt()).isZero();
        assertThat(forty.path("meanHours").asDouble())
                .isBetween(forty.path("bestPossibleHours").asDouble(), 30.0);
        assertThat(rows).hasSize(8);
    }

    @Test
    void the_same_seed_gives_the_same_figures_and_another_seed_others(@TempDir Path dir) throws IOException {
        simulate(dir.resolve("one"), "1");
        simulate(dir.resolve("again"), "1");
        simulate(dir.resolve("other"), "2");

        assertThat(report(dir.resolve("again"))).isEqualTo(report(dir.resolve("one")));
        assertThat(report(dir.resolve("other"))).isNotEqualTo(report(dir.resolve("one")));
    }

    @Test
    void a_number_that_makes_no_sense_is_not_simulated() {
        assertThat(Main.run("simulate-alerts", "--journeys", "0")).isEqualTo(1);
        assertThat(Main.run("simulate-alerts", "--per-hour", "many")).isEqualTo(2);
    }

    private static int simulate(Path out, String seed) {
        return Main.run(
                "simulate-alerts",
                "--journeys",
                "2",
                "--years",
                "0.5",
                "--per-hour",
                "20",
                "--seed",
                seed,
                "--out",
                out.toString());
    }

    private static String report(Path out) throws IOException {
        return Files.readString(out.resolve("simulate-alerts.json"));
    }
}
