package nl.klantstem.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Panes hold what was added, also after they went to their blocks and came back. */
class PaneSeriesTest {

    private static final long SEED = 15;

    private final MemoryBlocks blocks = new MemoryBlocks();

    @Test
    void a_pane_is_the_sum_of_its_minutes() {
        var series = new PaneSeries("L", Panes.COARSE, blocks);

        series.add(44, Tally.of(1), 50);
        series.add(30, Tally.of(2), 51);
        series.add(45, Tally.of(4), 52);

        assertThat(series.at(30)).isEqualTo(Tally.of(3));
        assertThat(series.at(45)).isEqualTo(Tally.of(4));
        assertThat(series.changed()).isEqualTo(Map.of(30L, 51L, 45L, 52L));
        assertThat(series.next(31)).isEqualTo(45);
        assertThat(series.next(46)).isEqualTo(Tallies.NONE);
        series.flush(0, false);
        assertThat(series.changed()).isEmpty();
    }

    @Test
    void a_pane_that_is_taken_back_entirely_is_gone_from_memory_and_store() {
        var series = new PaneSeries("L", Panes.COARSE, blocks);
        series.add(30, Tally.of(1), 50);
        series.flush(0, false);
        assertThat(blocks.count("L")).isEqualTo(1);

        series.add(31, Tally.of(-1), 60);
        series.flush(0, false);

        assertThat(series.next(0)).isEqualTo(Tallies.NONE);
        assertThat(series.at(30)).isEqualTo(Tally.ZERO);
        assertThat(blocks.count("L")).isZero();
    }

    @Test
    void late_news_finds_the_pane_that_left_memory() {
        var series = new PaneSeries("L", Panes.COARSE, blocks);
        series.add(30, Tally.of(5), 50);
        series.add(45, Tally.of(7), 50);
        series.flush(100_000, false);
        assertThat(series.next(0)).as("it left memory").isEqualTo(Tallies.NONE);

        series.add(30, Tally.of(1), 100_001);
        assertThat(series.at(30)).isEqualTo(Tally.of(6));
        series.flush(100_000, false);
        series.add(31, Tally.of(1), 100_002);
        series.add(45, Tally.of(-7), 100_002);

        assertThat(series.at(30)).isEqualTo(Tally.of(7));
        assertThat(series.at(45)).isEqualTo(Tally.ZERO);
    }

    @Test
    void what_no_window_reaches_and_no_ledger_needs_leaves_the_store() {
        var series = new PaneSeries("F", Panes.FINE, blocks);
        series.add(30, Tally.of(5), 50);
        series.add(100_000, Tally.of(5), 100_001);
        series.flush(0, true);
        assertThat(blocks.count("F")).isEqualTo(2);

        series.flush(50_000, true);

        assertThat(blocks.count("F")).isEqualTo(1);
        series.add(30, Tally.of(1), 100_002);
        series.flush(50_000, true);
        assertThat(blocks.count("F"))
                .as("late news does not bring it back for good")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {Panes.FINE, Panes.COARSE})
    void whatever_happens_it_holds_what_was_added(long width) {
        System.out.println("pane series: seed " + SEED);
        var random = new Random(SEED);
        var counted = new TreeMap<Long, long[]>();
        var series = new PaneSeries("S", width, blocks);
        long keepFrom = -5_000;
        for (int i = 0; i < 4_000; i++) {
            long minute = random.nextInt(10_000) - 2_000;
            long[] counts = {random.nextInt(5) - 2, random.nextInt(3) - 1};
            series.add(minute, Tally.of(counts), i);
            Tally.of(counts)
                    .addTo(counted.computeIfAbsent(Math.floorDiv(minute, width) * width, pane -> new long[2]), 1);
            assertThat(series.at(Math.floorDiv(minute, width) * width).dense(2))
                    .isEqualTo(counted.get(Math.floorDiv(minute, width) * width));
            if (random.nextInt(40) == 0) {
                keepFrom = Math.max(keepFrom, random.nextInt(8_000) - 2_000);
                series.flush(keepFrom, false);
                checkSums(series, counted, random, keepFrom);
                if (random.nextBoolean()) {
                    series = restored(width, keepFrom);
                    checkSums(series, counted, random, keepFrom);
                }
            }
        }
    }

    private PaneSeries restored(long width, long keepFrom) {
        var series = new PaneSeries("S", width, blocks);
        series.startFrom(keepFrom);
        blocks.forEach((name, bytes) -> series.restore(Long.parseLong(name.substring(1)), bytes));
        return series;
    }

    private static void checkSums(PaneSeries series, TreeMap<Long, long[]> counted, Random random, long keepFrom) {
        long from = keepFrom + random.nextInt(3_000);
        long to = from + random.nextInt(3_000);
        var expected = new long[2];
        counted.forEach((pane, counts) -> {
            if (pane >= from && pane < to) {
                expected[0] -= counts[0];
                expected[1] -= counts[1];
            }
        });
        var actual = new long[2];
        series.sum(from, to, -1, actual);
        assertThat(actual).isEqualTo(expected);
    }
}
