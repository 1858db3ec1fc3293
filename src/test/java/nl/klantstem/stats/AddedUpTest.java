package nl.klantstem.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AddedUpTest {

    private static final long SEED = 12;

    @Test
    void three_thirds_are_one() {
        assertThat(AddedUp.hundredths(List.of(1 / 3.0, 1 / 3.0, 1 / 3.0), 1)).containsExactly(33, 34, 33);
    }

    @Test
    void nothing_stays_nothing_and_no_parts_are_no_parts() {
        assertThat(AddedUp.hundredths(List.of(.004, 0.0, .004, 0.0), .008)).containsExactly(0, 0, 1, 0);
        assertThat(AddedUp.hundredths(List.of(), 0)).isEmpty();
        assertThat(AddedUp.of(0)).isEqualTo(0.0);
    }

    @Test
    void parts_add_up_to_the_rounded_sum_and_each_is_near_what_it_is() {
        System.out.println("parts: seed " + SEED);
        var random = new Random(SEED);
        for (int round = 0; round < 5_000; round++) {
            var parts = new ArrayList<Double>();
            for (int i = random.nextInt(30); i >= 0; i--) {
                parts.add(random.nextGaussian() * random.nextInt(20));
            }
            double sum = parts.stream().mapToDouble(Double::doubleValue).sum();

            long[] rounded = AddedUp.hundredths(parts, sum);

            assertThat(Arrays.stream(rounded).sum()).isEqualTo(Math.round(TwoDecimals.of(sum) * 100));
            for (int i = 0; i < rounded.length; i++) {
                assertThat(AddedUp.of(rounded[i])).isCloseTo(parts.get(i), within(.01 + 1e-9));
            }
        }
    }
}
