package nl.klantstem.ingest;

import nl.klantstem.contract.flow.IngestedReference;
import nl.klantstem.topic.Bytes;
import nl.klantstem.topic.Topics;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/** Records of reference data in, what the door made of them out: ticks, refusals, and what a key says from then on. */
public record ReferenceIngestStage(Topics topics) {

    public KStream<byte[], IngestedReference> apply(StreamsBuilder builder) {
        return builder.stream(
                        topics.references().stream().map(topics::name).toList(),
                        Consumed.with(Bytes.inputKey(), Serdes.ByteArray())
                                .withOffsetResetPolicy(AutoOffsetReset.none())
                                .withName("reference-input"))
                .processValues(() -> new ReferenceDoor(topics), Named.as("ingest-references"));
    }
}
