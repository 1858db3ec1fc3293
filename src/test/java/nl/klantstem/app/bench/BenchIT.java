package nl.klantstem.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import nl.klantstem.app.Main;
import nl.klantstem.topic.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class BenchIT {

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void a_small_bench_measures_all_sides_and_writes_them_down(@TempDir Path out) throws Exception {
        int exit = Main.run("bench", "--records", "5000", "--rounds", "2", "--out", out.toString());

        assertThat(exit).isZero();
        var bench = Json.MAPPER.readTree(out.resolve("bench.json").toFile());
        assertThat(bench.path("records").asLong()).isEqualTo(5000);
        assertThat(bench.path("recordsPerSecond").asDouble()).isPositive();
        assertThat(bench.path("cpuRatioPoll").asDouble()).isGreaterThan(1);
        assertThat(bench.path("changelogBytesPerRecord").asDouble()).isPositive();
        assertThat(bench.path("frameRecordsPerRecord").asDouble()).isPositive();
    }
}
