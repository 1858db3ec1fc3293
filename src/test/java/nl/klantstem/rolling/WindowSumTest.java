package nl.klantstem.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import nl.klantstem.rolling.WindowRule.Day;
import nl.klantstem.rolling.WindowRule.Rolling;
import nl.klantstem.rolling.WindowRule.Slide;
import nl.klantstem.rolling.WindowSum.News;
import nl.klantstem.topic.BinaryReader;
import nl.klantstem.topic.BinaryWriter;
import nl.klantstem.topic.Published;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A running sum says at every boundary what adding up from scratch says. */
class WindowSumTest {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final long SEED = 90;
    private static final long START =
            LocalDate.of(2026, 3, 28).atStartOfDay(AMSTERDAM).toEpochSecond() / 60;

    private record Counted(long minute, int n) {}

    @ParameterizedTest
    @MethodSource("rules")
    void a_running_sum_is_the_sum_from_scratch(WindowRule rule, boolean compared) {
        System.out.println("window sums: seed " + SEED);
        var random = new Random(SEED);
        var series = new PaneSeries("S", rule.coarse() ? Panes.COARSE : Panes.FINE, new MemoryBlocks());
        Measure measure = measure(compared);
        var window = new WindowSum(rule, series, measure, START);
        var counted = new ArrayList<Counted>();
        Periods last = Periods.zero(compared);
        int published = 0;
        for (long now = START; now < START + 4 * 24 * 60; now = rule.boundary(now + 1)) {
            // Sparse, and now and then nothing for longer than the window.
            if (random.nextInt(rule.boundary(now + 1) - now > 60 ? 3 : 60) == 0 || now % 3_000 < 40) {
                long minute = now - random.nextInt(200) + (random.nextBoolean() ? 0 : -random.nextInt(3_000));
                int n = random.nextInt(4) - 1;
                series.add(minute, Tally.of(n), now);
                window.changed(minute, Tally.of(n), now);
                counted.add(new Counted(minute, n));
            }
            Periods expected = recount(rule, counted, now, compared);
            assertThat(window.countsAt(now)).isEqualTo(expected);
            if (window.wake() == now) {
                boolean differs = window.slide(now) != News.NONE;
                published += differs ? 1 : 0;
                assertThat(differs)
                        .as("at " + Panes.instant(now))
                        .isEqualTo(!expected.equals(last)
                                || (rule instanceof Day && isNewDay(rule, now) && !expected.isZero()));
                window = written(window, series, measure, now + 1);
            } else {
                assertThat(expected)
                        .as("what nobody was woken for, at " + Panes.instant(now))
                        .isEqualTo(last);
            }
            last = expected;
            assertThat(window.wake()).isGreaterThan(now);
        }
        assertThat(published).isGreaterThan(3);
    }

    @Test
    void a_new_day_says_its_counts_even_if_yesterday_had_the_same() {
        var days = new LocalDays(AMSTERDAM);
        var rule = new Day(days, new Slide(15, Duration.ofDays(1), days));
        var series = new PaneSeries("S", Panes.COARSE, new MemoryBlocks());
        var window = new WindowSum(rule, series, measure(false), START);
        long end = rule.boundary(START + 1);
        long next = rule.boundary(end + 1);
        series.add(START + 600, Tally.of(1), 0);
        window.changed(START + 600, Tally.of(1), START);
        series.add(end + 600, Tally.of(1), 0);
        window.changed(end + 600, Tally.of(1), START);

        assertThat(window.wake()).isEqualTo(end);
        assertThat(window.slide(end)).isEqualTo(News.FOR_PEERS_TOO);
        assertThat(window.wake()).isEqualTo(next);
        assertThat(window.slide(next)).as("the next day is another key").isEqualTo(News.FOR_ITSELF);
        assertThat(window.counts()).isEqualTo(new Periods(Tally.of(1), null));
        assertThat(window.slide(rule.boundary(next + 1))).as("then it is empty").isEqualTo(News.FOR_PEERS_TOO);
        assertThat(window.wake()).isEqualTo(WindowSum.NEVER);
    }

    private static WindowSum written(WindowSum window, PaneSeries series, Measure measure, long now) {
        var out = new BinaryWriter();
        window.write(out);
        var read = new WindowSum(window.rule(), series, measure, START);
        read.read(new BinaryReader(out.toBytes()));
        read.resume(now);
        assertThat(read.wake()).isEqualTo(window.wake());
        return read;
    }

    private static boolean isNewDay(WindowRule rule, long to) {
        return rule.from(to) != rule.from(to - 15);
    }

    private static Periods recount(WindowRule rule, List<Counted> counted, long to, boolean compared) {
        long from = rule.from(to);
        if (!compared) {
            return new Periods(sum(counted, from, to), null);
        }
        long before = from - (to - from);
        if (rule instanceof Day) {
            LocalDate today = Instant.ofEpochSecond(from * 60).atZone(AMSTERDAM).toLocalDate();
            before = today.minusDays(1).atStartOfDay(AMSTERDAM).toEpochSecond() / 60;
        }
        return new Periods(sum(counted, from, to), sum(counted, before, Math.min(before + to - from, from)));
    }

    private static Tally sum(List<Counted> counted, long from, long to) {
        return Tally.of(counted.stream()
                .filter(c -> c.minute() >= from && c.minute() < to)
                .mapToLong(Counted::n)
                .sum());
    }

    private static Measure measure(boolean compared) {
        return new Measure() {
            @Override
            public String name() {
                return "answers";
            }

            @Override
            public int width() {
                return 1;
            }

            @Override
            public boolean comparesPeriods() {
                return compared;
            }

            @Override
            public Published window(WindowCounts counts) {
                throw new IllegalStateException("nothing is published here");
            }
        };
    }

    private static Stream<Arguments> rules() {
        var days = new LocalDays(AMSTERDAM);
        Stream<WindowRule> rules = Stream.of(
                new Rolling("PT1H", 60, new Slide(1, null, days)),
                new Rolling("PT6H", 360, new Slide(5, null, days)),
                new Rolling("PT24H", 1_440, new Slide(15, null, days)),
                new Rolling("PT24H", 1_440, new Slide(15, Duration.ofMinutes(20), days)),
                new Day(days, new Slide(15, null, days)),
                new Day(days, new Slide(15, Duration.ofHours(6), days)));
        return rules.flatMap(rule -> Stream.of(Arguments.of(rule, false), Arguments.of(rule, true)));
    }
}
