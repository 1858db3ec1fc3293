package nl.klantstem.rolling;

import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Something on the heap that the processors of one task share. It is empty between commits, or rebuilt from durable stores
 * when the task starts, so nothing of it is logged.
 */
public final class HeapStore<T> implements StateStore {

    private final String name;
    private final Supplier<T> fresh;
    private T value;
    private boolean open;

    private HeapStore(String name, Supplier<T> fresh) {
        this.name = name;
        this.fresh = fresh;
        this.value = fresh.get();
    }

    public static <T> StoreBuilder<HeapStore<T>> builder(String name, Supplier<T> fresh) {
        return new Builder<>(name, fresh);
    }

    public T value() {
        return value;
    }

    public void value(T replacement) {
        value = replacement;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        context.register(root, (key, bytes) -> {});
        // A task that is revived after a crash comes back with this very store: what was not committed must be
        // forgotten.
        value = fresh.get();
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

    private record Builder<T>(String name, Supplier<T> fresh) implements StoreBuilder<HeapStore<T>> {

        private Builder {
            Objects.requireNonNull(name);
        }

        @Override
        public StoreBuilder<HeapStore<T>> withCachingEnabled() {
            return this;
        }

        @Override
        public StoreBuilder<HeapStore<T>> withCachingDisabled() {
            return this;
        }

        @Override
        public StoreBuilder<HeapStore<T>> withLoggingEnabled(Map<String, String> config) {
            throw new IllegalStateException("the heap store '" + name + "' is never logged");
        }

        @Override
        public StoreBuilder<HeapStore<T>> withLoggingDisabled() {
            return this;
        }

        @Override
        public HeapStore<T> build() {
            return new HeapStore<>(name, fresh);
        }

        @Override
        public Map<String, String> logConfig() {
            return Map.of();
        }

        @Override
        public boolean loggingEnabled() {
            return false;
        }
    }
}
