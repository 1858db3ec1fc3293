package nl.klantstem.stats;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.klantstem.stats.Decomposition.Part;
import nl.klantstem.stats.Vectors.Row;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class DecompositionTest {

    private static final Offset<Double> EXACT = within(1e-9);
    private static final long SEED = 11;

    @Test
    void change_and_effects_agree_with_the_reference() {
        for (var total : Vectors.of("decomposition-totals.csv")) {
            var rows = Vectors.of("decomposition.csv").stream()
                    .filter(row -> row.text("case").equals(total.text("case")))
                    .toList();

            var decomposition =
                    Decomposition.of(side(rows, "0"), side(rows, "1")).orElseThrow();

            assertThat(decomposition.change()).isCloseTo(total.number("change"), EXACT);
            assertThat(decomposition.score()).isCloseTo(total.number("score"), EXACT);
            assertThat(decomposition.mix()).isCloseTo(total.number("mix"), EXACT);
            Map<String, Part> parts = decomposition.parts().stream().collect(toMap(Part::segment, part -> part));
            for (var row : rows) {
                Part part = parts.get(row.text("segment"));
                assertThat(part.score()).as("%s", row).isCloseTo(row.number("score"), EXACT);
                assertThat(part.mix()).as("%s", row).isCloseTo(row.number("mix"), EXACT);
            }
        }
    }

    @Test
    void score_and_mix_add_up_to_the_change_whatever_the_segments() {
        System.out.println("decompositions: seed " + SEED);
        var random = new Random(SEED);
        for (int round = 0; round < 2_000; round++) {
            var before = segments(random);
            var after = segments(random);

            var decomposition = Decomposition.of(before, after).orElseThrow();

            double change =
                    total(after).score().orElseThrow() - total(before).score().orElseThrow();
            assertThat(decomposition.change()).isCloseTo(change, EXACT);
            assertThat(decomposition.score() + decomposition.mix()).isCloseTo(change, EXACT);
        }
    }

    @Test
    void the_way_back_is_the_way_there_with_the_other_sign() {
        var random = new Random(SEED + 1);
        for (int round = 0; round < 500; round++) {
            var before = segments(random);
            var after = segments(random);
            var there = Decomposition.of(before, after).orElseThrow();
            var back = Decomposition.of(after, before).orElseThrow();

            assertThat(back.score()).isCloseTo(-there.score(), EXACT);
            assertThat(back.mix()).isCloseTo(-there.mix(), EXACT);
        }
    }

    @Test
    void a_segment_that_is_new_or_gone_is_all_mix() {
        var before = Map.of("phone", new Nps(60, 20, 20), "letter", new Nps(1, 1, 8));
        var after = Map.of("phone", new Nps(60, 20, 20), "chat", new Nps(10, 10, 20));

        var decomposition = Decomposition.of(before, after).orElseThrow();

        assertThat(decomposition.score()).isZero();
        assertThat(decomposition.parts()).extracting(Part::segment).containsExactly("chat", "letter", "phone");
        assertThat(decomposition.mix()).isCloseTo(decomposition.change(), EXACT);
    }

    @Test
    void more_contacts_about_lost_parcels_are_mix_and_not_bad_service() {
        var before = Map.of("lost", new Nps(30, 30, 40), "other", new Nps(540, 180, 180));
        var after = Map.of("lost", new Nps(150, 150, 200), "other", new Nps(540, 180, 180));

        var decomposition = Decomposition.of(before, after).orElseThrow();

        assertThat(decomposition.change()).isLessThan(-10);
        assertThat(decomposition.score()).isCloseTo(0, EXACT);
    }

    @Test
    void a_period_without_answers_cannot_be_explained_and_a_segment_without_is_left_out() {
        var some = Map.of("phone", new Nps(1, 1, 1));
        assertThat(Decomposition.of(some, Map.of())).isEmpty();
        assertThat(Decomposition.of(Map.of("phone", new Nps(0, 0, 0)), some)).isEmpty();
        assertThat(Decomposition.of(some, Map.of("phone", new Nps(1, 0, 0), "chat", new Nps(0, 0, 0)))
                        .orElseThrow()
                        .parts())
                .extracting(Part::segment)
                .containsExactly("phone");
    }

    private static Map<String, Nps> side(List<Row> rows, String period) {
        return rows.stream()
                .filter(row -> row.whole("n" + period) > 0)
                .collect(toMap(row -> row.text("segment"), row -> row.nps("d" + period, "p" + period, "n" + period)));
    }

    private static Map<String, Nps> segments(Random random) {
        var segments = new HashMap<String, Nps>();
        segments.put("always", new Nps(1 + random.nextInt(50), random.nextInt(50), random.nextInt(50)));
        for (int i = random.nextInt(8); i > 0; i--) {
            segments.put("s" + random.nextInt(10), new Nps(random.nextInt(90), random.nextInt(30), random.nextInt(60)));
        }
        return segments;
    }

    private static Nps total(Map<String, Nps> segments) {
        return segments.values().stream().reduce(new Nps(0, 0, 0), Nps::plus);
    }
}
