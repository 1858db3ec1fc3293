package nl.klantstem.stats;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ImpactTest {

    private static final Offset<Double> EXACT = within(1e-9);

    @Test
    void score_share_and_impact_agree_with_the_reference() {
        var rows = Vectors.of("impact.csv");

        var impacts = Impact.of(rows.stream()
                .collect(toMap(row -> row.text("driver"), row -> row.nps("detractors", "promoters", "n"))));

        assertThat(impacts).hasSameSizeAs(rows);
        for (var row : rows) {
            Impact impact = impacts.get(row.text("driver"));
            assertThat(impact.own().score()).as("%s", row).hasValueCloseTo(row.number("nps"), EXACT);
            assertThat(impact.share()).as("%s", row).isCloseTo(row.number("share"), EXACT);
            assertThat(impact.points()).as("%s", row).hasValueCloseTo(row.number("impact"), EXACT);
        }
    }

    @Test
    void a_driver_that_scores_like_the_rest_has_no_impact_and_a_bad_one_pulls_down() {
        var impacts =
                Impact.of(Map.of("usual", new Nps(6, 2, 2), "same", new Nps(60, 20, 20), "bad", new Nps(10, 30, 60)));

        assertThat(impacts.get("bad").points().orElseThrow()).isLessThan(-20);
        assertThat(impacts.get("bad").rest().score()).hasValueCloseTo(40.0, EXACT);
        assertThat(impacts.get("same").points().orElseThrow()).isPositive();
        assertThat(Impact.of(Map.of("one", new Nps(6, 2, 2), "two", new Nps(12, 4, 4)))
                        .get("one")
                        .points())
                .hasValueCloseTo(0.0, EXACT);
    }

    @Test
    void a_driver_that_is_all_there_is_has_nothing_to_be_compared_with_and_one_without_answers_is_not_told() {
        var impacts = Impact.of(Map.of("all", new Nps(6, 2, 2), "none", new Nps(0, 0, 0)));

        assertThat(impacts).containsOnlyKeys("all");
        assertThat(impacts.get("all").points()).isEmpty();
    }
}
