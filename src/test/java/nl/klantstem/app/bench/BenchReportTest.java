package nl.klantstem.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import nl.klantstem.app.bench.BenchReport.Round;
import org.junit.jupiter.api.Test;

class BenchReportTest {

    private static Round round(double pollCpu, double productCpu) {
        return new Round(
                new Measured(1_000_000, 2, pollCpu),
                new Measured(1_000_000, 3, 2),
                new Product.Result(
                        new Measured(1_000_000, 10, productCpu), new Written(40_000_000, 2_000, 500, 30_000)),
                500_000_000);
    }

    @Test
    void the_ratio_is_the_median_of_the_rounds_each_by_itself() {
        var report = new BenchReport(List.of(round(1, 8), round(2, 12), round(1, 10)), 250, 900_000_000);

        assertThat(report.json())
                .contains(
                        entry("records", 1_000_000L),
                        entry("rounds", 3),
                        entry("recordsPerSecond", 100_000.0),
                        entry("cpuSecondsPerMillion", 10.0),
                        entry("cpuRatioPoll", 8.0),
                        entry("cpuRatioPollSpread", List.of(6.0, 10.0)),
                        entry("changelogBytesPerRecord", 40.0),
                        entry("frameRecordsPerRecord", 0.0005));
        assertThat(report.table()).anyMatch(line -> line.contains("the product") && line.contains("8.0 [6.0-10.0]"));
    }

    @Test
    void the_median_of_two_rounds_lies_between_them() {
        assertThat(Spread.of(List.of(3.0, 1.0))).isEqualTo(new Spread(2, 1, 3));
    }
}
