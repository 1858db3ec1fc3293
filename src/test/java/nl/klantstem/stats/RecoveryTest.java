package nl.klantstem.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import nl.klantstem.stats.Recovery.Terms;
import org.junit.jupiter.api.Test;

class RecoveryTest {

    private static final Terms DROP = Terms.usual(40, 22, 0.62);

    @Test
    void the_evidence_agrees_with_the_reference_answer_by_answer() {
        var recovery = new Recovery(DROP);
        for (var row : Vectors.of("recovery.csv")) {
            recovery.minute(row.number("elapsed"), new Answers().add("all", row.whole("score")), segment -> 0);

            assertThat(recovery.years()).as("%s", row).isCloseTo(row.number("years"), within(1e-9));
            assertThat(recovery.isRecovered()).as("%s", row).isEqualTo(row.whole("recovered") == 1);
        }
    }

    @Test
    void the_end_of_a_rise_is_the_end_of_a_drop_in_a_mirror() {
        var drop = new Recovery(DROP);
        var rise = new Recovery(new Terms(Direction.RISE, -40, 22, 0.62, 5, 30));
        for (int i = 0; i < 200; i++) {
            int score = i % 3 == 0 ? 0 : 10;
            drop.minute(12, new Answers().add("all", score), segment -> 0.1);
            rise.minute(12, new Answers().add("all", 10 - score), segment -> -0.1);

            assertThat(rise.years()).isCloseTo(drop.years(), within(1e-12));
        }
        assertThat(drop.years()).isPositive();
    }

    @Test
    void what_usually_scores_well_is_no_sign_of_recovery() {
        var plain = new Recovery(DROP);
        var happySegment = new Recovery(DROP);
        for (int i = 0; i < 400; i++) {
            var answers = new Answers().add("happy", i % 4 == 0 ? 3 : 10);
            plain.minute(12, answers, segment -> 0);
            happySegment.minute(12, answers, segment -> 0.3);
        }
        assertThat(plain.isRecovered()).isTrue();
        assertThat(happySegment.isRecovered()).isFalse();
    }

    @Test
    void one_that_goes_on_from_kept_evidence_says_the_same() {
        var one = new Recovery(DROP);
        for (int i = 0; i < 50; i++) {
            var answers = new Answers().add("a", i % 11).add("b", 9, i % 3);
            var resumed = new Recovery(DROP, one.years());
            one.minute(1, answers, segment -> 0);
            resumed.minute(1, answers, segment -> 0);
            assertThat(resumed.years()).isEqualTo(one.years());
        }
    }
}
