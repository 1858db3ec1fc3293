package nl.klantstem.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TimeUniformTest {

    private static final Offset<Double> EXACT = within(1e-9);

    @Test
    void the_interval_agrees_with_the_reference() {
        for (var row : Vectors.of("difference.csv")) {
            var margin = TimeUniform.margin(row.nps("d1", "p1", "n1"), row.nps("d0", "p0", "n0"), row.whole("n_star"))
                    .orElseThrow();

            assertThat(margin.low()).as("%s", row).isCloseTo(row.number("anytime_low95"), EXACT);
            assertThat(margin.high()).as("%s", row).isCloseTo(row.number("anytime_high95"), EXACT);
        }
    }

    @Test
    void looking_whenever_one_likes_costs_about_half_of_the_width_more_at_the_planned_end() {
        var before = new Nps(600_000, 200_000, 200_000);
        var after = new Nps(600, 200, 200);
        double plain = width(NpsDifference.of(after, before).orElseThrow().margin());
        double timeUniform = width(TimeUniform.margin(after, before, 1_000).orElseThrow());

        assertThat(timeUniform / plain).isCloseTo(1.55, within(0.01));
    }

    @Test
    void it_is_tightest_where_it_was_planned() {
        var before = new Nps(600_000, 200_000, 200_000);
        var after = new Nps(600, 200, 200);
        double planned = width(TimeUniform.margin(after, before, 1_000).orElseThrow());

        assertThat(width(TimeUniform.margin(after, before, 100).orElseThrow())).isGreaterThan(planned);
        assertThat(width(TimeUniform.margin(after, before, 10_000).orElseThrow()))
                .isGreaterThan(planned);
    }

    @Test
    void against_a_control_that_is_known_well_it_is_the_same_but_for_what_the_control_did() {
        var before = new Nps(300, 100, 100);
        var after = new Nps(200, 40, 20);
        var still = new Nps(600_000_000, 200_000_000, 200_000_000);
        var scope = new DifferenceInDifferences.Change(before, after);
        var control = new DifferenceInDifferences.Change(still, still);

        var against = TimeUniform.margin(scope, control, 400, 1_000_000_000).orElseThrow();
        var alone = TimeUniform.margin(after, before, 400).orElseThrow();

        assertThat(against.low()).isCloseTo(alone.low(), within(1e-3));
        assertThat(against.high()).isCloseTo(alone.high(), within(1e-3));
    }

    @Test
    void against_a_control_looking_every_day_rarely_sees_what_is_not_there() {
        System.out.println("time-uniform against a control: seed 7");
        var random = new java.util.Random(7);
        int wrong = 0;
        for (int trial = 0; trial < 1_000; trial++) {
            var counts = new long[4][3];
            draw(random, counts[0], 600);
            draw(random, counts[1], 600);
            boolean seen = false;
            for (int day = 0; day < 60; day++) {
                draw(random, counts[2], 10);
                draw(random, counts[3], 10);
                var scope = new DifferenceInDifferences.Change(nps(counts[0]), nps(counts[2]));
                var control = new DifferenceInDifferences.Change(nps(counts[1]), nps(counts[3]));
                var margin = TimeUniform.margin(scope, control, 600, 600).orElseThrow();
                seen |= margin.low() > 0 || margin.high() < 0;
            }
            wrong += seen ? 1 : 0;
        }
        assertThat(wrong).isLessThanOrEqualTo(50);
    }

    private static void draw(java.util.Random random, long[] counts, int n) {
        for (int i = 0; i < n; i++) {
            int ten = random.nextInt(10);
            counts[ten < 6 ? 0 : ten < 8 ? 1 : 2]++;
        }
    }

    private static Nps nps(long[] counts) {
        return new Nps(counts[0], counts[1], counts[2]);
    }

    @Test
    void nobody_on_one_side_leaves_no_interval_and_a_plan_without_answers_is_a_bug() {
        assertThat(TimeUniform.margin(new Nps(0, 0, 0), new Nps(1, 0, 0), 10)).isEmpty();
        assertThat(TimeUniform.margin(new Nps(1, 0, 0), new Nps(0, 0, 0), 10)).isEmpty();
        assertThatThrownBy(() -> TimeUniform.margin(new Nps(1, 0, 0), new Nps(1, 0, 0), 0))
                .hasMessageContaining("planned answers 0");
    }

    private static double width(Margin margin) {
        return margin.high() - margin.low();
    }
}
