package nl.klantstem.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import nl.klantstem.stats.SurgeTrial.Ordinary;
import nl.klantstem.stats.SurgeTrial.Outcome;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SurgeLearningTest {

    private static final long SEED = 11;
    private static final int DRIVERS = 6;
    private static final double YEARS = 2;

    /** Hours until a surge of 1.5 and of 2 times the odds is seen, median, at 1,000 contacts an hour: the design's. */
    private static final Map<Double, double[]> DELAYS =
            Map.of(0.083, new double[] {3.4, 0.75}, 0.021, new double[] {5.5, 1.9}, 0.008, new double[] {12, 3.3});

    @TestFactory
    List<DynamicTest> there_are_no_more_false_alarms_than_are_tolerated() {
        System.out.println("false alarms of surges: seed " + SEED);
        var tests = new ArrayList<DynamicTest>();
        for (double share : List.of(0.083, 0.008)) {
            Ordinary quiet = Ordinary.quiet(1_000, share);
            for (Ordinary ordinary : List.of(
                    quiet,
                    quiet.rhythm(0.3),
                    quiet.wobble(0.1, 24),
                    quiet.wobble(0.1, 12),
                    quiet.burst(0.3),
                    quiet.clustering(0.1),
                    quiet.rhythm(0.3).peak(4))) {
                tests.add(DynamicTest.dynamicTest(ordinary.name() + " at a share of " + share, () -> {
                    Outcome outcome = SurgeTrial.run(ordinary, YEARS, DRIVERS, SEED);
                    assertThat(outcome.years()).isGreaterThan(0.9 * YEARS * DRIVERS);
                    assertThat(outcome.falsePerYear()).isLessThanOrEqualTo(1);
                }));
            }
        }
        return tests;
    }

    @TestFactory
    List<DynamicTest> a_surge_is_seen_about_as_soon_as_the_design_says() {
        return DELAYS.entrySet().stream()
                .map(row -> DynamicTest.dynamicTest("a share of " + row.getKey(), () -> {
                    Outcome outcome = SurgeTrial.run(Ordinary.quiet(1_000, row.getKey()), 4, 4, SEED, 1.5, 2);
                    assertThat(outcome.median(0)).isLessThan(1.3 * row.getValue()[0]);
                    assertThat(outcome.median(1)).isLessThan(1.5 * row.getValue()[1]);
                }))
                .toList();
    }

    @Test
    void the_usual_share_follows_the_hour_of_the_week() {
        var learning = new SurgeLearning(SurgeSettings.USUAL);
        var random = new SplittableRandom(SEED);
        for (int day = 0; day < 200; day++) {
            learning.learn(day(random, day % 7, 400, SurgeLearningTest::share), List.of());
        }
        for (int hour = 0; hour < 168; hour++) {
            assertThat(learning.share(hour)).as("hour %s", hour).isCloseTo(share(hour), within(0.25 * share(hour)));
        }
        assertThat(learning.guard(false)).isLessThan(0.1);
        assertThat(learning.isEnough()).isTrue();
    }

    /** Doubled in the evening, and half as much again on Sunday. */
    private static double share(int hour) {
        return 0.05 * (hour % 24 >= 18 ? 2 : 1) * (hour >= 144 ? 1.5 : 1);
    }

    private interface Share {
        double at(int hour);
    }

    private static List<SharedBin> day(SplittableRandom random, int weekday, int perBin, Share share) {
        var bins = new ArrayList<SharedBin>();
        for (int bin = 0; bin < 96; bin++) {
            int hour = weekday * 24 + bin / 4;
            long contacts = 0;
            for (int i = 0; i < perBin; i++) {
                contacts += random.nextDouble() < share.at(hour) ? 1 : 0;
            }
            bins.add(new SharedBin(hour, contacts, perBin, 0));
        }
        return bins;
    }

    @Test
    void days_that_differ_more_widen_the_guard_and_those_against_a_plan_only_that_of_plans() {
        var calm = new SurgeLearning(SurgeSettings.USUAL);
        var restless = new SurgeLearning(SurgeSettings.USUAL);
        var random = new SplittableRandom(SEED);
        for (int day = 0; day < 100; day++) {
            double today = day % 2 == 0 ? 0.04 : 0.06;
            calm.learn(day(random, day % 7, 200, hour -> 0.05), List.of());
            restless.learn(day(random, day % 7, 200, hour -> today), List.of());
        }
        assertThat(calm.guard(false)).isLessThan(0.1);
        assertThat(restless.guard(false)).isBetween(0.45, 0.75);
        assertThat(restless.guard(true)).isEqualTo(0.25);
    }

    @Test
    void a_day_of_a_surge_changes_nothing_until_it_has_become_the_ordinary() {
        var learning = new SurgeLearning(SurgeSettings.USUAL);
        var random = new SplittableRandom(SEED);
        for (int day = 0; day < 30; day++) {
            learning.learn(day(random, day % 7, 100, hour -> 0.05), List.of());
        }
        double before = learning.share(10);
        for (int day = 0; day < 20; day++) {
            learning.learn(List.of(), day(random, day % 7, 100, hour -> 0.2));
        }
        assertThat(learning.share(10)).isCloseTo(before, within(1e-12));

        learning.newNormal();

        assertThat(learning.share(10)).isCloseTo(0.2, within(0.02));
        assertThat(learning.isEnough()).isTrue();
    }

    @Test
    void one_that_goes_on_from_kept_numbers_says_the_same() {
        var one = new SurgeLearning(SurgeSettings.USUAL);
        var random = new SplittableRandom(SEED);
        for (int day = 0; day < 40; day++) {
            var resumed = new SurgeLearning(SurgeSettings.USUAL, one.numbers());
            var bins = day(random, day % 7, 50, hour -> 0.05);
            var surged = day(random, day % 7, day % 3, hour -> 0.3);
            one.learn(bins, surged);
            resumed.learn(bins, surged);
            assertThat(resumed.numbers()).isEqualTo(one.numbers());
        }
    }

    @Test
    void the_end_of_a_surge_is_seen_when_the_odds_are_back_and_not_while_they_are_not() {
        var back = new SurgeEnd(2);
        var still = new SurgeEnd(2);
        for (int i = 0; i < 60; i++) {
            back.bin(new Surge.Bin(20, 400, 0.05, 0.05, 0.01, 15));
            still.bin(new Surge.Bin(35, 400, 0.05, 0.05, 0.01, 15));
        }
        assertThat(back.isOver()).isTrue();
        assertThat(still.isOver()).isFalse();
    }

    @Test
    void a_surge_does_not_hide_in_the_whole_that_it_swells() {
        var size = new SurgeSize();
        // 300 of 1,000 are usual; now 900 come, and 700 others as ever.
        size.add(new Surge.Bin(900, 1_600, 0.3, 0, 0, 15), false);

        assertThat(size.expected()).isCloseTo(300, within(1e-9));
        assertThat(size.ratio()).hasValueSatisfying(ratio -> assertThat(ratio).isCloseTo(3, within(1e-9)));
        Margin margin = size.margin(Double.POSITIVE_INFINITY).orElseThrow();
        // exp(1.96 sqrt(1 / 900.5 + 1 / 700.5))
        assertThat(margin.high() / 3).isCloseTo(1.10378, within(1e-4));
        assertThat(3 / margin.low()).isCloseTo(1.10378, within(1e-4));
    }
}
