package nl.klantstem.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nl.klantstem.topic.BinaryReader;
import nl.klantstem.topic.BinaryWriter;
import org.junit.jupiter.api.Test;

class FrameCodecTest {

    private static final long SEED = 7;

    @Test
    void a_frame_comes_back_as_it_was() {
        var random = new Random(SEED);
        for (int round = 0; round < 200; round++) {
            var deltas = new ArrayList<Delta>();
            for (int n = random.nextInt(40); n > 0; n--) {
                deltas.add(new Delta(
                        "nps" + Cell.SEPARATOR + "journeyId=é" + random.nextInt(5),
                        random.nextInt(60_000_000) - 1_000L,
                        random.nextInt(60_000_000) - 1_000L,
                        Tally.of(random.nextInt(5) - 2L, 0, random.nextInt(5) - 2L)));
            }
            var frame = new Frame(
                    4, List.of(new Frame.Mark(0, 1, Long.MIN_VALUE), new Frame.Mark(3, 0, random.nextLong())), deltas);
            assertThat(FrameCodec.decode(FrameCodec.encode(frame))).isEqualTo(frame);
        }
    }

    @Test
    void numbers_and_texts_of_any_size_come_back() {
        long[] numbers = {0, -1, 1, 63, 64, -64, -65, Integer.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE};
        var out = new BinaryWriter();
        for (long number : numbers) {
            out.number(number);
        }
        out.text("")
                .text("héé 👋")
                .optional((String) null)
                .optional((Number) null)
                .optional((Number) 0);
        var in = new BinaryReader(out.toBytes());
        for (long number : numbers) {
            assertThat(in.number()).isEqualTo(number);
        }
        assertThat(in.text()).isEmpty();
        assertThat(in.text()).isEqualTo("héé 👋");
        assertThat(in.optionalText()).isNull();
        assertThat(in.optionalNumber()).isNull();
        assertThat(in.optionalNumber()).isZero();
        assertThat(in.hasMore()).isFalse();
    }

    @Test
    void a_cell_comes_back_from_its_id() {
        var cell =
                new Cell("nps", nl.klantstem.contract.out.Scope.of(java.util.Map.of("journeyId", "a=b", "level", 2)));
        assertThat(Cell.parse(cell.id())).isEqualTo(cell);
    }
}
