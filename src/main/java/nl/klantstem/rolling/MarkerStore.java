package nl.klantstem.rolling;

import java.util.List;
import java.util.NoSuchElementException;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The table of a commit hook: it keeps nothing, for only its cache is wanted. (Kafka's own store of one entry stays closed
 * for ever when a task has to begin anew, and the pipeline would stop.)
 */
final class MarkerStore implements KeyValueStore<Bytes, byte[]> {

    private final String name;
    private boolean open;

    private MarkerStore(String name) {
        this.name = name;
    }

    static KeyValueBytesStoreSupplier named(String name) {
        return new KeyValueBytesStoreSupplier() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public KeyValueStore<Bytes, byte[]> get() {
                return new MarkerStore(name);
            }

            @Override
            public String metricsScope() {
                return "markers";
            }
        };
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        context.register(root, (key, value) -> {});
        open = true;
    }

    @Override
    public void close() {
        open = false;
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void put(Bytes key, byte @Nullable [] value) {}

    @Override
    public byte @Nullable [] putIfAbsent(Bytes key, byte[] value) {
        return null;
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> entries) {}

    @Override
    public byte @Nullable [] delete(Bytes key) {
        return null;
    }

    @Override
    public byte @Nullable [] get(Bytes key) {
        return null;
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
        return new NoEntries();
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        return new NoEntries();
    }

    @Override
    public long approximateNumEntries() {
        return 0;
    }

    private static final class NoEntries implements KeyValueIterator<Bytes, byte[]> {

        @Override
        public void close() {}

        @Override
        public Bytes peekNextKey() {
            throw new NoSuchElementException();
        }

        @Override
        public boolean hasNext() {
            return false;
        }

        @Override
        public KeyValue<Bytes, byte[]> next() {
            throw new NoSuchElementException();
        }
    }
}
