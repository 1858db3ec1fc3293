package nl.klantstem.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import nl.klantstem.topic.BinaryReader;
import nl.klantstem.topic.BinaryWriter;
import org.junit.jupiter.api.Test;

/** Tallies are a commutative group, and hold against plain arrays of numbers. */
class TallyTest {

    private static final long SEED = 20260329;
    private static final int ROUNDS = 2_000;
    private static final int WIDTH = 9;

    private final Random random = new Random(SEED);

    TallyTest() {
        System.out.println("tallies: seed " + SEED);
    }

    @Test
    void any_order_and_any_grouping_give_the_same_sum() {
        for (int round = 0; round < ROUNDS; round++) {
            Tally a = Tally.of(counts());
            Tally b = Tally.of(counts());
            Tally c = Tally.of(counts());

            assertThat(a.plus(b)).isEqualTo(b.plus(a)).hasSameHashCodeAs(b.plus(a));
            assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
        }
    }

    @Test
    void what_is_added_can_be_taken_back_to_nothing() {
        for (int round = 0; round < ROUNDS; round++) {
            Tally a = Tally.of(counts());
            Tally b = Tally.of(counts());

            assertThat(a.plus(Tally.ZERO)).isEqualTo(a);
            assertThat(Tally.ZERO.plus(a)).isEqualTo(a);
            assertThat(a.minus(Tally.ZERO)).isEqualTo(a);
            assertThat(a.plus(b).minus(b)).isEqualTo(a);
            assertThat(a.minus(a)).isEqualTo(Tally.ZERO);
            assertThat(a.minus(a).isZero()).isTrue();
            assertThat(a.plus(a.negate()).isZero()).isTrue();
            assertThat(a.negate().negate()).isEqualTo(a);
            assertThat(a.minus(b)).isEqualTo(a.plus(b.negate()));
        }
    }

    @Test
    void it_says_the_same_as_an_array_of_numbers() {
        for (int round = 0; round < ROUNDS; round++) {
            long[] a = counts();
            long[] b = counts();

            assertThat(Tally.of(a).dense(WIDTH)).isEqualTo(a);
            assertThat(Tally.of(a).plus(Tally.of(b)).dense(WIDTH)).isEqualTo(sum(a, b, 1));
            assertThat(Tally.of(a).minus(Tally.of(b)).dense(WIDTH)).isEqualTo(sum(a, b, -1));
            assertThat(Tally.of(a).isZero()).isEqualTo(Arrays.stream(a).allMatch(n -> n == 0));
            long[] added = b.clone();
            Tally.of(a).addTo(added, -1);
            assertThat(added).isEqualTo(sum(b, a, -1));
            assertThat(Tally.of(Arrays.copyOf(a, WIDTH + 5)))
                    .as("empty positions at the end mean nothing")
                    .isEqualTo(Tally.of(a));
        }
    }

    @Test
    void a_slice_takes_out_what_a_shift_put_in() {
        for (int round = 0; round < ROUNDS; round++) {
            Tally net = Tally.of(counts());
            Tally first = Tally.of(counts());
            Tally taken = Tally.of(counts());
            Tally all = net.plus(first.shift(WIDTH)).plus(taken.shift(2 * WIDTH));

            assertThat(all.slice(0, WIDTH)).isEqualTo(net);
            assertThat(all.slice(WIDTH, 2 * WIDTH)).isEqualTo(first);
            assertThat(all.slice(2 * WIDTH, 3 * WIDTH)).isEqualTo(taken);
            assertThat(all.slice(WIDTH, 3 * WIDTH)).isEqualTo(first.plus(taken.shift(WIDTH)));
            int from = random.nextInt(WIDTH);
            int to = from + random.nextInt(WIDTH);
            assertThat(all.slice(from, to).dense(to - from))
                    .isEqualTo(Arrays.copyOfRange(all.dense(3 * WIDTH), from, to));
        }
    }

    @Test
    void a_sum_can_be_split_anywhere() {
        for (int round = 0; round < 200; round++) {
            var tallies = new ArrayList<Tally>();
            for (int n = random.nextInt(30); n >= 0; n--) {
                tallies.add(Tally.of(counts()));
            }
            Tally whole = tallies.stream().reduce(Tally.ZERO, Tally::plus);
            Collections.shuffle(tallies, random);
            int split = random.nextInt(tallies.size() + 1);
            Tally left = tallies.subList(0, split).stream().reduce(Tally.ZERO, Tally::plus);
            Tally right = tallies.subList(split, tallies.size()).stream().reduce(Tally.ZERO, Tally::plus);

            assertThat(left.plus(right)).isEqualTo(whole);
        }
    }

    @Test
    void it_comes_back_from_its_bytes() {
        for (int round = 0; round < ROUNDS; round++) {
            long[] counts = counts();
            counts[random.nextInt(WIDTH)] = extreme();
            var out = new BinaryWriter();
            Tally.of(counts).write(out);
            Tally.ZERO.write(out);
            Tally.of(counts).shift(40).write(out);
            var in = new BinaryReader(out.toBytes());

            assertThat(Tally.read(in)).isEqualTo(Tally.of(counts));
            assertThat(Tally.read(in)).isEqualTo(Tally.ZERO);
            assertThat(Tally.read(in)).isEqualTo(Tally.of(counts).shift(40));
            assertThat(in.hasMore()).isFalse();
        }
    }

    @Test
    void the_most_of_two_is_the_most_at_each_position() {
        for (int round = 0; round < ROUNDS; round++) {
            long[] a = counts();
            long[] b = counts();
            long[] most = a.clone();
            for (int i = 0; i < most.length; i++) {
                most[i] = Math.max(a[i], b[i]);
            }

            assertThat(Tally.of(a).most(Tally.of(b))).isEqualTo(Tally.of(most));
        }
    }

    private long[] counts() {
        var counts = new long[WIDTH];
        for (int i = 0; i < WIDTH; i++) {
            counts[i] = random.nextInt(3) == 0 ? 0 : random.nextInt(7) - 3;
        }
        return counts;
    }

    private long extreme() {
        return switch (random.nextInt(3)) {
            case 0 -> Long.MAX_VALUE;
            case 1 -> Long.MIN_VALUE;
            default -> random.nextLong();
        };
    }

    private static long[] sum(long[] a, long[] b, int sign) {
        var sum = a.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += sign * b[i];
        }
        return sum;
    }
}
