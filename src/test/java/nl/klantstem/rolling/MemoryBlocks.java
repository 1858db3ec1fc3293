package nl.klantstem.rolling;

import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Blocks on the heap. */
final class MemoryBlocks implements Blocks {

    private final TreeMap<String, byte[]> blocks = new TreeMap<>();

    @Override
    public byte[] get(String name) {
        byte[] bytes = blocks.get(name);
        return bytes == null ? null : bytes.clone();
    }

    @Override
    public void put(String name, byte[] value) {
        if (value == null) {
            blocks.remove(name);
        } else {
            blocks.put(name, value.clone());
        }
    }

    @Override
    public void forEach(BiConsumer<String, byte[]> action) {
        new TreeMap<>(blocks).forEach(action);
    }

    /** How many blocks have a name that begins so. */
    long count(String prefix) {
        return blocks.keySet().stream().filter(name -> name.startsWith(prefix)).count();
    }

    /** What a process that starts now would find. */
    MemoryBlocks copy() {
        var copy = new MemoryBlocks();
        blocks.forEach(copy::put);
        return copy;
    }
}
