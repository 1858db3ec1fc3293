package nl.klantstem.app;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import nl.klantstem.contract.UserMistake;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PipelineSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"PT30S", "PT5M1S", "PT13H", "-PT1M"})
    void an_allowance_is_whole_minutes_of_half_a_day_at_most(Duration allowance) {
        assertThatThrownBy(() -> settings(allowance))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("pipeline.allowance " + allowance)
                .hasMessageContaining("whole minutes");
    }

    private static PipelineSettings settings(Duration allowance) {
        return new PipelineSettings(
                "localhost:9092",
                "voc.",
                Path.of("state"),
                PipelineSettings.Store.MEMORY,
                PipelineSettings.Guarantee.EXACTLY_ONCE,
                PipelineSettings.DEFAULT_COMMIT_INTERVAL,
                allowance,
                PipelineSettings.DEFAULT_RETENTION,
                Path.of("key"),
                null,
                false,
                false,
                1,
                Map.of());
    }
}
