package nl.klantstem.expose.board;

/** A record of an insight topic: what was told last under its key. */
public record Told<K, V>(String topic, K key, V value) {}
