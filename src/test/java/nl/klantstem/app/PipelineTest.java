package nl.klantstem.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import nl.klantstem.ingest.Pseudonyms;
import nl.klantstem.testkit.Golden;
import nl.klantstem.testkit.Schemas;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Partitions;
import nl.klantstem.topic.Topic;
import nl.klantstem.topic.Topics;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole topology in one task, without a broker. */
final class PipelineTest {

    /** What is judged at the close of a day says nothing within hours; PublishedRecordsTest goes on for days. */
    private static final Set<Topic> ONLY_AFTER_DAYS =
            EnumSet.of(Topic.MEASURE_EFFECTS, Topic.NPS_CHANGE, Topic.NPS_ALERTS, Topic.CONTACT_SURGES);

    private static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX);

    @TempDir
    Path dir;

    private TopologyTestDriver driver;

    private PipelineSettings settings;
    private Properties config;

    @BeforeEach
    void start() {
        settings = PipelineSettings.embedded(
                "none:1", Topics.DEFAULT_PREFIX, dir.resolve("state"), Pseudonyms.create(dir.resolve("key")), null);
        config = StreamsProperties.of(settings);
        driver = driver(1);
    }

    private Pipeline pipeline(int partitions) {
        return new Pipeline(settings, CatalogueFile.starter(), partitions);
    }

    private TopologyTestDriver driver(int partitions) {
        return new TopologyTestDriver(pipeline(partitions).build(config), config);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void an_answer_is_counted_and_leaves_the_hour_again() {
        answer("e1", "r1", 9, "2026-03-02T10:00:20Z");
        carryOnTo("2026-03-02T12:00:00Z");

        List<JsonNode> finals = lastHours(output(Topic.JOURNEY_NPS));
        assertThat(finals).hasSize(2);
        assertThat(finals.get(0).at("/nps").asDouble()).isEqualTo(100);
        assertThat(finals.get(0).at("/window/to").asText()).isEqualTo("2026-03-02T10:01:00Z");
        assertThat(finals.get(1).at("/n").asInt()).isZero();
        assertThat(finals.get(1).has("nps"))
                .as("nobody answered is not a score of zero")
                .isFalse();
        assertThat(finals.get(1).at("/window/to").asText()).isEqualTo("2026-03-02T11:01:00Z");
    }

    @Test
    void what_goes_out_keeps_to_its_schema_and_holds_no_key_and_no_text() {
        answer("e1", "r1", 9, "2026-03-02T10:00:20Z");
        send(Topic.CONTACT_EVENTS, "c1", """
                {"eventId":"k1","occurredAt":"2026-03-02T09:30:00Z","source":"t","audience":"CUSTOMER",\
                "contactId":"k1","seq":0,"type":"OPENED","customerKey":"c1-raw-key","direction":"INBOUND",\
                "channel":"PHONE","initiator":"CUSTOMER","driver":{"code":"returns/how","source":"AGENT"}}""", "2026-03-02T10:40:00Z");
        send(Topic.DELIVERY_EVENTS, "c1", """
                {"eventId":"d1","occurredAt":"2026-03-02T09:00:00Z","source":"t","audience":"CUSTOMER",\
                "shipmentId":"s1","orderId":"o1","type":"HANDED_TO_CARRIER","customerKey":"c1-raw-key",\
                "carrier":"carrier-a","region":"utrecht","promisedTo":"2026-03-02T20:00:00Z"}""", "2026-03-02T09:00:10Z");
        send(Topic.JOURNEY_STEP_EVENTS, "c1", """
                {"eventId":"j1","occurredAt":"2026-03-02T09:10:00Z","source":"t","audience":"CUSTOMER",\
                "journeyId":"return","journeyInstanceId":"i1","stepId":"0","kind":"STARTED",\
                "customerKey":"c1-raw-key"}""", "2026-03-02T09:10:10Z");
        send(Topic.DELIVERY_EVENTS, "c1", """
                {"eventId":"d2","occurredAt":"2026-02-26T09:00:00Z","source":"t","audience":"CUSTOMER",\
                "shipmentId":"s2","orderId":"o1","type":"SCAN","customerKey":"c1-raw-key",\
                "carrier":"carrier-a","region":"utrecht","promisedTo":"2026-02-27T20:00:00Z"}""", "2026-03-02T09:00:10Z");
        send(Topic.SURVEY_RESPONSES, "c1", "{\"eventId\": \"torn", "2026-03-02T10:41:00Z");
        carryOnTo("2026-03-02T12:00:00Z");

        for (Topic topic : Topic.values()) {
            if (topic.isPublished()) {
                List<String> values = texts(topic);
                assertThat(values.isEmpty()).as(topic.shortName()).isEqualTo(ONLY_AFTER_DAYS.contains(topic));
                assertThat(values).noneMatch(value -> value.contains("c1-raw-key") || value.contains("secret words"));
                values.forEach(value -> assertThat(Schemas.problems(Schemas.ofValue(topic.shortName()), json(value)))
                        .as(topic.shortName() + " " + value)
                        .isEmpty());
            }
        }
    }

    @Test
    void a_record_under_a_foreign_key_goes_on_with_a_pseudonym() {
        driver.close();
        driver = driver(2);
        int elsewhere = 0;
        for (int i = 0; i < 10; i++) {
            String customer = i + "-raw-key";
            elsewhere += Partitions.of(customer, 2);
            send(
                    Topic.SURVEY_RESPONSES,
                    "somebody",
                    answerOf("e" + i, "r" + i, 9, "2026-03-02T10:00:20Z", customer),
                    "2026-03-02T10:00:20Z");
        }
        carryOnTo("2026-03-02T12:00:00Z");

        List<String> rekeyed = texts(Topic.REKEYED);
        assertThat(rekeyed)
                .hasSize(elsewhere)
                .isNotEmpty()
                .allMatch(value -> value.contains("\"owner\":\"c:v1."))
                .noneMatch(value -> value.contains("raw-key") || value.contains("secret words"));
    }

    @Test
    void every_operator_store_and_internal_topic_has_its_name() {
        // A set of topics prints in any order, a lambda under any address.
        String description = pipeline(1).build(config).describe().toString();
        Golden.check(
                "src/test/resources/golden/topology.txt",
                description
                        .replaceAll("extractor class: [^)]*", "topic: the one that each record names")
                        .replaceAll("input \\(topics: \\[[^\\]]*\\]", "input (topics: [all sources]"));
    }

    private void answer(String eventId, String responseId, int score, String at) {
        send(Topic.SURVEY_RESPONSES, "c1", answerOf(eventId, responseId, score, at, "c1-raw-key"), at);
    }

    private static String answerOf(String eventId, String responseId, int score, String at, String customer) {
        return """
                {"eventId":"%s","occurredAt":"%s","source":"t","audience":"CUSTOMER","responseId":"%s","revision":0,\
                "status":"COMPLETE","programme":"TRANSACTIONAL","customerKey":"%s","journeyId":"return","nps":%d,\
                "comment":"secret words"}""".formatted(eventId, at, responseId, customer, score);
    }

    private static List<JsonNode> lastHours(List<JsonNode> published) {
        return published.stream()
                .filter(value -> !value.get("provisional").asBoolean())
                .filter(value -> value.at("/scope/journeyId").asText().equals("return"))
                .filter(value -> value.get("scope").size() == 3)
                .filter(value -> value.at("/window/length").asText().equals("PT1H"))
                .toList();
    }

    private void carryOnTo(String recordedAt) {
        tick(recordedAt);
        tick(recordedAt);
    }

    private void send(Topic topic, String key, String value, String recordedAt) {
        var input = driver.createInputTopic(TOPICS.name(topic), new ByteArraySerializer(), new ByteArraySerializer());
        input.pipeInput(
                key.getBytes(StandardCharsets.UTF_8),
                value.getBytes(StandardCharsets.UTF_8),
                Instant.parse(recordedAt));
    }

    private void tick(String recordedAt) {
        for (Topic topic : TOPICS.read()) {
            var input =
                    driver.createInputTopic(TOPICS.name(topic), new ByteArraySerializer(), new ByteArraySerializer());
            var headers = new RecordHeaders().add(Topics.TICK_HEADER, new byte[0]);
            input.pipeInput(new TestRecord<>(
                    Topics.TICK_KEY.getBytes(StandardCharsets.UTF_8), null, headers, Instant.parse(recordedAt)));
        }
    }

    private List<JsonNode> output(Topic topic) {
        return texts(topic).stream().map(PipelineTest::json).toList();
    }

    private List<String> texts(Topic topic) {
        TestOutputTopic<byte[], byte[]> output =
                driver.createOutputTopic(TOPICS.name(topic), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        return output.readValuesToList().stream()
                .map(value -> new String(value, StandardCharsets.UTF_8))
                .toList();
    }

    private static JsonNode json(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }
}
