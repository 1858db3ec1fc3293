package nl.klantstem.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import nl.klantstem.stats.Surge.Bin;
import org.junit.jupiter.api.Test;

class SurgeTest {

    @Test
    void the_evidence_agrees_with_the_reference_bin_by_bin() {
        var surge = new Surge(1);
        for (var row : Vectors.of("surge.csv")) {
            surge.bin(
                    0,
                    new Bin(
                            row.whole("x"),
                            row.whole("n"),
                            row.number("pi"),
                            row.number("guard"),
                            row.number("over"),
                            row.number("minutes")));

            double expected = row.number("total");
            assertThat(surge.years()).as("%s", row).isCloseTo(expected, within(1e-9 * Math.max(1, expected)));
        }
        assertThat(surge.isAlarm()).isTrue();
    }

    @Test
    void a_busier_day_is_no_surge_and_a_larger_share_is() {
        var busier = new Surge(1);
        var larger = new Surge(1);
        for (int i = 0; i < 96; i++) {
            busier.bin(i * 15L, new Bin(20, 1_000, 0.02, 0.1, 0.01, 15));
            larger.bin(i * 15L, new Bin(8, 200, 0.02, 0.1, 0.01, 15));
        }
        assertThat(busier.isAlarm()).isFalse();
        assertThat(larger.isAlarm()).isTrue();
    }

    @Test
    void one_that_goes_on_from_kept_evidence_says_the_same() {
        var one = new Surge(1);
        for (int i = 0; i < 30; i++) {
            var bin = new Bin(i % 9, 150, 0.02, 0.1, 0.01, 15);
            var resumed = new Surge(1, one.numbers());
            one.bin(15L * i, bin);
            resumed.bin(15L * i, bin);
            assertThat(resumed.numbers()).isEqualTo(one.numbers());
        }
    }

    @Test
    void more_contacts_of_the_driver_than_contacts_are_a_bug() {
        assertThatThrownBy(() -> new Bin(3, 2, 0.1, 0, 0, 15)).hasMessageContaining("3 of 2 contacts");
    }
}
