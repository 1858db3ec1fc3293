package nl.klantstem.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import nl.klantstem.stats.NpsDifference.Verdict;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class NpsDifferenceTest {

    private static final Offset<Double> EXACT = within(1e-9);
    private static final long SEED = 20;

    @Test
    void difference_margin_and_z_agree_with_the_reference() {
        for (var row : Vectors.of("difference.csv")) {
            var difference = NpsDifference.of(row.nps("d1", "p1", "n1"), row.nps("d0", "p0", "n0"))
                    .orElseThrow();

            assertThat(difference.points()).as("%s", row).isCloseTo(row.number("difference"), EXACT);
            assertThat(difference.margin().low()).as("%s", row).isCloseTo(row.number("low95"), EXACT);
            assertThat(difference.margin().high()).as("%s", row).isCloseTo(row.number("high95"), EXACT);
            assertThat(difference.z()).as("%s", row).isCloseTo(row.number("z"), EXACT);
        }
    }

    @Test
    void the_other_way_round_is_the_same_with_the_other_sign() {
        System.out.println("differences of NPS: seed " + SEED);
        var random = new Random(SEED);
        for (int round = 0; round < 1_000; round++) {
            var one = any(random);
            var other = any(random);
            var there = NpsDifference.of(one, other).orElseThrow();
            var back = NpsDifference.of(other, one).orElseThrow();

            assertThat(there.points()).isCloseTo(-back.points(), EXACT);
            assertThat(there.margin().low()).isCloseTo(-back.margin().high(), EXACT);
            assertThat(there.margin().low()).isLessThan(there.margin().high());
        }
    }

    @Test
    void nobody_on_one_side_leaves_no_difference() {
        assertThat(NpsDifference.of(new Nps(0, 0, 0), new Nps(3, 2, 1))).isEmpty();
        assertThat(NpsDifference.of(new Nps(3, 2, 1), new Nps(0, 0, 0))).isEmpty();
    }

    @Test
    void not_worse_needs_the_whole_interval_above_what_is_tolerated_and_worse_the_whole_below() {
        assertThat(difference(-9.9, 30).verdict(10)).isEqualTo(Verdict.NOT_WORSE);
        assertThat(difference(-10, 30).verdict(10)).isEqualTo(Verdict.UNDECIDED);
        assertThat(difference(-40, -10).verdict(10)).isEqualTo(Verdict.UNDECIDED);
        assertThat(difference(-40, -10.1).verdict(10)).isEqualTo(Verdict.WORSE);
    }

    private static NpsDifference difference(double low, double high) {
        return new NpsDifference((low + high) / 2, new Margin(low, high), 0);
    }

    private static Nps any(Random random) {
        return new Nps(random.nextInt(50), random.nextInt(50), 1 + random.nextInt(50));
    }
}
