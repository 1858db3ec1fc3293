package nl.klantstem.app.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import nl.klantstem.app.CatalogueFile;
import nl.klantstem.app.PipelineSettings;
import nl.klantstem.app.RunningPipeline;
import nl.klantstem.app.Stop;
import nl.klantstem.app.WorkFolder;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.ingest.Pseudonyms;
import nl.klantstem.replay.EmbeddedBroker;
import nl.klantstem.topic.TopicPlan;
import nl.klantstem.topic.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** What a demo stands on: a broker with empty topics in a temporary folder, all of it gone when it is closed. */
final class Ground implements AutoCloseable {

    static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX);
    static final Catalogue CATALOGUE = CatalogueFile.starter();

    private static final int PARTITIONS = 2;

    private final WorkFolder folder;
    private final EmbeddedBroker broker;
    private final Path key;

    private Ground(WorkFolder folder, EmbeddedBroker broker) {
        this.folder = folder;
        this.broker = broker;
        this.key = Pseudonyms.create(folder.resolve("pseudonym.key"));
    }

    static Ground prepare(Stop stop) {
        var folder = WorkFolder.create("demo");
        try {
            var broker = EmbeddedBroker.start(folder.resolve("broker"), Map.of());
            try {
                stop.check();
                var ground = new Ground(folder, broker);
                ground.createTopics();
                stop.check();
                return ground;
            } catch (RuntimeException | LinkageError e) {
                broker.close();
                throw e;
            }
        } catch (RuntimeException | LinkageError e) {
            folder.close();
            throw e;
        }
    }

    String servers() {
        return broker.bootstrapServers();
    }

    Map<String, Object> connection() {
        return Map.of("bootstrap.servers", servers());
    }

    /**
     * A pipeline that goes on where the last one on this ground ended.
     *
     * @param every how often it publishes finals; null for as live
     */
    RunningPipeline pipeline(@Nullable Duration every) {
        return RunningPipeline.start(
                PipelineSettings.embedded(servers(), TOPICS.prefix(), folder.resolve("state"), key, every), CATALOGUE);
    }

    @Override
    public void close() {
        try (folder) {
            broker.close();
        }
    }

    private void createTopics() {
        try (var admin = Admin.create(connection())) {
            TopicPlan.history(TOPICS, PARTITIONS).apply(admin);
        }
    }
}
