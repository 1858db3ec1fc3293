package nl.klantstem.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import nl.klantstem.stats.DifferenceInDifferences.Change;
import org.junit.jupiter.api.Test;

/** What a measure did: the answers it takes to see, and the change beyond that of a control. */
class EffectsTest {

    private static final Nps FORTY = new Nps(600_000, 200_000, 200_000);

    @Test
    void small_changes_take_many_answers() {
        assertThat(Power.answersPerGroup(20, 0.6)).isEqualTo(236);
        assertThat(Power.answersPerGroup(10, 0.6)).isBetween(935L, 945L);
        assertThat(Power.answersPerGroup(5, 0.6)).isBetween(3_700L, 3_850L);
        assertThat(FORTY.variance()).isCloseTo(0.64, within(1e-4));
    }

    @Test
    void with_the_planned_answers_the_change_lies_2_8_standard_errors_from_nothing() {
        long n = Power.answersPerGroup(10, FORTY.variance());
        var before = new Nps(n * 6 / 10, n * 2 / 10, n * 2 / 10);
        var after = new Nps(n * 6 / 10 - n / 20, n * 2 / 10, n * 2 / 10 + n / 20);

        assertThat(NpsDifference.of(after, before).orElseThrow().z()).isCloseTo(-2.8, within(0.1));
    }

    @Test
    void the_change_that_can_be_seen_with_some_answers_is_the_one_that_takes_them() {
        for (int points : new int[] {5, 10, 20}) {
            long n = Power.answersPerGroup(points, 0.6);
            assertThat(detectable(n, n)).isLessThanOrEqualTo(points);
            assertThat(detectable(n - 1, n - 1)).isGreaterThan(points);
        }
        assertThat(detectable(236, 236)).isCloseTo(20, within(0.05));
        // 1/100 + 1/300 = 2/150
        assertThat(detectable(100, 300)).isCloseTo(detectable(150, 150), within(1e-9));
        assertThat(detectable(100, 0)).isInfinite();
    }

    private static double detectable(long before, long after) {
        return Power.detectable(List.of(new Power.Group(0.6, before), new Power.Group(0.6, after)));
    }

    @Test
    void no_change_at_all_cannot_be_planned_for() {
        assertThatThrownBy(() -> Power.answersPerGroup(0, 0.6)).hasMessageContaining("0.0 points");
    }

    @Test
    void what_happened_to_the_control_too_was_not_the_measure() {
        var scope = new Change(new Nps(50, 20, 30), new Nps(70, 10, 20)); // +20 to +50
        var control = new Change(new Nps(400, 300, 300), new Nps(500, 300, 200)); // +10 to +30

        var effect = DifferenceInDifferences.of(scope, control).orElseThrow();

        assertThat(effect.points()).isCloseTo(10, within(1e-9));
        assertThat(effect.margin().low()).isLessThan(0);
        assertThat(effect.margin().high()).isGreaterThan(20);
    }

    @Test
    void the_four_variances_add() {
        var scope = new Change(new Nps(50, 20, 30), new Nps(70, 10, 20));
        var control = new Change(new Nps(400, 300, 300), new Nps(500, 300, 200));
        double scopeError = error(
                NpsDifference.of(scope.after(), scope.before()).orElseThrow().margin());
        double controlError = error(NpsDifference.of(control.after(), control.before())
                .orElseThrow()
                .margin());

        var effect = DifferenceInDifferences.of(scope, control).orElseThrow();

        assertThat(error(effect.margin())).isCloseTo(Math.hypot(scopeError, controlError), within(1e-9));
        assertThat(DifferenceInDifferences.of(control, scope).orElseThrow().z()).isCloseTo(-effect.z(), within(1e-12));
    }

    @Test
    void without_answers_on_one_of_the_four_sides_there_is_no_effect_to_tell() {
        var known = new Change(new Nps(5, 2, 3), new Nps(7, 1, 2));
        var unknown = new Change(new Nps(5, 2, 3), new Nps(0, 0, 0));

        assertThat(DifferenceInDifferences.of(known, unknown)).isEmpty();
        assertThat(DifferenceInDifferences.of(unknown, known)).isEmpty();
    }

    private static double error(Margin margin) {
        return (margin.high() - margin.low()) / 2;
    }
}
