package nl.klantstem.rolling;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * A store of at most one entry, for the commit hook. Unlike Kafka Streams' own LRU store it opens again when its task is
 * revived after a crash: that one stays closed for good, and the next checkpoint stops the application.
 */
final class MarkerStore implements KeyValueStore<Bytes, byte[]> {

    private final String name;
    private final TreeMap<Bytes, byte[]> entry = new TreeMap<>();
    private boolean open;

    private MarkerStore(String name) {
        this.name = name;
    }

    static KeyValueBytesStoreSupplier supplier(String name) {
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
                return "marker";
            }
        };
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        entry.clear();
        context.register(root, (key, value) -> {});
        open = true;
    }

    @Override
    public void put(Bytes key, byte @Nullable [] value) {
        entry.clear();
        if (value != null) {
            entry.put(key, value);
        }
    }

    @Override
    public byte @Nullable [] putIfAbsent(Bytes key, byte[] value) {
        byte @Nullable [] there = entry.get(key);
        if (there == null) {
            put(key, value);
        }
        return there;
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
        entries.forEach(each -> put(each.key, each.value));
    }

    @Override
    public byte @Nullable [] delete(Bytes key) {
        return entry.remove(key);
    }

    @Override
    public byte @Nullable [] get(Bytes key) {
        return entry.get(key);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
        return new Entries(entry.subMap(from, true, to, true).entrySet().iterator());
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        return new Entries(entry.entrySet().iterator());
    }

    @Override
    public long approximateNumEntries() {
        return entry.size();
    }

    @Override
    public String name() {
        return name;
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
    public void close() {
        open = false;
    }

    private record Entries(Iterator<Map.Entry<Bytes, byte[]>> entries) implements KeyValueIterator<Bytes, byte[]> {

        @Override
        public boolean hasNext() {
            return entries.hasNext();
        }

        @Override
        public KeyValue<Bytes, byte[]> next() {
            Map.Entry<Bytes, byte[]> next = entries.next();
            return KeyValue.pair(next.getKey(), next.getValue());
        }

        @Override
        public Bytes peekNextKey() {
            throw new UnsupportedOperationException("a marker has no neighbours to look at");
        }

        @Override
        public void close() {}
    }
}
