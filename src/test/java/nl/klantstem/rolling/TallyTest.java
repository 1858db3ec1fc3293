package nl.klantstem.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import nl.klantstem.topic.BinaryReader;
import nl.klantstem.topic.BinaryWriter;
import org.junit.jupiter.api.Test;

/** The laws that everything stands on: whatever the split and the order, the sum is the same. */
class TallyTest {

    private static final long SEED = 20260302;
    private static final int WIDTH = 17;
    private static final int ROUNDS = 500;

    private final Random random = new Random(SEED);

    @Test
    void tallies_are_a_commutative_group() {
        for (int i = 0; i < ROUNDS; i++) {
            Tally a = any();
            Tally b = any();
            Tally c = any();
            assertThat(a.plus(b)).isEqualTo(b.plus(a));
            assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
            assertThat(a.plus(Tally.ZERO)).isEqualTo(a);
            assertThat(a.minus(a)).isEqualTo(Tally.ZERO);
            assertThat(a.plus(b).minus(b)).isEqualTo(a);
            assertThat(a.plus(a.negate()).isZero()).isTrue();
        }
    }

    @Test
    void any_split_in_any_order_gives_the_same_sum() {
        for (int i = 0; i < ROUNDS; i++) {
            List<Tally> parts = new ArrayList<>();
            var counted = new long[WIDTH];
            for (int n = random.nextInt(12); n >= 0; n--) {
                Tally part = any();
                part.addTo(counted, 1);
                parts.add(part);
            }
            Collections.shuffle(parts, random);
            int split = random.nextInt(parts.size() + 1);
            Tally left = sum(parts.subList(0, split));
            Tally right = sum(parts.subList(split, parts.size()));
            assertThat(left.plus(right)).isEqualTo(Tally.of(counted));
            assertThat(left.plus(right).dense(WIDTH)).isEqualTo(counted);
        }
    }

    @Test
    void a_tally_comes_back_from_its_bytes_and_from_its_slices() {
        for (int i = 0; i < ROUNDS; i++) {
            Tally tally = any();
            var out = new BinaryWriter();
            tally.write(out);
            assertThat(Tally.read(new BinaryReader(out.toBytes()))).isEqualTo(tally);

            Tally three = tally.plus(any().shift(WIDTH)).plus(any().shift(2 * WIDTH));
            assertThat(three.slice(0, WIDTH)).isEqualTo(tally);
            assertThat(three.slice(0, WIDTH)
                            .plus(three.slice(WIDTH, 2 * WIDTH).shift(WIDTH))
                            .plus(three.slice(2 * WIDTH, 3 * WIDTH).shift(2 * WIDTH)))
                    .isEqualTo(three);
        }
    }

    @Test
    void what_is_lost_is_what_stood_and_stands_no_more() {
        Tally first = Tally.of(1, 0, 1, 0);
        assertThat(first.least(Tally.of(1, 0, 0, 5))).isEqualTo(Tally.of(1));
        assertThat(first.above(Tally.of(0, 3, 1))).isEqualTo(Tally.of(1));
        assertThat(first.above(first)).isEqualTo(Tally.ZERO);
    }

    private static Tally sum(List<Tally> tallies) {
        return tallies.stream().reduce(Tally.ZERO, Tally::plus);
    }

    private Tally any() {
        var counts = new long[WIDTH];
        for (int n = random.nextInt(5); n > 0; n--) {
            counts[random.nextInt(WIDTH)] = random.nextInt(21) - 10L;
        }
        return Tally.of(counts);
    }
}
