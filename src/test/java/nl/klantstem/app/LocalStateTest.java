package nl.klantstem.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import nl.klantstem.app.PipelineSettings.Guarantee;
import nl.klantstem.app.PipelineSettings.Store;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStateTest {

    @TempDir
    private Path dir;

    @Test
    void what_a_killed_run_left_is_gone_before_the_next_starts() throws IOException {
        Path left = leftovers();

        start(Guarantee.EXACTLY_ONCE);

        assertThat(left).doesNotExist();
    }

    @Test
    void what_a_run_left_that_ended_by_itself_is_started_from_once() throws IOException {
        Path left = leftovers();
        new LocalState(settings(Guarantee.EXACTLY_ONCE)).ended();

        start(Guarantee.EXACTLY_ONCE);
        assertThat(left).exists();

        start(Guarantee.EXACTLY_ONCE);
        assertThat(left)
                .as("after a second start, the first of which never ended")
                .doesNotExist();
    }

    @Test
    void at_least_once_goes_on_from_what_there_is() throws IOException {
        Path left = leftovers();

        start(Guarantee.AT_LEAST_ONCE);

        assertThat(left).exists();
    }

    @Test
    void a_first_start_finds_nothing_and_ends_well() {
        start(Guarantee.EXACTLY_ONCE);
        new LocalState(settings(Guarantee.EXACTLY_ONCE)).ended();

        start(Guarantee.EXACTLY_ONCE);

        assertThat(dir.resolve("t.klantstem.ended")).doesNotExist();
    }

    private Path leftovers() throws IOException {
        Path task = Files.createDirectories(dir.resolve("t.klantstem").resolve("0_0"));
        return Files.createFile(task.resolve("something"));
    }

    private void start(Guarantee guarantee) {
        var builder = new StreamsBuilder();
        builder.table("anything", Materialized.as(Stores.persistentKeyValueStore("stored")));
        var config = StreamsProperties.of(settings(guarantee));
        config.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
        config.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
        try (var streams = new KafkaStreams(builder.build(), config)) {
            new LocalState(settings(guarantee)).beforeStart(streams);
        }
    }

    private PipelineSettings settings(Guarantee guarantee) {
        return new PipelineSettings(
                "127.0.0.1:1",
                "t.",
                dir,
                Store.ROCKSDB,
                guarantee,
                PipelineSettings.DEFAULT_COMMIT_INTERVAL,
                PipelineSettings.DEFAULT_ALLOWANCE,
                PipelineSettings.DEFAULT_RETENTION,
                dir.resolve("pseudonym.key"),
                null,
                false,
                false,
                1,
                Map.of());
    }
}
