package nl.klantstem.exact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import nl.klantstem.replay.Collector;
import nl.klantstem.topic.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What a run published, by topic: each record as the text of its key, its time and the text of its value. */
final class Results implements Collector.Sink {

    /** A record as it was published. */
    record Published(String key, String timestamp, String value) {

        JsonNode json() {
            return tree(value);
        }

        boolean isFinal() {
            return key.contains("\"FINAL\"");
        }

        @Override
        public String toString() {
            return key + timestamp + value;
        }
    }

    private final Map<String, List<Published>> byTopic = new HashMap<>();
    private @Nullable Path folder;

    /** What a replay wrote in its folder; read again whenever it is asked for, since it may be more than memory holds. */
    static Results in(Path folder) {
        var results = new Results();
        results.folder = folder;
        return results;
    }

    private static Published published(String line) {
        int time = line.indexOf(",\"timestamp\":\"");
        int value = line.indexOf("\",\"value\":", time);
        return new Published(
                line.substring("{\"key\":".length(), time),
                line.substring(time + ",\"timestamp\":\"".length(), value),
                line.substring(value + "\",\"value\":".length(), line.length() - 1));
    }

    /** What is taken back has no value: in a folder, too, that is the word null. */
    @Override
    public void take(Topic topic, ConsumerRecord<byte[], byte[]> record) {
        byte @Nullable [] value = record.value();
        byTopic.computeIfAbsent(topic.shortName(), t -> new ArrayList<>())
                .add(new Published(
                        new String(record.key(), StandardCharsets.UTF_8),
                        Instant.ofEpochMilli(record.timestamp()).toString(),
                        value == null ? "null" : new String(value, StandardCharsets.UTF_8)));
    }

    /** Everything that was published to a topic, in order. */
    List<Published> of(Topic topic) {
        var all = new ArrayList<Published>();
        forEach(topic, all::add);
        return all;
    }

    void forEach(Topic topic, Consumer<Published> each) {
        if (folder == null) {
            byTopic.getOrDefault(topic.shortName(), List.of()).forEach(each);
            return;
        }
        try (var lines = Files.lines(folder.resolve(topic.shortName() + ".jsonl"))) {
            lines.map(Results::published).forEach(each);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All finals of a topic, each as one text, sorted. */
    List<String> finals(Topic topic) {
        var finals = new ArrayList<String>();
        forEach(topic, published -> {
            if (published.isFinal()) {
                finals.add(published.toString());
            }
        });
        Collections.sort(finals);
        return finals;
    }

    /** Every record of a topic, each as one text; those of one key in the order in which they were published. */
    List<String> all(Topic topic) {
        var byKey = new TreeMap<String, List<String>>();
        forEach(topic, published -> byKey.computeIfAbsent(published.key(), key -> new ArrayList<>())
                .add(published.toString()));
        return byKey.values().stream().flatMap(List::stream).toList();
    }

    /** The last record of each key, each as one text, sorted by key. */
    List<String> last(Topic topic) {
        var last = new TreeMap<String, String>();
        forEach(topic, published -> last.put(published.key(), published.toString()));
        return List.copyOf(last.values());
    }

    /** The last of each linked response; the pseudonyms of one run are not those of another. */
    List<String> linked() {
        var last = new TreeMap<String, String>();
        for (Published published : of(Topic.LINKED_RESPONSES)) {
            var value = (ObjectNode) published.json();
            value.remove("customer");
            last.put(published.key(), published.key() + published.timestamp() + value);
        }
        return List.copyOf(last.values());
    }

    /** What was published of parcels that are suspected to be lost up to a moment, each as one text, sorted. */
    List<String> suspects(Instant until) {
        return of(Topic.LOST_IN_MAIL_SUSPECTS).stream()
                .filter(published -> !Instant.parse(published.timestamp()).isAfter(until))
                .map(Suspects::text)
                .sorted()
                .toList();
    }

    static JsonNode tree(String json) {
        try {
            return Line.JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
