package nl.klantstem.expose;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.KafkaStreams;

/**
 * The technical metrics of a pipeline instance: the few of Kafka Streams' hundreds that tell whether it keeps up, and the
 * JVM's. Business figures are not here: they move between instances, and the exporter shows them whole.
 */
public final class PipelineMetrics implements AutoCloseable {

    /** The Kafka metrics that are let through, by Micrometer's name; all others are dropped before they are registered. */
    private static final Set<String> ALLOWED = Set.of(
            "kafka.consumer.coordinator.assigned.partitions",
            "kafka.consumer.coordinator.rebalance.total",
            "kafka.consumer.fetch.manager.records.consumed.rate",
            "kafka.consumer.fetch.manager.records.consumed.total",
            "kafka.consumer.fetch.manager.records.lag.max",
            "kafka.consumer.last.poll.seconds.ago",
            "kafka.producer.record.error.total",
            "kafka.producer.record.send.total",
            "kafka.producer.request.latency.avg",
            "kafka.stream.alive.stream.threads",
            "kafka.stream.client.state",
            "kafka.stream.failed.stream.threads",
            "kafka.stream.state.updater.active.restoring.tasks",
            "kafka.stream.state.updater.restore.records.rate",
            "kafka.stream.thread.commit.latency.avg",
            "kafka.stream.thread.commit.latency.max",
            "kafka.stream.thread.commit.total",
            "kafka.stream.thread.poll.latency.avg",
            "kafka.stream.thread.poll.ratio",
            "kafka.stream.thread.process.latency.avg",
            "kafka.stream.thread.process.latency.max",
            "kafka.stream.thread.process.ratio",
            "kafka.stream.thread.thread.state");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    // Gauges hold what they look at weakly: these fields keep it alive.
    private final KafkaStreamsMetrics kafka;
    private final JvmMetrics jvm;

    private PipelineMetrics(KafkaStreams streams) {
        registry.config().meterFilter(MeterFilter.deny(PipelineMetrics::isDropped));
        BuildInfo.register(registry.getPrometheusRegistry());
        jvm = JvmMetrics.bindTo(registry);
        kafka = new KafkaStreamsMetrics(streams);
        kafka.bindTo(registry);
    }

    /** Shows the metrics of these streams from now on; close it before the streams. */
    public static PipelineMetrics of(KafkaStreams streams) {
        return new PipelineMetrics(streams);
    }

    /** What a {@link MetricsServer} serves. */
    public PrometheusMeterRegistry registry() {
        return registry;
    }

    /** The Kafka metrics that are let through, in name order. */
    public static Set<String> allowed() {
        return new TreeSet<>(ALLOWED);
    }

    @Override
    public void close() {
        kafka.close();
        jvm.close();
        registry.close();
    }

    private static boolean isDropped(Meter.Id id) {
        return id.getName().startsWith("kafka.") && !ALLOWED.contains(id.getName());
    }
}
