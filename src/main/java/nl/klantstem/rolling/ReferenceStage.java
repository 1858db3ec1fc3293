package nl.klantstem.rolling;

import java.util.Objects;
import nl.klantstem.contract.flow.IngestedReference;
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
 * Checked reference data in; a frame for the insight stage at once for each record, and what became of the records out.
 * There are few: nothing is gathered until a commit.
 *
 * @param partitions of every topic of reference data
 * @param signalSources how many topics are read by all that sends to the insight stage
 */
public record ReferenceStage(int partitions, int signalSources) {

    public static final String RECORDS = "reference-records";

    /** Frames for the insight stage, and published progress for the world. */
    public record Emitted(KStream<Integer, Frame> frames, KStream<byte[], Published> progress) {}

    public Emitted apply(
            StreamsBuilder builder, KStream<byte[], IngestedReference> checked, KeyValueBytesStoreSupplier records) {
        builder.addStateStore(Stores.keyValueStoreBuilder(records, Serdes.ByteArray(), Serdes.ByteArray())
                .withCachingDisabled());
        KStream<Integer, Out> out = checked.process(
                () -> new ReferenceProcessor(this, records.name()), Named.as("emit-references"), records.name());
        KStream<Integer, Frame> frames = out.filter((target, o) -> o.frame() != null, Named.as("only-references"))
                .mapValues(Out::requiredFrame, Named.as("references-frame"))
                .repartition(FrameTopic.of("references", 1));
        KStream<byte[], Published> progress = out.filter(
                        (target, o) -> o.published() != null, Named.as("only-reference-progress"))
                .map((target, o) -> o.record(), Named.as("reference-progress"));
        return new Emitted(frames, progress);
    }

    /** A frame for the insight stage, or a published record. */
    record Out(@Nullable Frame frame, @Nullable Published published) {

        Frame requiredFrame() {
            return Objects.requireNonNull(frame);
        }

        KeyValue<byte[], Published> record() {
            Published record = Objects.requireNonNull(published);
            return KeyValue.pair(record.key(), record);
        }
    }
}
