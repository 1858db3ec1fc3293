package nl.klantstem.expose;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import java.nio.file.Path;
import java.util.Properties;
import nl.klantstem.testkit.Promtool;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineMetricsTest {

    @TempDir
    private Path state;

    @Test
    void only_the_few_that_are_meant_are_shown() {
        try (var streams = streams();
                var metrics = PipelineMetrics.of(streams)) {
            var kafka = metrics.registry().getMeters().stream()
                    .map(Meter::getId)
                    .map(Meter.Id::getName)
                    .filter(name -> name.startsWith("kafka."))
                    .distinct()
                    .toList();

            assertThat(kafka).isNotEmpty().allMatch(PipelineMetrics.allowed()::contains);
            assertThat(kafka)
                    .contains(
                            "kafka.stream.thread.thread.state",
                            "kafka.stream.thread.process.latency.avg",
                            "kafka.stream.thread.commit.latency.max",
                            "kafka.consumer.fetch.manager.records.lag.max");
            assertThat(metrics.registry().getMeters()).hasSizeLessThan(200);
        }
    }

    @Test
    void gauges_live_on_after_the_garbage_is_collected() {
        try (var streams = streams();
                var metrics = PipelineMetrics.of(streams)) {
            System.gc();

            assertThat(metrics.registry().scrape())
                    .contains("voc_build_info{version=\"" + BuildInfo.version() + "\"} 1")
                    .contains("jvm_memory_used_bytes")
                    .contains("kafka_stream_failed_stream_threads_total{", "kafka_stream_alive_stream_threads{")
                    .doesNotContainPattern("kafka_stream_alive_stream_threads\\{.*} NaN");
        }
    }

    @Test
    void promtool_has_nothing_to_say() throws Exception {
        try (var streams = streams();
                var metrics = PipelineMetrics.of(streams)) {
            Promtool.check(metrics.registry().scrape());
        }
    }

    private KafkaStreams streams() {
        var builder = new StreamsBuilder();
        builder.stream("in").to("out");
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        settings.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
        settings.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
        return new KafkaStreams(builder.build(), settings);
    }
}
