package nl.klantstem.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.ingest.Pseudonyms;
import nl.klantstem.topic.Json;
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

    private static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX);

    @TempDir
    Path dir;

    private TopologyTestDriver driver;

    @BeforeEach
    void start() {
        Catalogue catalogue = CatalogueFile.starter();
        var settings = new PipelineSettings(
                "none:1",
                Topics.DEFAULT_PREFIX,
                dir.resolve("state"),
                PipelineSettings.Store.MEMORY,
                PipelineSettings.Guarantee.EXACTLY_ONCE,
                PipelineSettings.DEFAULT_COMMIT_INTERVAL,
                PipelineSettings.DEFAULT_ALLOWANCE,
                PipelineSettings.DEFAULT_RETENTION,
                Pseudonyms.create(dir.resolve("key")),
                null,
                false,
                false,
                1,
                Map.of());
        var config = StreamsProperties.of(settings);
        driver = new TopologyTestDriver(new Pipeline(settings, catalogue, 1).build(config), config);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void an_answer_is_counted_and_leaves_the_hour_again() throws Exception {
        send(Topic.SURVEY_RESPONSES, "c1", """
                {"eventId":"e1","occurredAt":"2026-03-02T10:00:20Z","source":"t","audience":"CUSTOMER","responseId":"r1","revision":0,"status":"COMPLETE","programme":"TRANSACTIONAL","customerKey":"c1","journeyId":"return","nps":9}""", "2026-03-02T10:00:20Z");
        tick("2026-03-02T12:00:00Z");
        tick("2026-03-02T12:00:00Z");
        List<JsonNode> finals = output(Topic.JOURNEY_NPS).stream()
                .filter(v -> !v.get("provisional").asBoolean())
                .filter(v -> v.get("scope").has("journeyId"))
                .filter(v -> v.get("window").path("length").asText().equals("PT1H"))
                .filter(v -> !v.get("scope").has("channel"))
                .toList();
        assertThat(finals).hasSize(2);
    }

    @Test
    void a_value_nobody_knows_of_an_optional_field_is_counted_and_costs_no_contact() {
        var opened = """
                {"eventId":"%s","occurredAt":"2026-03-02T10:00:20Z","source":"t","audience":"CUSTOMER","contactId":"k1","seq":0,"type":"OPENED","direction":"INBOUND","channel":"CHAT","initiator":"CUSTOMER","resolution":"GIFT","demandType":"WISH"}""";
        var named = """
                {"eventId":"%s","occurredAt":"2026-03-02T10:01:20Z","source":"t","audience":"CUSTOMER","contactId":"k1","seq":1,"type":"CLOSED","customerKey":"c1","resolution":"SONG"}""";
        send(Topic.CONTACT_EVENTS, "k1", opened.formatted("e1"), "2026-03-02T10:00:20Z");
        send(Topic.CONTACT_EVENTS, "k1", opened.formatted("e1"), "2026-03-02T10:00:30Z");
        send(Topic.CONTACT_EVENTS, "k1", named.formatted("e2"), "2026-03-02T10:01:20Z");
        tick("2026-03-02T12:00:00Z");
        tick("2026-03-02T12:00:00Z");

        var records = output(Topic.INSIGHT_PROGRESS).stream()
                .filter(v -> v.path("stream").asText().equals("contact-events"))
                .map(v -> v.path("records"))
                .toList();
        var last = records.get(records.size() - 1);
        // The first has two; its repetition none more; the third brings its one through the re-keyed topic.
        assertThat(last.path("ignored").asInt()).isEqualTo(3);
        assertThat(last.path("accepted").asInt()).isEqualTo(2);
        assertThat(last.path("duplicates").asInt()).isOne();
        assertThat(last.path("rekeyed").asInt()).isZero();
        assertThat(output(Topic.CONTACT_DRIVERS))
                .anyMatch(v -> v.path("contacts").asInt() == 1)
                .noneMatch(v -> v.path("contacts").asInt() > 1);
    }

    private void send(Topic topic, String key, String value, String recordedAt) {
        var input = driver.createInputTopic(TOPICS.name(topic), new ByteArraySerializer(), new ByteArraySerializer());
        input.pipeInput(
                key.getBytes(StandardCharsets.UTF_8),
                value.getBytes(StandardCharsets.UTF_8),
                Instant.parse(recordedAt));
    }

    private void tick(String recordedAt) {
        for (Topic topic : TOPICS.sources()) {
            var input =
                    driver.createInputTopic(TOPICS.name(topic), new ByteArraySerializer(), new ByteArraySerializer());
            var headers = new RecordHeaders().add(Topics.TICK_HEADER, new byte[0]);
            input.pipeInput(new TestRecord<>(
                    Topics.TICK_KEY.getBytes(StandardCharsets.UTF_8), null, headers, Instant.parse(recordedAt)));
        }
    }

    private List<JsonNode> output(Topic topic) {
        TestOutputTopic<byte[], byte[]> output =
                driver.createOutputTopic(TOPICS.name(topic), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        return output.readValuesToList().stream().map(PipelineTest::json).toList();
    }

    private static JsonNode json(byte[] bytes) {
        try {
            return Json.MAPPER.readTree(bytes);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }
}
