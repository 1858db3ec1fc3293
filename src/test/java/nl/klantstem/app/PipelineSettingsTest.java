package nl.klantstem.app;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.contract.flow.Retention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PipelineSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"PT30S", "PT5M1S", "PT13H", "-PT1M"})
    void an_allowance_is_whole_minutes_of_half_a_day_at_most(Duration allowance) {
        assertThatThrownBy(() -> settings(allowance, PipelineSettings.DEFAULT_RETENTION))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("pipeline.allowance " + allowance)
                .hasMessageContaining("whole minutes");
    }

    @Test
    void orders_are_kept_no_longer_than_other_facts() {
        var retention = new Retention(Duration.ofDays(90), Duration.ofDays(120));

        assertThatThrownBy(() -> settings(PipelineSettings.DEFAULT_ALLOWANCE, retention))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("pipeline.orderRetention")
                .hasMessageContaining("pipeline.retention");
    }

    private static PipelineSettings settings(Duration allowance, Retention retention) {
        return new PipelineSettings(
                "localhost:9092",
                "voc.",
                Path.of("state"),
                PipelineSettings.Store.MEMORY,
                PipelineSettings.Guarantee.EXACTLY_ONCE,
                PipelineSettings.DEFAULT_COMMIT_INTERVAL,
                allowance,
                retention,
                Path.of("key"),
                null,
                false,
                false,
                1,
                Map.of());
    }
}
