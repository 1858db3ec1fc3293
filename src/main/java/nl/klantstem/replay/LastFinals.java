package nl.klantstem.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.klantstem.contract.out.JourneyNps;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The last final NPS of every journey in one rolling window: what one wants to see when a replay ends. */
public final class LastFinals implements Collector.Sink {

    private static final Set<String> PLAIN = Set.of(Scope.JOURNEY, Scope.PROGRAMME, Scope.AUDIENCE);

    private final String length;
    private final Map<String, byte[]> last = new HashMap<>();

    /** Follows the rolling window of this length, such as P28D. */
    public LastFinals(String length) {
        this.length = length;
    }

    public String length() {
        return length;
    }

    @Override
    public void take(Topic topic, ConsumerRecord<byte[], byte[]> record) {
        if (topic == Topic.JOURNEY_NPS && record.key() != null) {
            String key = new String(record.key(), StandardCharsets.UTF_8);
            if (key.contains("\"FINAL\"") && key.contains('"' + length + '"')) {
                last.put(key, record.value() == null ? new byte[0] : record.value());
            }
        }
    }

    /** By journey, programme and audience; journeys that were never answered are left out. */
    public List<JourneyNps> journeys() {
        return last.values().stream()
                .filter(value -> value.length > 0)
                .map(LastFinals::read)
                .filter(nps -> PLAIN.equals(nps.scope().labels().keySet()))
                .sorted(Comparator.comparing(nps -> nps.scope().labels().toString()))
                .toList();
    }

    private static JourneyNps read(byte[] value) {
        try {
            return Json.MAPPER.readValue(value, JourneyNps.class);
        } catch (IOException e) {
            throw new UncheckedIOException("an NPS record is not what the contract says", e);
        }
    }
}
