package nl.klantstem.rolling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import nl.klantstem.contract.out.Scope;
import org.junit.jupiter.api.Test;

/** Frames come back from their bytes as they were. */
class FrameCodecTest {

    private static final long SEED = 11;

    private final Random random = new Random(SEED);

    @Test
    void a_frame_comes_back_from_its_bytes() {
        System.out.println("frames: seed " + SEED);
        for (int round = 0; round < 300; round++) {
            Frame frame = new Frame(random.nextInt(100), marks(), deltas(random.nextInt(40)));

            assertThat(FrameCodec.decode(FrameCodec.encode(frame))).isEqualTo(frame);
        }
    }

    @Test
    void a_frame_that_only_carries_the_watermark_comes_back() {
        Frame frame = new Frame(8, List.of(new Frame.Mark(2, 1, Long.MIN_VALUE)), List.of());

        assertThat(FrameCodec.decode(FrameCodec.encode(frame))).isEqualTo(frame);
    }

    @Test
    void a_cell_is_named_once_however_many_deltas_it_has() {
        var one = new Frame(1, List.of(), List.of(new Delta("nps\u001fjourneyId=return", 5, 6, Tally.of(1))));
        var ten = new ArrayList<Delta>();
        for (int i = 0; i < 10; i++) {
            ten.add(new Delta("nps\u001fjourneyId=return", 5 + i, 6 + i, Tally.of(1)));
        }

        assertThat(FrameCodec.encode(new Frame(1, List.of(), ten)).length)
                .isLessThan(FrameCodec.encode(one).length + 9 * 8);
    }

    @Test
    void a_frame_of_a_newer_release_is_not_guessed_at() {
        byte[] bytes = FrameCodec.encode(new Frame(1, List.of(), List.of()));
        bytes[0] = 6;

        assertThatThrownBy(() -> FrameCodec.decode(bytes))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("unknown version");
    }

    @Test
    void a_cell_comes_back_from_its_id_and_meets_those_that_explain_it() {
        Cell journey = cell("nps", Map.of("journeyId", "return", "channel", "PHONE=a"));
        Cell driver = cell("contacts", Map.of("driver", "delivery/late/x", "level", "3"));
        Cell everything = cell("nps", Map.of());

        assertThat(List.of(journey, driver, everything))
                .allSatisfy(cell -> assertThat(Cell.parse(cell.id())).isEqualTo(cell));
        assertThat(journey.subject()).isEqualTo("return");
        assertThat(driver.subject()).isEqualTo("delivery");
        assertThat(everything.subject()).isEmpty();
    }

    private static Cell cell(String measure, Map<String, String> labels) {
        return new Cell(measure, new Scope(new TreeMap<>(labels)));
    }

    private List<Frame.Mark> marks() {
        var marks = new ArrayList<Frame.Mark>();
        for (int n = random.nextInt(5); n > 0; n--) {
            marks.add(new Frame.Mark(random.nextInt(12), random.nextInt(64), random.nextLong()));
        }
        return marks;
    }

    private List<Delta> deltas(int n) {
        var deltas = new ArrayList<Delta>();
        for (int i = 0; i < n; i++) {
            long minute = random.nextInt(40_000_000) - 1_000;
            deltas.add(new Delta(
                    "nps\u001fjourneyId=j" + random.nextInt(5) + "é",
                    minute,
                    minute + random.nextInt(600_000) - 5,
                    Tally.of(random.nextInt(9) - 4, 0, random.nextLong(), -1).shift(random.nextInt(40))));
        }
        return deltas;
    }
}
