package nl.klantstem.expose.page;

/** A piece of the page that changes as one: its root element carries the key as {@code data-key}. */
record Part(String key, String html) {}
