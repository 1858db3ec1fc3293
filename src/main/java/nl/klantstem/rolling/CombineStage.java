package nl.klantstem.rolling;

import java.time.Duration;
import nl.klantstem.contract.flow.Linked;
import nl.klantstem.topic.Published;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * What records changed in; frames for the partitions that own the cells out, and what became of the records. Changes are
 * summed on the heap and leave just before every commit, so nothing is pending across a commit.
 *
 * @param partitions of every source topic, and of the second half
 * @param sources how many topics the first half reads
 * @param signalSources how many topics are read by all that sends to the insight stage
 * @param quiet how long a target may go without a frame when there is nothing for it but the watermark
 */
public record CombineStage(Counting counting, int partitions, int sources, int signalSources, Duration quiet) {

    static final String COMBINED = "combined";
    public static final String RECORDS = "input-records";

    /** What leaves at a commit: frames for the second half, signals for the insight stage, published progress for the world. */
    public record Emitted(
            KStream<Integer, Frame> frames, KStream<Integer, Frame> signals, KStream<byte[], Published> progress) {}

    public Emitted apply(StreamsBuilder builder, KStream<byte[], Linked> linked, KeyValueBytesStoreSupplier records) {
        builder.addStateStore(HeapStore.builder(COMBINED, () -> new Combiner(counting, sources)));
        builder.addStateStore(Stores.keyValueStoreBuilder(records, Serdes.ByteArray(), Serdes.ByteArray())
                .withCachingDisabled());
        KStream<byte[], byte[]> markers = linked.processValues(this::count, Named.as("count"), COMBINED);
        KStream<Integer, EmitProcessor.Out> out = CommitHook.before("frames-at-commit", markers, Serdes.ByteArray())
                .process(() -> new EmitProcessor(this), Named.as("emit-frames"), COMBINED, records.name());
        KStream<Integer, Frame> frames = out.filter((target, o) -> o.frame() != null, Named.as("only-frames"))
                .mapValues(EmitProcessor.Out::requiredFrame, Named.as("frame"))
                .repartition(FrameTopic.of("frames", partitions));
        KStream<Integer, Frame> signals = out.filter((target, o) -> o.signals() != null, Named.as("only-signals"))
                .mapValues(EmitProcessor.Out::requiredSignals, Named.as("signals-frame"))
                .repartition(FrameTopic.of("signals", 1));
        KStream<byte[], Published> progress = out.filter(
                        (target, o) -> o.published() != null, Named.as("only-input-progress"))
                .map(EmitProcessor.Out::record, Named.as("input-progress"));
        return new Emitted(frames, signals, progress);
    }

    private FixedKeyProcessor<byte[], Linked, byte[]> count() {
        return new ContextualFixedKeyProcessor<>() {
            @Override
            public void process(FixedKeyRecord<byte[], Linked> record) {
                HeapStore<Combiner> combined = context().getStateStore(COMBINED);
                combined.value().take(record.value());
                if (combined.value().mark()) {
                    context().forward(record.withValue(CommitHook.marker()).withTimestamp(CommitHook.TIME));
                }
            }
        };
    }

    /** The durable counts of what became of the records. */
    static KeyValueStore<byte[], byte[]> recordsStore(ProcessorContext<?, ?> context) {
        return context.getStateStore(RECORDS);
    }
}
