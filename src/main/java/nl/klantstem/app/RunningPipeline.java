package nl.klantstem.app;

import nl.klantstem.contract.catalogue.Catalogue;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;

/** A started pipeline. Closing it commits what is done and leaves the group. */
public interface RunningPipeline extends AutoCloseable {

    KafkaStreams streams();

    /** Why it stopped, when it stopped by itself. */
    @Nullable
    Throwable failure();

    @Override
    void close();

    /** Starts the pipeline; the topics must be there. */
    static RunningPipeline start(PipelineSettings settings, Catalogue catalogue) {
        return new StartedPipeline(settings, catalogue);
    }
}
