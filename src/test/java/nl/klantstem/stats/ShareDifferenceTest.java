package nl.klantstem.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ShareDifferenceTest {

    private static final long SEED = 14;

    @Test
    void the_interval_is_that_of_one_success_and_one_failure_more_in_each() {
        // N = 22, p = 15 / 22 and 5 / 22
        var difference = ShareDifference.of(new Proportion(14, 20), new Proportion(4, 20))
                .orElseThrow();

        assertThat(difference.share()).isCloseTo(0.5, within(1e-12));
        assertThat(difference.margin().low()).isCloseTo(0.192_7, within(5e-5));
        assertThat(difference.margin().high()).isCloseTo(0.716_4, within(5e-5));
    }

    @Test
    void it_holds_the_truth_in_about_95_of_100_cases() {
        System.out.println("differences of shares: seed " + SEED);
        var random = new Random(SEED);
        int held = 0;
        int trials = 20_000;
        for (int trial = 0; trial < trials; trial++) {
            var margin = ShareDifference.of(drawn(random, 0.6, 40), drawn(random, 0.3, 60))
                    .orElseThrow()
                    .margin();
            held += margin.low() <= 0.3 && margin.high() >= 0.3 ? 1 : 0;
        }
        assertThat(held / (double) trials).isBetween(0.94, 0.965);
    }

    @Test
    void the_other_way_round_it_is_mirrored_and_it_is_never_beyond_all_or_nothing() {
        var one = new Proportion(1, 1);
        var none = new Proportion(0, 1);

        var up = ShareDifference.of(one, none).orElseThrow().margin();
        var down = ShareDifference.of(none, one).orElseThrow().margin();

        assertThat(up.high()).isEqualTo(1);
        assertThat(up.low()).isCloseTo(-down.high(), within(1e-12));
        assertThat(ShareDifference.of(one, new Proportion(0, 0))).isEmpty();
    }

    private static Proportion drawn(Random random, double share, int n) {
        int part = 0;
        for (int i = 0; i < n; i++) {
            part += random.nextDouble() < share ? 1 : 0;
        }
        return new Proportion(part, n);
    }
}
