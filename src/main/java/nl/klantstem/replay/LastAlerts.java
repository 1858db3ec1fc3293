package nl.klantstem.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The last that was published of each alert, and of each score that is watched. */
public final class LastAlerts implements Collector.Sink {

    private final Map<String, byte[]> alerts = new HashMap<>();
    private final Map<String, byte[]> watches = new HashMap<>();

    @Override
    public void take(Topic topic, ConsumerRecord<byte[], byte[]> record) {
        if (topic == Topic.NPS_ALERTS) {
            take(record, alerts);
        } else if (topic == Topic.NPS_WATCHES) {
            take(record, watches);
        }
    }

    private static void take(ConsumerRecord<byte[], byte[]> record, Map<String, byte[]> last) {
        String key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
        if (record.value() == null) {
            last.remove(key);
        } else {
            last.put(key, record.value());
        }
    }

    /** Alerts in the order they were raised. */
    public List<JsonNode> alerts() {
        return values(
                alerts,
                Comparator.comparing((JsonNode alert) -> alert.path("raisedAt").asText())
                        .thenComparing(alert -> alert.path("alertId").asText()));
    }

    /** The scores that are watched, by scope. */
    public List<JsonNode> watches() {
        return values(watches, Comparator.comparing(watch -> watch.path("scope").toString()));
    }

    private static List<JsonNode> values(Map<String, byte[]> last, Comparator<JsonNode> order) {
        return last.values().stream().map(LastAlerts::read).sorted(order).toList();
    }

    private static JsonNode read(byte[] value) {
        try {
            return Json.MAPPER.readTree(value);
        } catch (IOException e) {
            throw new UncheckedIOException("an alert is not JSON", e);
        }
    }
}
