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
