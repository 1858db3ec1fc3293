package nl.klantstem.rolling;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;

/**
 * Markers in, the same markers out just before the next commit and in its transaction: a cached table of one entry, whose
 * cache Kafka Streams flushes as part of every commit, also those at a rebalance and at close, which no punctuation sees.
 * Stores written behind the hook must not be cached and must be attached only behind it.
 */
final class CommitHook {

    /** The timestamp of markers, and of what leaves with them: a table finds times that go back suspicious. */
    static final long TIME = 0;

    private static final byte[] MARKER = {1};

    private CommitHook() {}

    /** The value of a marker. */
    static byte[] marker() {
        return MARKER.clone();
    }

    static <K> KStream<K, byte[]> before(String name, KStream<K, byte[]> markers, Serde<K> keys) {
        return markers.toTable(
                        Named.as(name),
                        Materialized.<K, byte[]>as(MarkerStore.supplier(name + "-marker"))
                                .withKeySerde(keys)
                                .withValueSerde(Serdes.ByteArray())
                                .withCachingEnabled()
                                .withLoggingDisabled())
                .toStream(Named.as(name + "-reached"));
    }
}
