package nl.klantstem.app;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.catalogue.CatalogueVersion;
import nl.klantstem.contract.flow.Ingested;
import nl.klantstem.contract.flow.IngestedReference;
import nl.klantstem.contract.flow.Linked;
import nl.klantstem.contract.flow.Retention;
import nl.klantstem.ingest.IngestStage;
import nl.klantstem.ingest.ReferenceIngestStage;
import nl.klantstem.insight.InsightTerms;
import nl.klantstem.insight.Insights;
import nl.klantstem.insight.Judge;
import nl.klantstem.insight.alerts.AlertJudge;
import nl.klantstem.insight.changes.NpsChanges;
import nl.klantstem.insight.effects.Effects;
import nl.klantstem.insight.steering.Steering;
import nl.klantstem.insight.surges.Surges;
import nl.klantstem.link.LinkStage;
import nl.klantstem.rolling.Blocks;
import nl.klantstem.rolling.CombineStage;
import nl.klantstem.rolling.EngineRules;
import nl.klantstem.rolling.Frame;
import nl.klantstem.rolling.ReferenceStage;
import nl.klantstem.rolling.RollStage;
import nl.klantstem.topic.Bytes;
import nl.klantstem.topic.Published;
import nl.klantstem.topic.Topics;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.Stores;

/** The topology: one line per stage. */
final class Pipeline {

    /** Live, a target with nothing new hears of the watermark once a second; in a replay at every commit. */
    private static final Duration QUIET_LIVE = Duration.ofSeconds(1);

    private final PipelineSettings settings;
    private final Catalogue catalogue;
    private final int partitions;
    private final Topics topics;
    private final Measures measures;
    private final EngineRules rules;

    /** Throws UserMistake when the settings do not go with the catalogue. */
    Pipeline(PipelineSettings settings, Catalogue catalogue, int partitions) {
        checkOrdersAreKept(settings.retention(), catalogue);
        this.settings = settings;
        this.catalogue = catalogue;
        this.partitions = partitions;
        this.topics = new Topics(settings.prefix());
        this.measures = new Measures(catalogue, settings.suppress());
        this.rules = new EngineRules(catalogue.latest(), settings.allowance(), settings.every(), measures.published());
    }

    private static void checkOrdersAreKept(Retention retention, Catalogue catalogue) {
        for (CatalogueVersion version : catalogue.versions()) {
            checkOrdersAreKept(
                    retention, version, version.contacts().orderDays(), "contacts about an order", "orderDays");
            checkOrdersAreKept(
                    retention, version, version.instances().reorderDays(), "orders placed again", "reorderDays");
            checkOrdersAreKept(
                    retention, version, version.instances().leakageDays(), "who orders no more", "leakageDays");
        }
    }

    private static void checkOrdersAreKept(
            Retention retention, CatalogueVersion version, int days, String what, String setting) {
        Duration least = Duration.ofDays(days + 1L);
        if (retention.orders().compareTo(least) < 0) {
            throw new UserMistake("pipeline.orderRetention " + retention.orders() + ": catalogue version '"
                    + version.version() + "' counts " + what + " for " + days + " days (" + setting
                    + "), so give at least P" + least.toDays() + "D");
        }
    }

    Topology build(Properties config) {
        var builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(config)));
        KStream<byte[], Ingested> ingested = ingest().apply(builder);
        KStream<byte[], Linked> linked =
                link().apply(builder, ingested, store(LinkStage.TIMELINES), store(LinkStage.TIMERS));
        CombineStage.Emitted emitted = combine().apply(builder, linked, store(CombineStage.RECORDS));
        KStream<byte[], Published> insights = roll().apply(builder, emitted.frames(), store(RollStage.BLOCKS));
        publish("records", linked.flatMap((key, value) -> keyed(Outputs.of(value)), Named.as("records")));
        publish("progress", emitted.progress());
        publish("windows", insights);
        KStream<byte[], IngestedReference> checked = new ReferenceIngestStage(topics).apply(builder);
        ReferenceStage.Emitted said = references().apply(builder, checked, store(ReferenceStage.RECORDS));
        publish(
                "references",
                checked.flatMap((key, value) -> keyed(Outputs.of(value)), Named.as("refused-references")));
        publish("reference-progress", said.progress());
        KStream<Integer, Frame> known = emitted.signals().merge(said.frames(), Named.as("signals-and-references"));
        publish("alerts", insight().apply(builder, known, store(RollStage.INSIGHT_BLOCKS)));
        return builder.build(config);
    }

    private IngestStage ingest() {
        return new IngestStage(topics, partitions, settings.pseudonymKey(), settings.allowance(), settings.retention());
    }

    private LinkStage link() {
        return new LinkStage(catalogue, settings.retention(), topics.sources().size());
    }

    private CombineStage combine() {
        Duration quiet = settings.ticks() ? QUIET_LIVE : Duration.ZERO;
        int sources = topics.sources().size();
        return new CombineStage(measures, partitions, sources, topics.read().size(), quiet);
    }

    private ReferenceStage references() {
        return new ReferenceStage(partitions, topics.read().size());
    }

    private RollStage roll() {
        return RollStage.windows(rules, partitions);
    }

    private RollStage insight() {
        var terms = new InsightTerms(
                catalogue, settings.allowance(), settings.retention().facts(), settings.suppress(), settings.every());
        return RollStage.closedMinutes(blocks -> new Insights(terms, blocks, judges(terms)));
    }

    private static List<Function<Blocks, Judge>> judges(InsightTerms terms) {
        return List.of(
                stored -> new AlertJudge(terms, stored),
                stored -> new NpsChanges(terms, stored),
                stored -> new Effects(terms, stored),
                stored -> new Surges(terms, stored),
                stored -> new Steering(terms, stored));
    }

    private KeyValueBytesStoreSupplier store(String name) {
        return switch (settings.store()) {
            case MEMORY -> Stores.inMemoryKeyValueStore(name);
            case ROCKSDB -> Stores.persistentKeyValueStore(name);
        };
    }

    private static List<KeyValue<byte[], Published>> keyed(List<Published> outputs) {
        return outputs.stream()
                .map(published -> KeyValue.pair(published.key(), published))
                .toList();
    }

    private void publish(String name, KStream<byte[], Published> records) {
        records.process(TimestampOfPublished::new, Named.as(name + "-time"))
                .to((key, published, context) -> topics.name(published.topic()), Bytes.produced("publish-" + name));
    }

    /** A published record carries the time it names, not that of the record that led to it. */
    private static final class TimestampOfPublished extends ContextualProcessor<byte[], Published, byte[], Published> {
        @Override
        public void process(Record<byte[], Published> record) {
            context()
                    .forward(record.withTimestamp(record.value().timestamp())
                            .withHeaders(new org.apache.kafka.common.header.internals.RecordHeaders()));
        }
    }
}
