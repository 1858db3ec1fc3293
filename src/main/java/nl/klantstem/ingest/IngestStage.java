package nl.klantstem.ingest;

import java.nio.file.Path;
import java.time.Duration;
import nl.klantstem.contract.flow.Ingested;
import nl.klantstem.contract.flow.Retention;
import nl.klantstem.topic.Bytes;
import nl.klantstem.topic.Topics;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/**
 * Input records in, what the door made of them out: ticks, test events, refusals, and events with their owner, whose
 * customer key is a pseudonym from here on.
 */
public record IngestStage(Topics topics, int partitions, Path pseudonymKey, Duration allowance, Retention retention) {

    public KStream<byte[], Ingested> apply(StreamsBuilder builder) {
        return builder.stream(
                        topics.sources().stream().map(topics::name).toList(),
                        Consumed.with(Bytes.inputKey(), Serdes.ByteArray())
                                .withOffsetResetPolicy(AutoOffsetReset.none())
                                .withName("input"))
                .processValues(() -> new Door(this), Named.as("ingest"));
    }
}
