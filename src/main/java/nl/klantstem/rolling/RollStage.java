package nl.klantstem.rolling;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import nl.klantstem.contract.out.InsightProgress;
import nl.klantstem.topic.Published;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * Frames in, insights out, by an engine per partition: as the watermark passes, and at commits.
 *
 * @param prefix of the names of its operators and of its store on the heap
 * @param engine made from what is stored of it
 * @param provisional whether it is asked how things stand now
 * @param progress the kind of progress that it publishes
 * @param partitions of the frames
 */
public record RollStage(
        String prefix,
        Function<Blocks, Engine> engine,
        boolean provisional,
        InsightProgress.Kind progress,
        int partitions) {

    public static final String BLOCKS = "rolling-blocks";
    public static final String INSIGHT_BLOCKS = "insight-blocks";

    /** Windows and ledgers: frames of cells in, finals as the watermark passes, provisional results and ledgers at commits. */
    public static RollStage windows(EngineRules rules, int partitions) {
        return new RollStage(
                "",
                blocks -> new RollingEngine(rules, blocks),
                rules.provisional(),
                InsightProgress.Kind.FINALS,
                partitions);
    }

    /** Watching and explaining: frames of signals in, what an observer says of each closed minute out. */
    public static RollStage closedMinutes(Function<Blocks, Observer> observer) {
        return new RollStage(
                "insight-", blocks -> new ClosedMinutes(observer, blocks), false, InsightProgress.Kind.ALERTS, 1);
    }

    public KStream<byte[], Published> apply(
            StreamsBuilder builder, KStream<Integer, Frame> frames, KeyValueBytesStoreSupplier blocks) {
        builder.addStateStore(HeapStore.builder(engineStore(), Optional::<Engine>empty));
        builder.addStateStore(Stores.keyValueStoreBuilder(blocks, Serdes.String(), Serdes.ByteArray())
                .withCachingDisabled());
        KStream<Integer, Rolled> rolled =
                frames.processValues(() -> new Roll(engineStore()), named("roll"), engineStore());
        KStream<Integer, byte[]> markers = rolled.filter((target, r) -> r.published() == null, named("only-markers"))
                .mapValues(r -> CommitHook.marker(), named("marker"));
        KStream<byte[], Published> finals = rolled.filter((target, r) -> r.published() != null, named("only-finals"))
                .map(Rolled::record, named("finals"));
        KStream<byte[], Published> atCommit = CommitHook.before(
                        prefix + "insights-at-commit", markers, Serdes.Integer())
                .process(() -> new FlushProcessor(this, blocks.name()), named("flush"), engineStore(), blocks.name());
        return finals.merge(atCommit, named("insights"));
    }

    /** Where the engine is while its task runs. */
    String engineStore() {
        return prefix + "rolling-engine";
    }

    private Named named(String operator) {
        return Named.as(prefix + operator);
    }

    /** A published record, or (without one) the marker of the commit hook. */
    record Rolled(@Nullable Published published) {
        static KeyValue<byte[], Published> record(Integer target, Rolled rolled) {
            Published published = Objects.requireNonNull(rolled.published());
            return KeyValue.pair(published.key(), published);
        }
    }
}
