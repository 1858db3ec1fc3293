package nl.klantstem.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.klantstem.testkit.Golden;
import nl.klantstem.testkit.Schemas;
import nl.klantstem.topic.Topic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One small day, and everything that is published of it, field by field. */
class PublishedRecordsTest {

    /** What needs more than a day: weeks of contacts must be learnt before a surge can be seen. SurgesTest has it. */
    private static final Set<Topic> WEEKS = Set.of(Topic.CONTACT_SURGES, Topic.NPS_ALERTS);

    @TempDir
    Path dir;

    private GivenPipeline pipeline;

    @BeforeEach
    void aContactItsAnswerACorrectionALateAnswerAndWhatIsNoRecord() {
        pipeline = new GivenPipeline(dir, 1, Duration.ofDays(1));
        pipeline.contact("c1", at("09:00"), """
                "eventId":"k1/0","occurredAt":"%s","contactId":"k1","seq":0,"type":"OPENED","customerKey":"c1",\
                "direction":"INBOUND","channel":"PHONE","initiator":"CUSTOMER","handler":"HUMAN",\
                "servicePartnerId":"sp-2","intent":{"code":"delivery/lost","confidence":0.7,"modelVersion":"m1"}\
                """.formatted(at("09:00")));
        pipeline.answer("c1", at("10:00"), answer("e1", "r1", 0, "10:00", 3));
        pipeline.contact("c1", at("10:30"), """
                "eventId":"k1/1","occurredAt":"%s","contactId":"k1","seq":1,"type":"RESOLVED","customerKey":"c1",\
                "driver":{"code":"delivery/late","source":"AGENT"},"resolution":"CREDITED"\
                """.formatted(at("09:20")));
        pipeline.answer("c1", at("10:40"), answer("e2", "r1", 1, "10:40", 8));
        pipeline.answer("c2", at("11:00"), answer("e3", "r2", 0, "10:15", 10));
        pipeline.answer("c2", at("11:01"), answer("e4", "r3", 0, "11:00", 11));
        pipeline.send(Topic.DELIVERY_EVENTS, "c1", """
                {"eventId":"d1","occurredAt":"2026-03-02T09:00:00Z","source":"t","audience":"CUSTOMER",\
                "shipmentId":"s1","orderId":"o1","type":"HANDED_TO_CARRIER","customerKey":"c1",\
                "carrier":"carrier-a","region":"utrecht","promisedTo":"2026-03-02T20:00:00Z"}""", "2026-03-02T09:00:10Z");
        pipeline.send(Topic.JOURNEY_STEP_EVENTS, "c1", """
                {"eventId":"j1","occurredAt":"2026-03-02T09:10:00Z","source":"t","audience":"CUSTOMER",\
                "journeyId":"order-delivery","journeyInstanceId":"i1","stepId":"1","kind":"REACHED",\
                "customerKey":"c1","experience":"NEGATIVE","emotion":"ANGER"}""", "2026-03-02T09:10:10Z");
        pipeline.send(Topic.DELIVERY_EVENTS, "c1", """
                {"eventId":"d2","occurredAt":"2026-03-02T09:00:00Z","source":"t","audience":"CUSTOMER",\
                "shipmentId":"s2","orderId":"o1","type":"HANDED_TO_CARRIER","customerKey":"c1",\
                "carrier":"carrier-c","region":"utrecht","promisedTo":"2026-03-02T20:00:00Z"}""", "2026-03-02T09:00:10Z");
        pipeline.send(Topic.MEASURES, "m1", """
                {"measureId":"m1","name":"Say where it is","type":"COMMUNICATION","scope":{"journeyId":"order-delivery"},\
                "effectiveAt":"2026-03-03T10:00:00Z","preDays":1,"washoutDays":0,"postDays":7,\
                "expectedDirection":"UP","owner":"care"}""", "2026-03-02T09:00:00Z");
        pipeline.carryOnTo("2026-03-03T12:00:00Z");
        pipeline.carryOnTo("2026-03-04T12:00:00Z");
    }

    @AfterEach
    void stop() {
        pipeline.close();
    }

    @Test
    void journey_nps_of_a_journey() {
        golden(
                Topic.JOURNEY_NPS,
                line -> line.key().at("/scope/journeyId").asText().equals("order-delivery")
                        && line.key().get("scope").size() == 3);
    }

    @Test
    void contact_drivers_of_a_driver() {
        golden(
                Topic.CONTACT_DRIVERS,
                line -> line.key().get("scope").size() == 3
                        && line.key().at("/scope/driver").asText().startsWith("delivery/")
                        && line.key().at("/length").asText("P7D").equals("P7D"));
    }

    @Test
    void ledgers() {
        golden(Topic.JOURNEY_NPS_LEDGER, line -> line.key().get("scope").size() == 2);
        golden(
                Topic.CONTACT_LEDGER,
                line -> line.key().at("/scope/driver").asText("").contains("delivery")
                        && line.key().get("scope").size() == 3);
    }

    @Test
    void linked_responses() {
        golden(Topic.LINKED_RESPONSES, line -> true);
    }

    @Test
    void a_parcel_that_is_suspected_to_be_lost() {
        golden(Topic.LOST_IN_MAIL_SUSPECTS, line -> true);
        assertThat(pipeline.all(Topic.LOST_IN_MAIL_SUSPECTS)).singleElement().satisfies(line -> assertThat(
                        line.timestamp())
                .isEqualTo(
                        Instant.parse(line.value().get("suspectedAt").asText()).toEpochMilli()));
    }

    @Test
    void why_the_score_of_a_day_changed() {
        golden(
                Topic.NPS_CHANGE,
                line -> line.key().at("/scope/journeyId").asText().equals("order-delivery")
                        && line.key().at("/type").asText().equals("DAY"));
    }

    @Test
    void a_measure_that_is_planned() {
        golden(Topic.MEASURE_EFFECTS, line -> true);
    }

    @Test
    void what_was_refused_and_what_was_late() {
        golden(Topic.DEAD_LETTERS, line -> true);
        golden(Topic.LATE_EVENTS, line -> true);
    }

    @Test
    void progress() {
        var last = pipeline.last(Topic.INSIGHT_PROGRESS);
        Golden.check(
                "src/test/resources/golden/day/insight-progress.jsonl",
                last.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue() + "\n")
                        .sorted()
                        .collect(Collectors.joining()));
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void every_key_and_value_keeps_to_its_schema(Topic topic) {
        if (!topic.isPublished() || WEEKS.contains(topic)) {
            return;
        }
        List<GivenPipeline.Line> lines = pipeline.all(topic);
        assertThat(lines).isNotEmpty().allSatisfy(line -> {
            assertThat(Schemas.problems(Schemas.ofKey(topic.shortName()), line.key()))
                    .as(topic + " key " + line.key())
                    .isEmpty();
            assertThat(Schemas.problems(Schemas.ofValue(topic.shortName()), line.value()))
                    .as(topic + " " + line.value())
                    .isEmpty();
        });
    }

    @Test
    void a_published_final_carries_the_time_that_it_names() {
        assertThat(pipeline.all(Topic.JOURNEY_NPS)).isNotEmpty().allSatisfy(line -> assertThat(line.timestamp())
                .isEqualTo(Instant.parse(line.value().get("asOf").asText()).toEpochMilli()));
    }

    private void golden(Topic topic, Predicate<GivenPipeline.Line> which) {
        String text = pipeline.all(topic).stream()
                .filter(which)
                .map(line -> told(line.key()) + " " + told(line.value()) + "\n")
                .collect(Collectors.joining());
        Golden.check("src/test/resources/golden/day/" + topic.shortName() + ".jsonl", text);
    }

    /** Pseudonyms differ with every key. */
    private static String told(JsonNode json) {
        return json.toString().replaceAll("\"customer\":\"v1\\.[\\w-]+\"", "\"customer\":\"v1.pseudonym\"");
    }

    private static String answer(String eventId, String responseId, int revision, String time, int nps) {
        return """
                "eventId":"%s","occurredAt":"%s","responseId":"%s","revision":%d,"status":"COMPLETE",\
                "customerKey":"%s","nps":%d,"csat":4""".formatted(eventId, at(time), responseId, revision, responseId.equals("r1") ? "c1" : "c2", nps);
    }

    private static String at(String time) {
        return "2026-03-02T" + time + ":00Z";
    }
}
