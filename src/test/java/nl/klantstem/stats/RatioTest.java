package nl.klantstem.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RatioTest {

    @Test
    void a_part_of_nothing_is_not_zero() {
        assertThat(Ratio.of(0, 0)).isEmpty();
        assertThat(Ratio.of(0, 7)).hasValue(0);
    }

    @Test
    void it_is_rounded_once_half_away_from_zero() {
        assertThat(Ratio.of(1, 3)).hasValue(0.3333);
        assertThat(Ratio.of(2, 3)).hasValue(0.6667);
        assertThat(Ratio.of(1, 32)).hasValue(0.0313); // 0.03125
        assertThat(Ratio.of(-1, 32)).hasValue(-0.0313);
        assertThat(Ratio.of(7, 7)).hasValue(1);
    }
}
