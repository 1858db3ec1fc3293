package nl.klantstem.rolling;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Durable bytes under a name: what the engine needs of a store. Names sort as text. */
public interface Blocks {

    byte @Nullable [] get(String name);

    /** Null removes. */
    void put(String name, byte @Nullable [] value);

    void forEach(BiConsumer<String, byte[]> action);
}
