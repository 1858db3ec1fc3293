package nl.klantstem.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HistogramTest {

    private static final List<Integer> BOUNDS = List.of(5, 10, 60);
    private static final long SEED = 21;

    @Test
    void a_bound_belongs_to_the_class_that_it_ends() {
        assertThat(List.of(0, 5, 6, 10, 60, 61, 100_000))
                .extracting(value -> Histogram.classOf(BOUNDS, value))
                .containsExactly(0, 0, 1, 1, 2, 3, 3);
    }

    @Test
    void quantiles_are_those_of_histogram_quantile() {
        var histogram = new Histogram(BOUNDS, List.of(2L, 0L, 6L, 2L));

        assertThat(histogram.n()).isEqualTo(10);
        assertThat(histogram.quantile(0.1)).hasValue(2.5);
        assertThat(histogram.quantile(0.2)).hasValue(5);
        assertThat(histogram.quantile(0.5)).hasValue(35);
        assertThat(histogram.quantile(0.8)).hasValue(60);
        assertThat(histogram.quantile(0.9)).as("beyond the last bound").hasValue(60);
    }

    @Test
    void nothing_has_no_quantile() {
        assertThat(new Histogram(BOUNDS, List.of(0L, 0L, 0L, 0L)).quantile(0.5)).isEmpty();
    }

    @Test
    void a_quantile_lies_in_the_class_of_the_value_it_stands_for_and_never_falls() {
        System.out.println("quantiles: seed " + SEED);
        var random = new Random(SEED);
        for (int round = 0; round < 500; round++) {
            var values = new ArrayList<Integer>();
            var counts = new ArrayList<>(List.of(0L, 0L, 0L, 0L));
            for (int i = random.nextInt(40); i >= 0; i--) {
                int value = random.nextInt(80);
                values.add(value);
                counts.set(Histogram.classOf(BOUNDS, value), counts.get(Histogram.classOf(BOUNDS, value)) + 1);
            }
            Collections.sort(values);
            var histogram = new Histogram(BOUNDS, counts);
            double last = 0;
            for (int percent = 1; percent <= 100; percent++) {
                double quantile = histogram.quantile(percent / 100.0).orElseThrow();
                int exact = values.get((int) Math.ceil(percent / 100.0 * values.size() - 1e-9) - 1);
                int expected = Math.min(2, Histogram.classOf(BOUNDS, exact));
                assertThat(quantile)
                        .as(percent + "%% of " + values)
                        .isGreaterThanOrEqualTo(last)
                        .isBetween(expected == 0 ? 0.0 : BOUNDS.get(expected - 1), (double) BOUNDS.get(expected));
                last = quantile;
            }
        }
    }

    @Test
    void classes_and_counts_that_do_not_fit_are_a_bug() {
        assertThatThrownBy(() -> new Histogram(BOUNDS, List.of(1L))).hasMessage("1 counts for 3 bounds");
    }
}
