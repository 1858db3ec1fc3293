package nl.klantstem.replay.shop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Topic;
import org.jspecify.annotations.Nullable;

/** An event while it is being written: fields in order, absent ones left out. */
public final class Draft {

    final Topic topic;
    final String key;
    final long occurredAt;
    private final Map<String, Object> fields;

    private Draft(Topic topic, String key, long occurredAt, Map<String, Object> fields) {
        this.topic = topic;
        this.key = key;
        this.occurredAt = occurredAt;
        this.fields = fields;
    }

    public Draft(Topic topic, String key, long occurredAt) {
        this(topic, key, occurredAt, new LinkedHashMap<>(32));
        set("occurredAt", Instant.ofEpochMilli(occurredAt).toString());
    }

    public Draft set(String field, @Nullable Object value) {
        if (value == null) {
            fields.remove(field);
        } else if (value instanceof Enum<?> constant) {
            fields.put(field, constant.name());
        } else {
            fields.put(field, value);
        }
        return this;
    }

    @Nullable
    Object get(String field) {
        return fields.get(field);
    }

    Draft copy() {
        return new Draft(topic, key, occurredAt, new LinkedHashMap<>(fields));
    }

    /** The same, but happening at another time. */
    Draft at(long otherTime) {
        var copy = new Draft(topic, key, otherTime, new LinkedHashMap<>(fields));
        return copy.set("occurredAt", Instant.ofEpochMilli(otherTime).toString());
    }

    byte[] bytes() {
        return Json.bytes(fields);
    }

    /** As it is recorded at once. */
    public ShopRecord recorded() {
        return new ShopRecord(topic, key.getBytes(UTF_8), bytes(), occurredAt);
    }
}
