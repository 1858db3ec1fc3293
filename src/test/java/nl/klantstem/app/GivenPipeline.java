package nl.klantstem.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.flow.Retention;
import nl.klantstem.ingest.Pseudonyms;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Topic;
import nl.klantstem.topic.Topics;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The whole pipeline in one task without a broker: JSON in, and everything that was published so far by topic. */
public final class GivenPipeline implements AutoCloseable {

    private static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX);

    private final TopologyTestDriver driver;
    private final Map<Topic, List<Line>> published = new EnumMap<>(Topic.class);

    /** A published record. */
    public record Line(JsonNode key, JsonNode value, long timestamp) {}

    public GivenPipeline(Path dir, int partitions, @Nullable Duration every) {
        this(dir, partitions, every, PipelineSettings.DEFAULT_RETENTION, CatalogueFile.starter());
    }

    public GivenPipeline(Path dir, int partitions, @Nullable Duration every, Retention retention, Catalogue catalogue) {
        var settings = new PipelineSettings(
                "none:1",
                Topics.DEFAULT_PREFIX,
                dir.resolve("state"),
                PipelineSettings.Store.MEMORY,
                PipelineSettings.Guarantee.EXACTLY_ONCE,
                PipelineSettings.DEFAULT_COMMIT_INTERVAL,
                PipelineSettings.DEFAULT_ALLOWANCE,
                retention,
                Pseudonyms.create(dir.resolve("key")),
                every,
                false,
                false,
                1,
                Map.of());
        var config = StreamsProperties.of(settings);
        driver = new TopologyTestDriver(new Pipeline(settings, catalogue, partitions).build(config), config);
    }

    public void send(Topic topic, @Nullable String key, @Nullable String value, String recordedAt) {
        pipe(topic, new TestRecord<>(bytes(key), bytes(value), new RecordHeaders(), Instant.parse(recordedAt)));
    }

    void answer(String key, String recordedAt, String fields) {
        send(Topic.SURVEY_RESPONSES, key, """
                {"source":"t","audience":"CUSTOMER","programme":"TRANSACTIONAL",%s}""".formatted(fields), recordedAt);
    }

    void contact(String key, String recordedAt, String fields) {
        send(Topic.CONTACT_EVENTS, key, """
                {"source":"t","audience":"CUSTOMER",%s}""".formatted(fields), recordedAt);
    }

    /** Recorded time goes on to a moment, in every input topic. */
    public void carryOnTo(String recordedAt) {
        for (int twice = 0; twice < 2; twice++) {
            for (Topic topic : TOPICS.read()) {
                var headers = new RecordHeaders().add(Topics.TICK_HEADER, new byte[0]);
                pipe(topic, new TestRecord<>(bytes(Topics.TICK_KEY), null, headers, Instant.parse(recordedAt)));
            }
        }
    }

    /** Everything that was published to a topic, in order. */
    public List<Line> all(Topic topic) {
        take(topic, key -> true);
        return List.copyOf(published.getOrDefault(topic, List.of()));
    }

    /** Lets go of what left so far, changelogs too, but for what is wanted: a long run would not fit into memory. */
    public void keepOnly(BiPredicate<Topic, JsonNode> wanted) {
        for (Topic topic : Topic.values()) {
            take(topic, key -> wanted.test(topic, key));
        }
        driver.producedTopicNames().forEach(topic -> driver.createOutputTopic(
                        topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList());
    }

    private void take(Topic topic, Predicate<JsonNode> wanted) {
        List<Line> lines = published.computeIfAbsent(topic, t -> new ArrayList<>());
        driver.createOutputTopic(TOPICS.name(topic), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList()
                .forEach(r -> {
                    JsonNode key = key(topic, r.key());
                    if (wanted.test(key)) {
                        lines.add(new Line(key, json(r.value()), r.timestamp()));
                    }
                });
    }

    /** The last value of every key of a topic. */
    Map<JsonNode, JsonNode> last(Topic topic) {
        var last = new LinkedHashMap<JsonNode, JsonNode>();
        all(topic).forEach(line -> last.put(line.key(), line.value()));
        return last;
    }

    /** What became of the records, summed over streams and partitions. */
    Map<String, Long> progress() {
        var sums = new LinkedHashMap<String, Long>();
        last(Topic.INSIGHT_PROGRESS).values().stream()
                .filter(value -> value.has("records"))
                .map(value -> value.get("records"))
                .forEach(records -> records.properties().forEach(field -> {
                    if (field.getValue().isNumber()) {
                        sums.merge(field.getKey(), field.getValue().asLong(), Long::sum);
                    } else {
                        field.getValue().forEach(reason -> sums.merge("rejected", reason.asLong(), Long::sum));
                    }
                }));
        return sums;
    }

    /** Every byte that left, also to internal topics, as text. */
    String everythingThatLeft() {
        var text = new StringBuilder();
        for (String topic : driver.producedTopicNames()) {
            driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                    .readRecordsToList()
                    .forEach(r -> text.append(text(r.key())).append(text(r.value())));
        }
        return text.toString();
    }

    /** How many entries a store holds. */
    int size(String store) {
        KeyValueStore<Object, Object> entries = driver.getKeyValueStore(store);
        int n = 0;
        try (var all = entries.all()) {
            for (; all.hasNext(); all.next()) {
                n++;
            }
        }
        return n;
    }

    /** What is held back until a commit goes to the changelogs. */
    void commit() {
        driver.advanceWallClockTime(Duration.ofMinutes(1));
    }

    /** The bytes that a store's changelog keeps of each key. */
    Map<String, Integer> changelog(String store) {
        var kept = new LinkedHashMap<String, Integer>();
        for (String topic : driver.producedTopicNames()) {
            if (topic.endsWith("-" + store + "-changelog")) {
                driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                        .readRecordsToList()
                        .forEach(r -> kept.put(text(r.key()), r.value() == null ? 0 : r.value().length));
            }
        }
        return kept;
    }

    @Override
    public void close() {
        driver.close();
    }

    private void pipe(Topic topic, TestRecord<byte[], byte[]> record) {
        driver.createInputTopic(TOPICS.name(topic), new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(record);
    }

    private static byte @Nullable [] bytes(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    /** Keys are JSON, but for those of the rekeyed topic, which are owners. */
    private static JsonNode key(Topic topic, byte[] bytes) {
        return topic == Topic.REKEYED ? TextNode.valueOf(text(bytes)) : json(bytes);
    }

    private static JsonNode json(byte[] bytes) {
        try {
            return Json.MAPPER.readTree(bytes);
        } catch (IOException e) {
            throw new AssertionError("published what is no JSON: " + text(bytes), e);
        }
    }
}
