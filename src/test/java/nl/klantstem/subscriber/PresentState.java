package nl.klantstem.subscriber;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * A whole subscriber: keeps what a topic says at present in a file, and follows. The first start reads the topic from its
 * beginning; a later one goes on where the last stopped. It saves first and commits then: after a crash some records come
 * again, and the last value of a key wins all the same.
 */
public final class PresentState implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final KafkaConsumer<String, String> consumer;
    private final Path file;
    private final Map<String, JsonNode> state = new TreeMap<>();

    public PresentState(String bootstrapServers, String topic, String group, Path file) throws IOException {
        this.file = file;
        consumer = new KafkaConsumer<>(
                settings(bootstrapServers, group), new StringDeserializer(), new StringDeserializer());
        // All partitions: this is one program with one file. Several that share the work use subscribe() instead.
        consumer.assign(consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList());
        if (Files.exists(file)) {
            JSON.readTree(file.toFile()).properties().forEach(entry -> state.put(entry.getKey(), entry.getValue()));
        } else {
            consumer.seekToBeginning(consumer.assignment()); // no file, no state: whatever was committed
        }
    }

    private static Map<String, Object> settings(String bootstrapServers, String group) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("group.id", group);
        settings.put("isolation.level", "read_committed"); // else what was never published is read as well
        settings.put("auto.offset.reset", "earliest"); // else all that is there already is missed
        settings.put("enable.auto.commit", "false"); // else an offset may be committed before its record is saved
        return settings;
    }

    /** Takes in what came, saves it, and returns how many records that were. */
    public int poll(Duration patience) throws IOException {
        var records = consumer.poll(patience);
        records.forEach(this::take);
        if (!records.isEmpty()) {
            save();
            consumer.commitSync();
        }
        return records.count();
    }

    private void take(ConsumerRecord<String, String> record) {
        if (record.value() == null) {
            state.remove(record.key()); // erased, or gone from the catalogue
            return;
        }
        try {
            state.put(record.key(), JSON.readTree(record.value())); // corrects what the key said before
        } catch (IOException e) {
            throw new IllegalStateException("no JSON at " + record.topic() + " " + record.offset(), e);
        }
    }

    /** A new file in the place of the old one: whoever reads it sees a whole one. */
    private void save() throws IOException {
        ObjectNode all = JSON.createObjectNode();
        state.forEach(all::set);
        Path next = file.resolveSibling(file.getFileName() + ".next");
        JSON.writeValue(next.toFile(), all);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The last value of every key. */
    public Map<String, JsonNode> state() {
        return Map.copyOf(state);
    }

    @Override
    public void close() {
        consumer.close();
    }

    /** Prints the score of a journey whenever it is told. */
    public static void main(String... args) throws IOException {
        try (var journeys = new PresentState(args[0], "voc.journey-nps.v1", "my-team", Path.of("journey-nps.json"))) {
            while (true) {
                if (journeys.poll(Duration.ofSeconds(1)) > 0) {
                    journeys.state().values().stream()
                            .filter(value -> !value.get("provisional").asBoolean()) // finals stand
                            .filter(value ->
                                    value.at("/scope/journeyId").asText().equals("return"))
                            .filter(value -> value.at("/window/length").asText().equals("PT24H"))
                            .filter(value -> value.has("nps")) // nobody answered, or too few to show
                            .forEach(value -> System.out.println(value.get("scope") + " " + value.get("nps")));
                }
            }
        }
    }
}
