package nl.klantstem.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ProportionTest {

    private static final Offset<Double> EXACT = within(1e-12);
    private static final long SEED = 25;

    @Test
    void the_margin_is_that_of_two_successes_and_two_failures_more() {
        // N = 24, p = 7 / 24: p +- 1.959963984540054 sqrt(p (1 - p) / N)
        assertMargin(new Proportion(5, 20), 0.109_820_266_1, 0.473_513_067_2);
        // N = 104, p = 1 / 2
        assertMargin(new Proportion(50, 100), 0.403_904_859_6, 0.596_095_140_4);
    }

    @Test
    void none_or_all_of_few_is_cut_off_and_still_leaves_room() {
        // N = 14, p = 2 / 14: the low end would be below 0
        assertMargin(new Proportion(0, 10), 0, 0.326_156_802_4);
        assertMargin(new Proportion(10, 10), 0.673_843_197_6, 1);
        // N = 5, p = 3 / 5
        assertMargin(new Proportion(1, 1), 0.170_593_405_5, 1);
    }

    @Test
    void none_of_many_is_nearly_certain_and_not_quite() {
        var margin = new Proportion(0, 1_000_000).margin().orElseThrow();

        assertThat(margin.low()).isZero();
        assertThat(margin.high()).isBetween(1e-6, 1e-5);
    }

    @Test
    void nothing_of_nothing_has_neither_share_nor_margin() {
        assertThat(new Proportion(0, 0).rounded()).isEmpty();
        assertThat(new Proportion(0, 0).margin()).isEmpty();
        assertThat(new Proportion(0, 3).rounded()).hasValue(0);
    }

    @Test
    void the_rest_has_the_mirrored_margin_and_more_of_the_same_a_narrower_one() {
        System.out.println("proportions: seed " + SEED);
        var random = new Random(SEED);
        for (int round = 0; round < 1_000; round++) {
            long whole = 1 + random.nextInt(500);
            long part = random.nextInt((int) whole + 1);
            var margin = new Proportion(part, whole).margin().orElseThrow();
            var rest = new Proportion(whole - part, whole).margin().orElseThrow();
            var tenfold = new Proportion(10 * part, 10 * whole).margin().orElseThrow();

            assertThat(margin.low()).isCloseTo(1 - rest.high(), EXACT).isLessThan(margin.high());
            assertThat((double) part / whole).isBetween(margin.low(), margin.high());
            assertThat(tenfold.high() - tenfold.low()).isLessThan(margin.high() - margin.low());
        }
    }

    @Test
    void a_part_that_is_more_than_the_whole_is_a_bug() {
        assertThatThrownBy(() -> new Proportion(3, 2)).hasMessage("a part of 3 of a whole of 2");
        assertThatThrownBy(() -> new Proportion(-1, 2)).hasMessage("a part of -1 of a whole of 2");
    }

    private static void assertMargin(Proportion proportion, double low, double high) {
        var margin = proportion.margin().orElseThrow();
        assertThat(margin.low()).as("low of " + proportion).isCloseTo(low, within(1e-9));
        assertThat(margin.high()).as("high of " + proportion).isCloseTo(high, within(1e-9));
    }
}
