package nl.klantstem.app.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import nl.klantstem.app.PipelineSettings;
import nl.klantstem.app.RunningPipeline;
import nl.klantstem.app.Stop;
import nl.klantstem.app.bench.Workload.Loaded;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.replay.ProgressWatch;
import nl.klantstem.topic.Topics;
import org.apache.kafka.streams.KafkaStreams;

/** The pipeline itself on the loaded topics, from its first task to the last final. */
final class Product {

    private static final long PATIENCE = Duration.ofMinutes(30).toNanos();
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final String STREAM_THREAD = "-StreamThread-";

    private final PipelineSettings settings;
    private final Catalogue catalogue;
    private final Stop stop;

    Product(PipelineSettings settings, Catalogue catalogue, Stop stop) {
        this.settings = settings;
        this.catalogue = catalogue;
        this.stop = stop;
    }

    /** What it cost, and what it wrote. */
    record Result(Measured measured, Written written) {}

    /** The cost is that of its stream threads with their consumers' and producers' threads, start-up included. */
    Result measure(Topics topics, Loaded loaded) {
        long asked = System.nanoTime();
        try (var pipeline = RunningPipeline.start(settings, catalogue);
                var watch = new ProgressWatch(Map.of("bootstrap.servers", settings.bootstrapServers()), topics)) {
            var streams = pipeline.streams();
            var meter = CpuMeter.sinceBirth(threadsOf(streams));
            Instant end = loaded.end().plus(settings.allowance());
            long started = 0;
            do {
                if (started == 0 && streams.state() == KafkaStreams.State.RUNNING) {
                    started = System.nanoTime();
                }
                stop.check();
                check(pipeline, asked);
                watch.poll(LOOK);
            } while (watch.finals().filter(finals -> !finals.isBefore(end)).isEmpty());
            double seconds = (System.nanoTime() - (started == 0 ? asked : started)) / 1e9;
            return new Result(
                    new Measured(loaded.records(), seconds, meter.seconds()),
                    Written.by(settings.bootstrapServers(), topics));
        }
    }

    /** Kafka names the threads of a client after the client. */
    private static Predicate<String> threadsOf(KafkaStreams streams) {
        String thread = streams.metadataForLocalThreads().iterator().next().threadName();
        String client = thread.substring(0, thread.lastIndexOf(STREAM_THREAD));
        return name -> name.contains(client);
    }

    private static void check(RunningPipeline pipeline, long asked) {
        Throwable failed = pipeline.failure();
        if (failed != null) {
            throw new IllegalStateException("the pipeline stopped: " + failed.getMessage(), failed);
        }
        if (System.nanoTime() - asked > PATIENCE) {
            throw new IllegalStateException("the pipeline has not counted everything after 30 minutes");
        }
    }
}
