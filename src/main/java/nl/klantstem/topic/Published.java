package nl.klantstem.topic;

import org.jspecify.annotations.Nullable;

/**
 * A record that leaves for one of our topics. A null value erases the key; {@code partition} -1 leaves the choice to the
 * default partitioner. {@code timestamp} is in epoch milliseconds.
 */
public record Published(Topic topic, byte[] key, byte @Nullable [] value, long timestamp, int partition) {

    public static final int ANY_PARTITION = -1;

    /** Key and value as JSON. */
    public static Published json(Topic topic, Object key, Object value, long timestamp) {
        return new Published(topic, Json.bytes(key), Json.bytes(value), timestamp, ANY_PARTITION);
    }
}
