package nl.klantstem.app;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.out.InsightProgress.Records;
import nl.klantstem.replay.Collector;
import nl.klantstem.replay.Imported;
import nl.klantstem.replay.Merger;
import nl.klantstem.replay.ProgressWatch;
import org.jspecify.annotations.Nullable;

/** Sends imported history through a pipeline and collects what it publishes. */
record ReplayRun(ReplayTarget target, PipelineSettings settings, Catalogue catalogue, Merger.Finish finish) {

    private static final Duration READ_TO_END = Duration.ofMinutes(10);

    /** What became of the input, by stream, and what came behind the watermark. */
    record Outcome(Map<String, Records> inputs, long overtaken) {}

    /** Runs to the end, or throws what stopped it. */
    Outcome run(Imported imported, List<Collector.Sink> sinks, ReplayProgress bar, Stop stop)
            throws InterruptedException {
        var connection = target.connection();
        var topics = target.topics();
        stop.check();
        bar.begin(imported.total());
        try (var pipeline = RunningPipeline.start(settings, catalogue);
                var collector = Collector.start(connection, topics, sinks);
                var progress = new ProgressWatch(connection, topics);
                var merger = new Merger(
                        connection,
                        topics,
                        Merger.Limits.of(settings.every()),
                        progress,
                        () -> whyStopped(pipeline, collector, stop))) {
            merger.run(imported, finish, bar);
            collector.finish(READ_TO_END);
            return new Outcome(progress.inputs(), progress.overtaken());
        }
    }

    private static @Nullable Throwable whyStopped(RunningPipeline pipeline, Collector collector, Stop stop) {
        var failure = pipeline.failure();
        if (failure == null) {
            failure = collector.failure();
        }
        return failure == null ? stop.reason() : failure;
    }
}
