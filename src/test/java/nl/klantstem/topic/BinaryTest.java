package nl.klantstem.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import nl.klantstem.contract.in.Audience;
import org.junit.jupiter.api.Test;

/** What is written is read again, at the edges too. */
class BinaryTest {

    private static final long SEED = 7;

    @Test
    void numbers_come_back_at_the_edges_too() {
        long[] edges = {
            0,
            1,
            -1,
            63,
            64,
            -64,
            -65,
            127,
            128,
            Integer.MAX_VALUE,
            Integer.MIN_VALUE,
            Long.MAX_VALUE,
            Long.MAX_VALUE - 1,
            Long.MIN_VALUE,
            Long.MIN_VALUE + 1,
            Long.MAX_VALUE / 2
        };
        var out = new BinaryWriter();
        for (long edge : edges) {
            out.number(edge);
        }
        var in = new BinaryReader(out.toBytes());

        for (long edge : edges) {
            assertThat(in.number()).isEqualTo(edge);
        }
        assertThat(in.hasMore()).isFalse();
    }

    @Test
    void random_numbers_come_back() {
        System.out.println("binary: seed " + SEED);
        var random = new Random(SEED);
        var out = new BinaryWriter();
        var numbers = random.longs(5_000).map(n -> n >> (n & 63)).toArray();
        for (long number : numbers) {
            out.number(number);
        }
        var in = new BinaryReader(out.toBytes());

        for (long number : numbers) {
            assertThat(in.number()).isEqualTo(number);
        }
        assertThat(out.size()).isEqualTo(out.toBytes().length);
    }

    @Test
    void small_numbers_take_one_byte() {
        assertThat(new BinaryWriter().number(-64).size()).isEqualTo(1);
        assertThat(new BinaryWriter().number(63).size()).isEqualTo(1);
        assertThat(new BinaryWriter().number(64).size()).isEqualTo(2);
        assertThat(new BinaryWriter().number(Long.MIN_VALUE).size()).isEqualTo(10);
    }

    @Test
    void texts_come_back_whatever_letters_they_have() {
        String long1 = "π".repeat(70_000);
        var bytes = new BinaryWriter()
                .text("")
                .text("één 😀 \u0000 \u001f")
                .text(long1)
                .optional((String) null)
                .optional("")
                .optional("x")
                .toBytes();
        var in = new BinaryReader(bytes);

        assertThat(in.text()).isEmpty();
        assertThat(in.text()).isEqualTo("één 😀 \u0000 \u001f");
        assertThat(in.text()).isEqualTo(long1);
        assertThat(in.optionalText()).isNull();
        assertThat(in.optionalText()).isEmpty();
        assertThat(in.optionalText()).isEqualTo("x");
        assertThat(in.hasMore()).isFalse();
    }

    @Test
    void a_text_that_comes_again_takes_a_byte_or_two_and_comes_back() {
        System.out.println("binary: seed " + SEED);
        var random = new Random(SEED);
        var out = new BinaryWriter();
        var texts = random.ints(2_000, 0, 200).mapToObj(n -> "text number " + n).toList();
        texts.forEach(out::text);
        var in = new BinaryReader(out.toBytes());

        texts.forEach(text -> assertThat(in.text()).isEqualTo(text));
        assertThat(in.hasMore()).isFalse();
        assertThat(out.size()).isLessThan(200 * 16 + 2_000 * 2);
    }

    @Test
    void what_may_be_absent_is_not_zero() {
        var bytes = new BinaryWriter()
                .optional((Integer) null)
                .optional(0)
                .optional(-1)
                .optional(Long.MIN_VALUE)
                .optional((Long) null)
                .toBytes();
        var in = new BinaryReader(bytes);

        assertThat(in.optionalInteger()).isNull();
        assertThat(in.optionalInteger()).isZero();
        assertThat(in.optionalInteger()).isEqualTo(-1);
        assertThat(in.optionalNumber()).isEqualTo(Long.MIN_VALUE);
        assertThat(in.optionalNumber()).isNull();
    }

    @Test
    void constants_flags_and_bytes_come_back() {
        var bytes = new BinaryWriter()
                .constant(Audience.PARTNER)
                .flag(true)
                .flag(false)
                .blob(new byte[] {1, -2, 3})
                .blob(new byte[0])
                .toBytes();
        var in = new BinaryReader(bytes);

        assertThat(in.constant(Audience.values())).isEqualTo(Audience.PARTNER);
        assertThat(in.flag()).isTrue();
        assertThat(in.flag()).isFalse();
        assertThat(in.blob()).containsExactly(1, -2, 3);
        assertThat(in.blob()).isEmpty();
    }

    @Test
    void what_is_not_there_is_not_made_up() {
        assertThatThrownBy(() -> new BinaryReader(new byte[0]).number())
                .isInstanceOf(ArrayIndexOutOfBoundsException.class);
        assertThatThrownBy(() -> new BinaryReader(
                                new BinaryWriter().optional((String) null).toBytes())
                        .text())
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new BinaryReader(
                                new BinaryWriter().number(Long.MAX_VALUE).toBytes())
                        .integer())
                .isInstanceOf(ArithmeticException.class);
    }
}
