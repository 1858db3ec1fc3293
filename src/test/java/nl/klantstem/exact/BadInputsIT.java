package nl.klantstem.exact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import nl.klantstem.app.CatalogueFile;
import nl.klantstem.app.Main;
import nl.klantstem.app.PipelineSettings;
import nl.klantstem.app.RunningPipeline;
import nl.klantstem.contract.in.RejectReason;
import nl.klantstem.contract.out.InsightProgress.Records;
import nl.klantstem.ingest.Pseudonyms;
import nl.klantstem.replay.Collector;
import nl.klantstem.replay.EmbeddedBroker;
import nl.klantstem.replay.ProgressWatch;
import nl.klantstem.testkit.BadInputs;
import nl.klantstem.testkit.BadInputs.Case;
import nl.klantstem.topic.Topic;
import nl.klantstem.topic.TopicPlan;
import nl.klantstem.topic.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every bad input is refused for its reason, and the good ones around it count. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class BadInputsIT {

    private static final Instant RECORDED = Instant.parse("2026-03-02T09:00:30Z");
    private static final int PARTITIONS = 3;

    private final Topics topics = new Topics("bad.");
    private final Map<String, Case> sentAt = new HashMap<>();
    private final Map<String, Long> sent = new TreeMap<>();
    private final List<String> tooLargeForTheBroker = new ArrayList<>();

    private Instant now = Instant.parse("2026-03-02T10:10:00Z");
    private @Nullable Instant allTold;

    @TempDir
    Path dir;

    @Test
    void each_is_refused_for_its_reason_and_nothing_is_lost() throws Exception {
        var results = new Results();
        Map<String, Records> told;
        try (var broker = EmbeddedBroker.start(dir.resolve("broker"), Map.of())) {
            Map<String, Object> connection = Map.of("bootstrap.servers", broker.bootstrapServers());
            try (var admin = Admin.create(connection)) {
                TopicPlan.history(topics, PARTITIONS).apply(admin);
            }
            var key = Pseudonyms.create(dir.resolve("pseudonym.key"));
            var settings = PipelineSettings.embedded(
                    broker.bootstrapServers(), topics.prefix(), dir.resolve("state"), key, Duration.ofHours(1));
            try (var pipeline = RunningPipeline.start(settings, CatalogueFile.starter());
                    var collector = Collector.start(connection, topics, List.of(results));
                    var progress = new ProgressWatch(connection, topics);
                    var producer = new KafkaProducer<>(
                            producer(connection), new ByteArraySerializer(), new ByteArraySerializer())) {
                sendAll(producer);
                await().atMost(Duration.ofMinutes(1)).until(() -> {
                    assertThat(pipeline.failure()).isNull();
                    tick(producer);
                    progress.poll(Duration.ofMillis(200));
                    // What came with a foreign key may come behind the watermark: it counts in the minute after.
                    allTold = allTold == null && isAllTold(progress) ? now.plusSeconds(120) : allTold;
                    return allTold != null
                            && progress.finals().filter(allTold::isBefore).isPresent();
                });
                told = progress.inputs();
                collector.finish(Duration.ofMinutes(1));
            }
        }
        theAccountIsWhole(told);
        everyRefusalIsTold(results);
        allGoodOnesCount(results);
    }

    @Test
    void a_file_of_bad_lines_ends_with_their_reasons_in_the_summary() throws Exception {
        var expected = new TreeMap<String, TreeMap<String, Long>>();
        var files = new TreeMap<String, ByteArrayOutputStream>();
        var accepted = new TreeMap<String, Long>();
        int number = 0;
        for (Case bad : BadInputs.all()) {
            if (canStandOnALine(bad)) {
                var file = files.computeIfAbsent(bad.stream().shortName(), f -> new ByteArrayOutputStream());
                file.write(bad.value());
                file.write('\n');
                if (bad.reason() == null) {
                    accepted.merge(bad.stream().shortName(), 1L, Long::sum);
                } else {
                    expected.computeIfAbsent(bad.stream().shortName(), s -> new TreeMap<>())
                            .merge(bad.reason().name(), 1L, Long::sum);
                }
                files.computeIfAbsent("survey-responses", f -> new ByteArrayOutputStream())
                        .write((new String(BadInputs.good(number++, RECORDED).value(), UTF_8) + "\n").getBytes(UTF_8));
                accepted.merge("survey-responses", 1L, Long::sum);
            }
        }
        var args = new ArrayList<>(List.of("replay", "--out", dir.resolve("out").toString(), "--every", "PT1H"));
        for (var file : files.entrySet()) {
            args.add(Files.write(
                            dir.resolve(file.getKey() + ".jsonl"),
                            file.getValue().toByteArray())
                    .toString());
        }

        assertThat(Main.run(args.toArray(String[]::new))).isZero();

        var summary = Line.JSON.readTree(dir.resolve("out/summary.json").toFile());
        for (String stream : files.keySet()) {
            var of = summary.path("streams").path(stream);
            System.out.println(stream + " " + of);
            assertThat(of.path("rejected").toString())
                    .as(stream)
                    .isEqualTo(Line.JSON.valueToTree(expected.get(stream)).toString());
            assertThat(of.path("accepted").asLong() + of.path("test").asLong())
                    .as(stream)
                    .isEqualTo(accepted.getOrDefault(stream, 0L));
        }
    }

    /** What a line of a file can hold, and what is refused for what stands on it (a line has no time stamp of its own). */
    private static boolean canStandOnALine(Case bad) {
        if (bad.value() == null || new String(bad.value(), UTF_8).isBlank() || contains(bad.value(), '\n')) {
            return false;
        }
        return bad.reason() == null
                ? !bad.name().startsWith("B37") && !bad.name().startsWith("known after")
                : !Set.of(RejectReason.FUTURE, RejectReason.TOO_OLD, RejectReason.TOO_LATE)
                        .contains(bad.reason());
    }

    private static boolean contains(byte[] bytes, char wanted) {
        for (byte b : bytes) {
            if (b == wanted) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, Object> producer(Map<String, Object> connection) {
        var settings = new HashMap<>(connection);
        settings.put("max.in.flight.requests.per.connection", "1");
        settings.put("max.request.size", String.valueOf(4 << 20));
        return settings;
    }

    private void sendAll(KafkaProducer<byte[], byte[]> producer) throws Exception {
        int number = 0;
        for (Case bad : BadInputs.all()) {
            send(producer, bad, key(bad));
            var good = BadInputs.good(number, RECORDED);
            // With its own key, without one, and with somebody else's.
            send(producer, good, number % 3 == 0 ? null : number % 3 == 1 ? "good-" + number : "somebody");
            number++;
        }
    }

    private void send(KafkaProducer<byte[], byte[]> producer, Case record, @Nullable String key) throws Exception {
        try {
            var at = producer.send(new ProducerRecord<>(
                            topics.name(record.stream()),
                            null,
                            record.recordedAt().toEpochMilli(),
                            key == null ? null : key.getBytes(UTF_8),
                            record.value()))
                    .get(30, TimeUnit.SECONDS);
            sentAt.put(at.topic() + "/" + at.partition() + "/" + at.offset(), record);
            sent.merge(record.stream().shortName(), 1L, Long::sum);
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(RecordTooLargeException.class);
            tooLargeForTheBroker.add(record.name());
        }
    }

    private void tick(KafkaProducer<byte[], byte[]> producer) {
        now = now.plusSeconds(60);
        for (Topic topic : topics.read()) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                var tick = new ProducerRecord<byte[], byte[]>(
                        topics.name(topic), partition, now.toEpochMilli(), "tick".getBytes(UTF_8), null);
                tick.headers().add(Topics.TICK_HEADER, new byte[0]);
                producer.send(tick);
            }
        }
    }

    private boolean isAllTold(ProgressWatch progress) {
        var told = progress.inputs();
        return sent.entrySet().stream().allMatch(stream -> {
            var records = told.get(stream.getKey());
            return records != null && records.read() >= stream.getValue() && records.rekeyed() == 0;
        });
    }

    private void theAccountIsWhole(Map<String, Records> told) {
        System.out.println("sent " + sent + ", too large for the broker " + tooLargeForTheBroker);
        told.forEach((stream, records) -> {
            System.out.println(stream + " " + records);
            long rejected = records.rejected().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            long refused = sentAt.values().stream()
                    .filter(c -> c.stream().shortName().equals(stream) && c.reason() != null)
                    .count();
            assertThat(records.read()).as(stream).isEqualTo(sent.get(stream));
            assertThat(records.read())
                    .as(stream)
                    .isEqualTo(records.accepted() + records.duplicates() + records.test() + rejected);
            assertThat(rejected).as(stream).isEqualTo(refused);
            assertThat(records.duplicates()).as(stream).isZero();
        });
        assertThat(sentAt.values().stream().filter(c -> c.reason() != null)).hasSizeGreaterThan(100);
    }

    private void everyRefusalIsTold(Results results) {
        var told = new TreeMap<String, JsonNode>();
        results.of(Topic.DEAD_LETTERS).forEach(letter -> {
            var value = letter.json();
            var at =
                    value.path("topic").asText() + "/" + value.path("partition").asInt() + "/"
                            + value.path("offset").asLong();
            assertThat(told.put(at, value)).as("two dead letters for " + at).isNull();
        });
        sentAt.forEach((at, record) -> {
            var letter = told.remove(at);
            if (record.reason() == null) {
                assertThat(letter).as(record.name()).isNull();
            } else {
                assertThat(letter).as(record.name()).isNotNull();
                assertThat(letter.path("reason").asText())
                        .as(record.name())
                        .isEqualTo(record.reason().name());
                assertThat(letter.path("field").asText(null)).as(record.name()).isEqualTo(record.field());
                assertThat(letter.toString()).as("no payload").doesNotContain("jan@example.org", "bad-input");
            }
        });
        assertThat(told).isEmpty();
    }

    /** The ledger holds them all, re-keyed or not. */
    private void allGoodOnesCount(Results results) throws IOException {
        var must = new long[11];
        for (Case record : sentAt.values()) {
            if (record.reason() == null && record.stream() == Topic.SURVEY_RESPONSES) {
                var text = new String(record.value(), UTF_8).replace("\uFEFF", "");
                var json = Line.JSON.readTree(text);
                boolean counts =
                        json.path("nps").isNumber() && !json.path("test").asBoolean();
                if (counts) {
                    must[(int) json.path("nps").asDouble()]++;
                }
            }
        }
        var last = new TreeMap<String, JsonNode>();
        results.of(Topic.JOURNEY_NPS_LEDGER).forEach(record -> last.put(record.key(), record.json()));
        var said = new long[11];
        last.values().stream().filter(value -> value.path("scope").size() == 2).forEach(value -> {
            for (int score = 0; score <= 10; score++) {
                said[score] += value.path("scores").get(score).asLong();
            }
        });
        assertThat(said).isEqualTo(must);
        assertThat(must[10]).isGreaterThan(160);
    }

    /** The key a producer would give it, as far as its bytes can be read. */
    private static @Nullable String key(Case record) {
        if (record.stream().isReference()) {
            return "any"; // a compacted topic takes no record without a key, and the value says what it is about
        }
        try {
            var json = record.value() == null ? null : Line.JSON.readTree(record.value());
            return json == null ? null : json.path("customerKey").asText(null);
        } catch (IOException unreadable) {
            return "unreadable";
        }
    }
}
