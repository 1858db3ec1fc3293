package nl.klantstem.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class NpsTest {

    private static final Offset<Double> EXACT = within(1e-9);

    @Test
    void score_and_margin_agree_with_the_reference() {
        for (var row : Vectors.of("interval.csv")) {
            var nps = row.nps("detractors", "promoters", "n");
            var margin = nps.margin().orElseThrow();
            assertThat(nps.passives()).as("%s", row).isEqualTo(row.whole("passives"));
            assertThat(nps.score()).as("%s", row).hasValueCloseTo(row.number("nps"), EXACT);
            assertThat(margin.low()).as("%s", row).isCloseTo(row.number("low95"), EXACT);
            assertThat(margin.high()).as("%s", row).isCloseTo(row.number("high95"), EXACT);
        }
    }

    @Test
    void nobody_answered_is_not_a_score_of_zero() {
        var nobody = new Nps(0, 0, 0);
        assertThat(nobody.score()).isEmpty();
        assertThat(nobody.rounded()).isEmpty();
        assertThat(nobody.margin()).isEmpty();
        assertThat(nobody.trust()).isEqualTo(Nps.Trust.SUPPRESSED);
    }

    @Test
    void the_score_lies_inside_its_margin_whatever_the_answers() {
        for (int n = 2; n < 80; n++) {
            for (int promoters = 0; promoters <= n; promoters++) {
                for (int detractors = 0; detractors <= n - promoters; detractors++) {
                    var nps = new Nps(promoters, n - promoters - detractors, detractors);
                    var margin = nps.margin().orElseThrow();
                    double score = nps.score().orElseThrow();
                    if (score < margin.low() || score > margin.high()) {
                        throw new AssertionError(nps + " scores " + score + ", outside " + margin);
                    }
                }
            }
        }
    }

    @Test
    void one_and_the_same_answer_is_never_certain() {
        var margin = new Nps(10_000, 0, 0).margin().orElseThrow();
        assertThat(margin.low()).isLessThan(100);
        assertThat(margin.high()).isEqualTo(100);
    }

    @Test
    void published_figures_are_rounded_half_away_from_zero() {
        assertThat(new Nps(1, 799, 0).rounded()).hasValue(0.13); // 0.125
        assertThat(new Nps(0, 799, 1).rounded()).hasValue(-0.13);
        assertThat(new Nps(2, 0, 1).rounded()).hasValue(33.33);
        assertThat(new Nps(128, 202, 82).rounded()).hasValue(11.17);
        assertThat(TwoDecimals.of(2.675)).isEqualTo(2.68);
        assertThat(TwoDecimals.of(-2.675)).isEqualTo(-2.68);
        assertThat(TwoDecimals.ofRatio(1_231, 300)).isEqualTo(4.1);
        assertThat(new Margin(-12.585579968808114, 74.12404150726965).rounded()).isEqualTo(new Margin(-12.59, 74.12));
    }

    @Test
    void a_zero_is_never_negative() {
        assertThat(1 / TwoDecimals.of(-0.001)).isPositive();
        assertThat(1 / TwoDecimals.ofRatio(-1, 1_000_000)).isPositive();
    }

    @Test
    void few_answers_are_marked_and_very_few_not_shown() {
        assertThat(new Nps(4, 0, 0).trust()).isEqualTo(Nps.Trust.SUPPRESSED);
        assertThat(new Nps(3, 1, 1).trust()).isEqualTo(Nps.Trust.LOW_N);
        assertThat(new Nps(10, 10, 9).trust()).isEqualTo(Nps.Trust.LOW_N);
        assertThat(new Nps(10, 10, 10).trust()).isEqualTo(Nps.Trust.OK);
    }

    @Test
    void a_negative_count_is_a_bug_and_says_so() {
        assertThatThrownBy(() -> new Nps(1, 0, -1)).hasMessageContaining("detractors -1");
    }
}
