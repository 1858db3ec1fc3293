package nl.klantstem.expose.board;

import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.klantstem.topic.Json;
import org.jspecify.annotations.Nullable;

/** The last record of each key of a topic that is shown. Values are not looked into before somebody wants to see them. */
final class Kept<K, V> {

    /** Far more than can be shown; what is beyond it is the last in the order of keys, so all exporters show the same. */
    private static final int ROOM = 5_000;

    /** A value that is unknown (not looked into yet), unreadable, or told. */
    private static final class Slot<K, V> {
        private final K key;
        private byte @Nullable [] bytes;
        private @Nullable Told<K, V> told;

        Slot(K key, byte[] bytes) {
            this.key = key;
            this.bytes = bytes;
        }
    }

    /** What a topic's keys and values are, and which keys are shown. */
    record Kind<K, V>(Class<K> key, Class<V> value, Predicate<K> shown, Function<V, @Nullable Instant> asOf) {}

    private final String topic;
    private final Kind<K, V> kind;
    private final ObjectReader keys;
    private final ObjectReader values;
    private final TreeMap<String, Slot<K, V>> slots = new TreeMap<>();

    Kept(String topic, Kind<K, V> kind) {
        this.topic = topic;
        this.kind = kind;
        this.keys = Json.MAPPER.readerFor(kind.key());
        this.values = Json.MAPPER.readerFor(kind.value());
    }

    void accept(byte[] keyBytes, byte @Nullable [] value) throws IOException {
        K key = keys.readValue(keyBytes);
        if (key == null || !kind.shown().test(key)) {
            return;
        }
        String name = new String(keyBytes, StandardCharsets.UTF_8);
        if (value == null) {
            slots.remove(name);
            return;
        }
        slots.put(name, new Slot<>(key, value));
        if (slots.size() > ROOM) {
            slots.pollLastEntry();
        }
    }

    void forget(Predicate<K> which) {
        slots.values().removeIf(slot -> which.test(slot.key));
    }

    /** All that is kept and can be read, in the order of keys. */
    List<Told<K, V>> told() {
        var all = new ArrayList<Told<K, V>>();
        for (var slot : slots.values()) {
            @Nullable Told<K, V> told = look(slot);
            if (told != null) {
                all.add(told);
            }
        }
        return all;
    }

    private @Nullable Told<K, V> look(Slot<K, V> slot) {
        if (slot.bytes != null) {
            slot.told = read(slot.key, slot.bytes);
            slot.bytes = null;
        }
        return slot.told;
    }

    /** The metrics count what cannot be read. */
    private @Nullable Told<K, V> read(K key, byte[] bytes) {
        try {
            V value = values.readValue(bytes);
            return value == null || kind.asOf().apply(value) == null ? null : new Told<>(topic, key, value);
        } catch (IOException unreadable) {
            return null;
        }
    }
}
