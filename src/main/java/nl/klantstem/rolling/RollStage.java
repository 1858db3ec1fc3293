package nl.klantstem.rolling;

import java.util.Objects;
import java.util.Optional;
import nl.klantstem.topic.Published;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** Frames in, insights out: finals as the watermark passes, provisional results and ledgers at commits. */
public record RollStage(EngineRules rules, int partitions) {

    public static final String BLOCKS = "rolling-blocks";
    static final String ENGINE = "rolling-engine";

    public KStream<byte[], Published> apply(
            StreamsBuilder builder, KStream<Integer, Frame> frames, KeyValueBytesStoreSupplier blocks) {
        builder.addStateStore(HeapStore.builder(ENGINE, Optional::<RollingEngine>empty));
        builder.addStateStore(Stores.keyValueStoreBuilder(blocks, Serdes.String(), Serdes.ByteArray())
                .withCachingDisabled());
        KStream<Integer, Rolled> rolled = frames.processValues(Roll::new, Named.as("roll"), ENGINE);
        KStream<Integer, byte[]> markers = rolled.filter((target, r) -> r.published() == null, Named.as("only-markers"))
                .mapValues(r -> CommitHook.marker(), Named.as("marker"));
        KStream<byte[], Published> finals = rolled.filter((target, r) -> r.published() != null, Named.as("only-finals"))
                .map(Rolled::record, Named.as("finals"));
        KStream<byte[], Published> atCommit = CommitHook.before("insights-at-commit", markers, Serdes.Integer())
                .process(() -> new FlushProcessor(this), Named.as("flush"), ENGINE, blocks.name());
        return finals.merge(atCommit, Named.as("insights"));
    }

    /** A published record, or (without one) the marker of the commit hook. */
    record Rolled(@Nullable Published published) {
        static KeyValue<byte[], Published> record(Integer target, Rolled rolled) {
            Published published = Objects.requireNonNull(rolled.published());
            return KeyValue.pair(published.key(), published);
        }
    }
}
