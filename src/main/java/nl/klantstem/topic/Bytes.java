package nl.klantstem.topic;

import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.kstream.Produced;
import org.jspecify.annotations.Nullable;

/** Serdes of what goes over topics as bytes. */
public final class Bytes {

    private static final byte[] NONE = {};

    private Bytes() {}

    /** Keys of input records: an absent key reads as an empty one, because the commit hook needs a key on every record. */
    public static Serde<byte[]> inputKey() {
        Deserializer<byte[]> read = (topic, bytes) -> bytes == null ? NONE : bytes;
        Serializer<byte[]> write = (topic, bytes) -> bytes;
        return Serdes.serdeFrom(write, read);
    }

    /** Where published records go: to the topic and partition that each one names. */
    public static Produced<byte[], Published> produced(String name) {
        Serializer<Published> write = (topic, published) -> value(published);
        Deserializer<Published> read = (topic, bytes) -> {
            throw new IllegalStateException("a published record is only ever written, but was read from " + topic);
        };
        return Produced.<byte[], Published>as(name)
                .withKeySerde(Serdes.ByteArray())
                .withValueSerde(Serdes.serdeFrom(write, read))
                .withStreamPartitioner(Partitions::chosen);
    }

    private static byte @Nullable [] value(@Nullable Published published) {
        return published == null ? null : published.value();
    }
}
