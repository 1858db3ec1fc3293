package nl.klantstem.app;

import java.util.Optional;
import java.util.Set;
import nl.klantstem.expose.Health;
import nl.klantstem.expose.HttpSettings;
import nl.klantstem.expose.MetricsServer;
import nl.klantstem.expose.PipelineMetrics;
import org.apache.kafka.streams.KafkaStreams;

/**
 * The technical metrics and the health of a pipeline, over HTTP. It is ready once it has tasks: that Kafka Streams calls
 * itself running says little, since it does so long before the first task arrives.
 */
public final class PipelineHealth implements AutoCloseable {

    private final PipelineMetrics metrics;
    private final MetricsServer server;

    /** Serves them at once; throws UserMistake when the port cannot be had. */
    public PipelineHealth(RunningPipeline pipeline, String host, int port) {
        metrics = PipelineMetrics.of(pipeline.streams());
        try {
            server = MetricsServer.start(
                    new HttpSettings("Klantstem pipeline", host, port, Set.of()), metrics.registry(), health(pipeline));
        } catch (RuntimeException e) {
            metrics.close();
            throw e;
        }
    }

    /** Where they are. */
    public String address() {
        return server.uri().toString();
    }

    private static Health health(RunningPipeline pipeline) {
        return new Health() {
            @Override
            public Optional<String> notLive() {
                return Optional.ofNullable(pipeline.failure())
                        .map(failure -> "the pipeline stopped: " + failure.getMessage());
            }

            @Override
            public Optional<String> notReady() {
                KafkaStreams streams = pipeline.streams();
                if (streams.state() != KafkaStreams.State.RUNNING) {
                    return Optional.of("the pipeline is " + streams.state());
                }
                boolean tasks = streams.metadataForLocalThreads().stream()
                        .anyMatch(thread -> !thread.activeTasks().isEmpty()
                                || !thread.standbyTasks().isEmpty());
                return tasks ? Optional.empty() : Optional.of("no task was assigned yet");
            }
        };
    }

    @Override
    public void close() {
        server.close();
        metrics.close();
    }
}
