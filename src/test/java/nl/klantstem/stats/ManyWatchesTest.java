package nl.klantstem.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ManyWatchesTest {

    @Test
    void those_in_alarm_agree_with_the_reference() {
        for (var row : Vectors.of("ebh.csv")) {
            var years = new HashMap<String, Double>();
            for (String value : row.text("stats").split(" ")) {
                years.put(String.valueOf(years.size()), Double.parseDouble(value));
            }

            var alarms = ManyWatches.inAlarm(years, row.number("budget"));

            assertThat(alarms)
                    .as("%s", row)
                    .containsExactlyInAnyOrderElementsOf(
                            Arrays.stream(row.text("alarms").split(" "))
                                    .filter(index -> !index.isEmpty())
                                    .toList());
        }
    }

    @Test
    void alone_it_needs_its_share_of_the_budget_and_together_less() {
        assertThat(ManyWatches.inAlarm(Map.of("a", 3.9, "b", 0.1, "c", 0.1, "d", 0.1), 1))
                .isEmpty();
        assertThat(ManyWatches.inAlarm(Map.of("a", 4.0, "b", 0.1, "c", 0.1, "d", 0.1), 1))
                .containsExactly("a");
        assertThat(ManyWatches.inAlarm(Map.of("a", 2.0, "b", 2.0, "c", 0.1, "d", 0.1), 1))
                .containsExactly("a", "b");
        assertThat(ManyWatches.inAlarm(Map.of(), 1)).isEmpty();
    }
}
