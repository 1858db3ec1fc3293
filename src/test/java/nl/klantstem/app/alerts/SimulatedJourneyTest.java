package nl.klantstem.app.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.klantstem.stats.Answers;
import nl.klantstem.stats.Nps;
import org.junit.jupiter.api.Test;

/** What is simulated is what is said, and the bound is the one that was computed elsewhere. */
class SimulatedJourneyTest {

    private static final int DAYS = 30;

    @Test
    void the_usual_score_is_40_and_a_drop_takes_as_many_points_as_it_says() {
        assertThat(ScoreShape.USUAL.mean()).isCloseTo(0.4, within(1e-12));
        assertThat(ScoreShape.USUAL.contaminated(20).mean()).isCloseTo(0.2, within(1e-12));
        assertThat(ScoreShape.USUAL.shifted(7).mean()).isCloseTo(0.47, within(1e-12));
        assertThat(Arrays.stream(ScoreShape.USUAL.shifted(-7).contaminated(10).shares())
                        .sum())
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void so_many_answers_come_as_were_asked_for_and_they_score_40() {
        var seen = seen(Ordinary.QUIET, Change.NONE);

        assertThat(seen.n()).isCloseTo(50 * 24 * DAYS, within(800L));
        assertThat(seen.score().orElseThrow()).isCloseTo(40, within(1.5));
    }

    @Test
    void what_is_ordinary_leaves_the_mean_where_it_is_and_what_goes_wrong_does_not() {
        assertThat(seen(Ordinary.BURSTS, Change.NONE).score().orElseThrow()).isCloseTo(40, within(2.5));
        assertThat(seen(Ordinary.BAD_WOBBLE, Change.NONE).score().orElseThrow()).isCloseTo(40, within(2.5));
        assertThat(seen(Ordinary.QUIET, new Change(20, 0)).score().orElseThrow())
                .isCloseTo(20, within(1.5));
        assertThat(seen(Ordinary.QUIET, new Change(20, DAYS)).score().orElseThrow())
                .isCloseTo(30, within(1.5));
    }

    @Test
    void the_best_that_is_possible_needs_the_answers_that_were_computed_elsewhere() {
        var cusum = new OptimalCusum(ScoreShape.USUAL, ScoreShape.USUAL.contaminated(20));

        assertThat(cusum.answers(5 * 8_766)).isCloseTo(119, within(2.0));
        assertThat(cusum.answers(50 * 8_766)).isCloseTo(160, within(2.0));
        assertThat(cusum.answers(500 * 8_766)).isCloseTo(201, within(2.0));
    }

    @Test
    void changes_that_nobody_saw_count_with_the_time_waited_and_leave_no_95_percent() {
        var delays = new ArrayList<Delay>();
        for (int hours = 1; hours <= 19; hours++) {
            delays.add(new Delay(true, hours, 10));
        }
        delays.add(new Delay(false, 100, 10));

        var one = DelaySummary.of(delays);
        assertThat(one.p95()).hasValue(19);
        assertThat(one.mean()).isEqualTo(14.5);
        assertThat(one.missed()).isEqualTo(1);
        assertThat(DelaySummary.of(delays.subList(1, 20)).p95()).isEmpty();
        assertThat(DelaySummary.of(List.of()).n()).isZero();
    }

    private static Nps seen(Ordinary ordinary, Change change) {
        var journey = new Journey(50, ordinary, new Dice(3)).going(change, 0, new Dice(4));
        var answers = new Answers();
        var seen = new Nps(0, 0, 0);
        for (long minute = 0; minute < DAYS * 1_440L; minute++) {
            journey.answers(minute, answers);
            seen = seen.plus(answers.nps());
        }
        return seen;
    }
}
