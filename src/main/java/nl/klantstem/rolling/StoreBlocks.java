package nl.klantstem.rolling;

import java.util.function.BiConsumer;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Blocks in a Kafka Streams store. */
record StoreBlocks(KeyValueStore<String, byte[]> store) implements Blocks {

    @Override
    public byte @Nullable [] get(String name) {
        return store.get(name);
    }

    @Override
    public void put(String name, byte @Nullable [] value) {
        if (value == null) {
            store.delete(name);
        } else {
            store.put(name, value);
        }
    }

    @Override
    public void forEach(BiConsumer<String, byte[]> action) {
        try (var all = store.all()) {
            all.forEachRemaining(entry -> action.accept(entry.key, entry.value));
        }
    }
}
