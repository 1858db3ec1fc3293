package nl.klantstem.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import nl.klantstem.contract.out.JourneyNps;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.contract.out.SurveyHealth;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The last final NPS of every journey, and of the surveys, in one rolling window: what one wants to see when a replay ends. */
public final class LastFinals implements Collector.Sink {

    private static final Set<String> ALL = Set.of(Scope.PROGRAMME, Scope.AUDIENCE);
    private static final Set<String> PLAIN = Set.of(Scope.JOURNEY, Scope.PROGRAMME, Scope.AUDIENCE);

    private final String length;
    private final Map<String, byte[]> nps = new HashMap<>();
    private final Map<String, byte[]> surveys = new HashMap<>();

    /** Follows the rolling window of this length, such as P28D. */
    public LastFinals(String length) {
        this.length = length;
    }

    public String length() {
        return length;
    }

    @Override
    public void take(Topic topic, ConsumerRecord<byte[], byte[]> record) {
        if (topic == Topic.JOURNEY_NPS) {
            take(record, nps);
        } else if (topic == Topic.SURVEY_HEALTH) {
            take(record, surveys);
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record, Map<String, byte[]> last) {
        String key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
        if (key.contains("\"FINAL\"") && key.contains('"' + length + '"')) {
            last.put(key, record.value() == null ? new byte[0] : record.value());
        }
    }

    /** By journey, programme and audience; journeys that were never answered are left out. */
    public List<JourneyNps> journeys() {
        return read(nps, JourneyNps.class, JourneyNps::scope, PLAIN);
    }

    /** By programme and audience, of all journeys together; those of which none was asked are left out. */
    public List<SurveyHealth> surveys() {
        return read(surveys, SurveyHealth.class, SurveyHealth::scope, ALL).stream()
                .filter(health -> health.asked() > 0)
                .toList();
    }

    private static <V> List<V> read(
            Map<String, byte[]> last, Class<V> type, Function<V, Scope> scope, Set<String> dimensions) {
        return last.values().stream()
                .filter(value -> value.length > 0)
                .map(value -> read(value, type))
                .filter(value -> dimensions.equals(scope.apply(value).labels().keySet()))
                .sorted(Comparator.comparing(
                        value -> scope.apply(value).labels().toString()))
                .toList();
    }

    private static <V> V read(byte[] value, Class<V> type) {
        try {
            return Json.MAPPER.readValue(value, type);
        } catch (IOException e) {
            throw new UncheckedIOException("an insight is not what the contract says", e);
        }
    }
}
