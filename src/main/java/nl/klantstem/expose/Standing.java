package nl.klantstem.expose;

import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import nl.klantstem.contract.out.ContactSurge;
import nl.klantstem.contract.out.MeasureEffect;
import nl.klantstem.contract.out.NpsAlert;
import nl.klantstem.contract.out.NpsWatch;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Topic;
import org.jspecify.annotations.Nullable;

/** What stands of a topic whose records are of no window: the last value of each key, no more than there is room for. */
final class Standing<V> {

    /** More than all closed lists of labels can make. */
    private static final int ROOM = 10_000;

    private final Topic topic;
    private final ObjectReader reader;
    private final Function<V, @Nullable Instant> asOf;
    private final TreeMap<String, V> values = new TreeMap<>();
    private long overflow;

    private Standing(Topic topic, Class<V> type, Function<V, @Nullable Instant> asOf) {
        this.topic = topic;
        this.reader = Json.MAPPER.readerFor(type);
        this.asOf = asOf;
    }

    static Standing<NpsAlert> alerts() {
        return new Standing<>(
                Topic.NPS_ALERTS,
                NpsAlert.class,
                alert -> alert.state() == null || alert.scope() == null ? null : alert.asOf());
    }

    static Standing<NpsWatch> watches() {
        return new Standing<>(
                Topic.NPS_WATCHES,
                NpsWatch.class,
                watch -> watch.state() == null || watch.scope() == null ? null : watch.asOf());
    }

    static Standing<ContactSurge> surges() {
        return new Standing<>(
                Topic.CONTACT_SURGES,
                ContactSurge.class,
                surge -> surge.state() == null || surge.scope() == null ? null : surge.asOf());
    }

    static Standing<MeasureEffect> effects() {
        return new Standing<>(
                Topic.MEASURE_EFFECTS,
                MeasureEffect.class,
                effect -> effect.state() == null || effect.measureId() == null || effect.effectiveAt() == null
                        ? null
                        : effect.asOf());
    }

    Topic topic() {
        return topic;
    }

    void accept(byte[] key, byte @Nullable [] bytes) throws IOException {
        String name = new String(key, StandardCharsets.UTF_8);
        if (bytes == null) {
            values.remove(name);
            return;
        }
        @Nullable V value = reader.readValue(bytes);
        if (value == null || asOf.apply(value) == null) {
            throw new IOException("without scope, state or asOf");
        }
        values.put(name, value);
        if (values.size() > ROOM) {
            // Not the last that came: all exporters must show the same.
            values.pollLastEntry();
            overflow++;
        }
    }

    Collection<V> values() {
        return List.copyOf(values.values());
    }

    int keys() {
        return values.size();
    }

    long overflow() {
        return overflow;
    }
}
