package nl.klantstem.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.klantstem.app.PipelineSettings.Guarantee;
import org.apache.kafka.streams.KafkaStreams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a pipeline keeps on its disk, and whether the run before ended as it should. Under exactly-once the leftovers of a
 * run that was killed are worth nothing: Kafka Streams throws them away task by task, in the midst of rebalances, and a task
 * that it throws away aborts the transaction of its thread, which other tasks write in as well. So they go before the start.
 */
final class LocalState {

    private static final Logger LOG = LoggerFactory.getLogger(LocalState.class);

    private final boolean exactlyOnce;
    private final Path folder;
    private final Path ended;

    LocalState(PipelineSettings settings) {
        String application = StreamsProperties.applicationId(settings.prefix());
        this.exactlyOnce = settings.guarantee() == Guarantee.EXACTLY_ONCE;
        this.folder = settings.stateDir().resolve(application);
        this.ended = settings.stateDir().resolve(application + ".ended");
    }

    /** Makes it fit to start from. The streams hold the folder, so no other process uses it; they do not run yet. */
    void beforeStart(KafkaStreams streams) {
        try {
            boolean whole = Files.deleteIfExists(ended);
            if (exactlyOnce && !whole && holdsTasks()) {
                LOG.atWarn()
                        .addKeyValue("folder", folder)
                        .log("the run before did not end by itself: its local state is built again from the topics");
                streams.cleanUp();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The streams ended by themselves, with all that they did committed. */
    void ended() {
        if (Files.isDirectory(folder)) {
            try {
                Files.createFile(ended);
            } catch (IOException e) {
                LOG.atWarn().addKeyValue("why", e.getMessage()).log("the next start builds its local state again");
            }
        }
    }

    private boolean holdsTasks() throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var children = Files.newDirectoryStream(folder, Files::isDirectory)) {
            return children.iterator().hasNext();
        }
    }
}
