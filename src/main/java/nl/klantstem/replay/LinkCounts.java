package nl.klantstem.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import nl.klantstem.contract.in.SurveyResponse.Status;
import nl.klantstem.contract.out.LinkedResponse.LinkMethod;
import nl.klantstem.topic.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** How the responses that count were linked, by the last that is known of each. */
public final class LinkCounts implements Collector.Sink {

    private static final JsonFactory JSON = new JsonFactory();

    private final Map<String, LinkMethod> last = new HashMap<>();

    @Override
    public void take(Topic topic, ConsumerRecord<byte[], byte[]> record) {
        if (topic == Topic.LINKED_RESPONSES && record.key() != null) {
            String key = new String(record.key(), StandardCharsets.UTF_8);
            LinkMethod method = record.value() == null ? null : method(record.value());
            if (method == null) {
                last.remove(key);
            } else {
                last.put(key, method);
            }
        }
    }

    /** Responses by link method, every method named. */
    public Map<LinkMethod, Long> counts() {
        Map<LinkMethod, Long> counts = new EnumMap<>(LinkMethod.class);
        for (LinkMethod method : LinkMethod.values()) {
            counts.put(method, 0L);
        }
        last.values().forEach(method -> counts.merge(method, 1L, Long::sum));
        return counts;
    }

    /** The method of a response that counts: one that is complete or partial. */
    private static @Nullable LinkMethod method(byte[] value) {
        String status = null;
        String method = null;
        try (JsonParser json = JSON.createParser(value)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "status" -> status = json.getText();
                    case "method" -> method = json.getText();
                    default -> json.skipChildren();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a linked response is not what the contract says", e);
        }
        boolean counts =
                Status.COMPLETE.name().equals(status) || Status.PARTIAL.name().equals(status);
        return counts && method != null ? LinkMethod.valueOf(method) : null;
    }
}
