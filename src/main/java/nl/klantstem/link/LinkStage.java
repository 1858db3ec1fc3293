package nl.klantstem.link;

import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.flow.Ingested;
import nl.klantstem.contract.flow.Linked;
import nl.klantstem.contract.flow.Retention;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.Stores;

/**
 * Events of an owner in, what they changed out: one timeline per owner, written into and compared with itself.
 *
 * @param sources how many topics a task reads
 */
public record LinkStage(Catalogue catalogue, Retention retention, int sources) {

    public static final String TIMELINES = "timelines";
    public static final String TIMERS = "timers";

    public KStream<byte[], Linked> apply(
            StreamsBuilder builder,
            KStream<byte[], Ingested> ingested,
            KeyValueBytesStoreSupplier timelines,
            KeyValueBytesStoreSupplier timers) {
        Serde<Timeline> serde = Serdes.serdeFrom(
                (topic, timeline) -> timeline == null ? null : TimelineCodec.encode(timeline),
                (topic, bytes) -> bytes == null ? null : TimelineCodec.decode(bytes));
        builder.addStateStore(
                Stores.keyValueStoreBuilder(timelines, Serdes.String(), serde).withCachingEnabled());
        // A timer that is set and cleared between two commits never reaches the changelog.
        builder.addStateStore(Stores.keyValueStoreBuilder(timers, Serdes.ByteArray(), Serdes.ByteArray())
                .withCachingEnabled());
        return ingested.processValues(() -> new LinkProcessor(this), Named.as("link"), timelines.name(), timers.name());
    }
}
