package nl.klantstem.insight.steering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoadTest {

    @Test
    void what_can_be_handled_by_the_end_of_the_day_is_no_shortfall() {
        var load = new Load(20, new double[] {10, 10, 10}, new double[] {10, 20, 20});

        assertThat(load.shortfall()).isZero();
        assertThat(load.waiting()).containsExactly(0, 1);
    }

    @Test
    void what_waits_now_counts_like_what_comes() {
        var load = new Load(21, new double[] {10, 10, 10}, new double[] {10, 20, 20});

        assertThat(load.shortfall()).isEqualTo(1);
        assertThat(load.waiting()).containsExactly(0, 1, 2);
    }

    @Test
    void hours_in_which_nobody_waits_are_not_concerned() {
        var load = new Load(0, new double[] {5, 40, 5}, new double[] {10, 20, 10});

        assertThat(load.shortfall()).isEqualTo(10);
        assertThat(load.waiting()).containsExactly(1, 2);
    }

    @Test
    void capacity_that_came_too_early_is_lost_for_the_hours_but_not_for_the_day() {
        var load = new Load(0, new double[] {0, 30}, new double[] {30, 0});

        assertThat(load.shortfall()).isZero();
        assertThat(load.waiting()).containsExactly(1);
    }
}
