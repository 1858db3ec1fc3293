package nl.klantstem.app.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import nl.klantstem.app.CatalogueFile;
import nl.klantstem.app.PipelineSettings;
import nl.klantstem.app.Stop;
import nl.klantstem.app.WorkFolder;
import nl.klantstem.app.bench.BenchReport.Round;
import nl.klantstem.app.bench.Workload.Loaded;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.ingest.EventParser;
import nl.klantstem.ingest.Parsed;
import nl.klantstem.ingest.Pseudonyms;
import nl.klantstem.replay.EmbeddedBroker;
import nl.klantstem.topic.Topic;
import nl.klantstem.topic.TopicPlan;
import nl.klantstem.topic.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** A broker in a temporary folder on which each round loads the same records under a prefix of its own. */
final class Bench implements AutoCloseable {

    /**
     * What is measured.
     *
     * @param every how often finals are published; null for as live
     */
    record Settings(
            long records,
            int partitions,
            int threads,
            PipelineSettings.Store store,
            @Nullable Duration every) {}

    private final Settings settings;
    private final Consumer<String> say;
    private final Stop stop;
    private final WorkFolder folder;
    private final EmbeddedBroker broker;
    private final Path key;
    private final Catalogue catalogue = CatalogueFile.starter();
    private final EventParser parser = new EventParser();
    private double bytesPerRecord;
    private long accepted;

    private Bench(Settings settings, Consumer<String> say, Stop stop, WorkFolder folder, EmbeddedBroker broker) {
        this.settings = settings;
        this.say = say;
        this.stop = stop;
        this.folder = folder;
        this.broker = broker;
        this.key = Pseudonyms.create(folder.resolve("pseudonym.key"));
    }

    static Bench start(Settings settings, Consumer<String> say, Stop stop) {
        var folder = WorkFolder.create("bench");
        try {
            return new Bench(settings, say, stop, folder, EmbeddedBroker.start(folder.resolve("broker"), Map.of()));
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** Every side once, on records of its own. */
    Round round(int number) {
        var topics = new Topics("bench" + number + ".");
        String servers = broker.bootstrapServers();
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", servers))) {
            TopicPlan.history(topics, settings.partitions()).apply(admin);
            long begun = System.nanoTime();
            Loaded loaded = new Workload(settings.records(), stop).load(servers, topics);
            bytesPerRecord = (double) loaded.valueBytes() / loaded.records();
            said("loaded", loaded.records(), (System.nanoTime() - begun) / 1e9);
            Measured poll = said("polled", new Reading(servers, (topic, value) -> {}, stop).measure(topics, loaded));
            accepted = 0;
            Measured parse = said("parsed", new Reading(servers, this::parse, stop).measure(topics, loaded));
            if (accepted == 0) {
                throw new IllegalStateException("not one record was accepted");
            }
            Memory.forgetPeak();
            var product = new Product(pipeline(servers, topics), catalogue, stop).measure(topics, loaded);
            said("counted", product.measured());
            var round = new Round(poll, parse, product, Memory.peakHeapBytes());
            Written.remove(admin, topics);
            return round;
        }
    }

    private void parse(Topic stream, byte @Nullable [] value) {
        if (value != null && parser.parse(stream, value) instanceof Parsed.Accepted) {
            accepted++;
        }
    }

    private PipelineSettings pipeline(String servers, Topics topics) {
        return new PipelineSettings(
                servers,
                topics.prefix(),
                folder.resolve("state"),
                settings.store(),
                PipelineSettings.Guarantee.EXACTLY_ONCE,
                PipelineSettings.DEFAULT_COMMIT_INTERVAL,
                PipelineSettings.DEFAULT_ALLOWANCE,
                PipelineSettings.DEFAULT_RETENTION,
                key,
                settings.every(),
                false,
                false,
                settings.threads(),
                Map.of());
    }

    private Measured said(String what, Measured measured) {
        said(what, measured.records(), measured.seconds());
        return measured;
    }

    private void said(String what, long records, double seconds) {
        say.accept(String.format(
                Locale.ROOT, "  %s %,d records in %.1f s, %,.0f/s", what, records, seconds, records / seconds));
    }

    double bytesPerRecord() {
        return bytesPerRecord;
    }

    @Override
    public void close() {
        try {
            broker.close();
        } finally {
            folder.close();
        }
    }
}
