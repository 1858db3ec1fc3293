package nl.klantstem.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import nl.klantstem.app.Main;
import nl.klantstem.app.PipelineSettings.Store;
import nl.klantstem.ingest.Pseudonyms;
import nl.klantstem.replay.Collector;
import nl.klantstem.replay.EmbeddedBroker;
import nl.klantstem.replay.Imported;
import nl.klantstem.replay.Inputs;
import nl.klantstem.replay.Merger;
import nl.klantstem.replay.ProgressWatch;
import nl.klantstem.topic.Topic;
import nl.klantstem.topic.TopicPlan;
import nl.klantstem.topic.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Alerts, changes, effects, surges and day steering hang on the input alone: one partition or eight, undisturbed or killed and started
 * again, each record is published once and is the same.
 */
@Timeout(value = 6, unit = TimeUnit.MINUTES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlertsIT {

    private static final long SEED = Long.getLong("exact.seed", 20261127);
    private static final int KILLS = Integer.getInteger("exact.kills", 3);
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
    private static final LocalDate CHANGE = FIRST.plusDays(35);
    private static final LocalDate END = CHANGE.plusDays(8);
    private static final List<Topic> TOLD = List.of(
            Topic.NPS_ALERTS,
            Topic.NPS_WATCHES,
            Topic.NPS_CHANGE,
            Topic.MEASURE_EFFECTS,
            Topic.CONTACT_SURGES,
            Topic.DAY_STEERING);

    @TempDir
    static Path dir;

    private final SplittableRandom dice = new SplittableRandom(SEED);
    private Results one;
    private List<Path> files;

    @BeforeAll
    void replayed_with_one_partition() throws IOException {
        System.out.println("seed " + SEED);
        files = List.of(
                Files.writeString(dir.resolve("survey-responses.jsonl"), answers()),
                Files.writeString(dir.resolve("contact-events.jsonl"), contacts()),
                Files.writeString(dir.resolve("plan.jsonl"), plans()),
                Files.writeString(dir.resolve("measures.jsonl"), """
                        {"measureId":"m1","name":"A form less","type":"PROCESS","scope":{"journeyId":"return"},\
                        "effectiveAt":"%s","preDays":14,"washoutDays":0,"postDays":4,"expectedDirection":"UP","owner":"care"}
                        """.formatted(at(CHANGE.plusDays(4), 0))));
        one = replay("one", 1);
    }

    /** Sixty answers a day; four days are bad. */
    private String answers() {
        var lines = new StringBuilder();
        FIRST.datesUntil(END).forEach(day -> {
            boolean bad = !day.isBefore(CHANGE) && day.isBefore(CHANGE.plusDays(4));
            for (int i = 0; i < 60; i++) {
                String id = "a" + day + "-" + i;
                int score = dice.nextInt(10) < (bad ? 5 : 1) ? dice.nextInt(4) : 7 + dice.nextInt(4);
                lines.append("""
                        {"eventId":"%s","occurredAt":"%s","source":"survey","audience":"CUSTOMER","responseId":"%s",\
                        "revision":0,"status":"COMPLETE","programme":"TRANSACTIONAL","customerKey":"c%s","nps":%d,\
                        "journeyId":"return"}
                        """.formatted(id, at(day, 480 + dice.nextInt(840)), id, id, score));
            }
        });
        return lines.toString();
    }

    /** Forty contacts a day about each of two drivers; on one day there are three times as many about one of them. */
    private String contacts() {
        var lines = new StringBuilder();
        FIRST.datesUntil(END).forEach(day -> {
            contacts(lines, day, "returns/how", 40);
            contacts(lines, day, "delivery/late", day.equals(CHANGE) ? 160 : 40);
        });
        return lines.toString();
    }

    /** From the day of the change on: as many calls as usual, and just enough people; known a day before. */
    private String plans() {
        var lines = new StringBuilder();
        CHANGE.datesUntil(END).forEach(day -> {
            for (int hour = 0; hour < 24; hour++) {
                lines.append("""
                        {"recordedAt":"%s","hour":"%s","forecastOrders":10,\
                        "forecastContacts":{"PHONE":{"delivery":2,"returns":2}},\
                        "capacityContacts":{"PHONE":{"IN_HOUSE":4.5}}}
                        """.formatted(at(day.minusDays(1), 60), at(day, hour * 60)));
            }
        });
        return lines.toString();
    }

    private void contacts(StringBuilder lines, LocalDate day, String driver, int count) {
        for (int i = 0; i < count; i++) {
            String id = "k" + day + driver.charAt(0) + i;
            lines.append("""
                    {"eventId":"%s","occurredAt":"%s","source":"desk","audience":"CUSTOMER","contactId":"%s","seq":0,\
                    "type":"OPENED","customerKey":"d%s","direction":"INBOUND","channel":"PHONE","initiator":"CUSTOMER",\
                    "driver":{"code":"%s","source":"RULE"}}
                    """.formatted(id, at(day, 480 + dice.nextInt(840)), id, id, driver));
        }
    }

    private static Instant at(LocalDate day, int minute) {
        return day.atStartOfDay(AMSTERDAM).plusMinutes(minute).toInstant();
    }

    @Test
    void there_is_something_of_everything() {
        assertThat(one.all(Topic.NPS_ALERTS)).anyMatch(alert -> alert.contains("\"OPEN\"") && alert.contains("DROP"));
        assertThat(one.last(Topic.NPS_ALERTS)).hasSize(1);
        assertThat(one.last(Topic.CONTACT_SURGES)).anyMatch(surge -> surge.contains("delivery/late"));
        assertThat(one.last(Topic.DAY_STEERING))
                .anyMatch(told -> told.contains("OVER_CAPACITY"))
                .anyMatch(told -> told.contains("TARGET_MISSED"))
                .anyMatch(told -> told.contains("\"lastWeek\":80.0"));
        assertThat(one.last(Topic.MEASURE_EFFECTS)).singleElement().matches(effect -> effect.contains("\"FINAL\""));
    }

    @Test
    void eight_partitions_give_the_same() {
        assertSame(replay("eight", 8));
    }

    @Test
    void killed_and_started_again_it_gives_the_same() throws Exception {
        var killed = new Results();
        try (var broker = EmbeddedBroker.start(dir.resolve("broker"), Map.of())) {
            run(broker.bootstrapServers(), killed);
        }
        assertSame(killed);
    }

    private void assertSame(Results other) {
        for (Topic topic : TOLD) {
            ReplayIT.same(topic.toString(), one.all(topic), other.all(topic));
        }
    }

    private Results replay(String name, int partitions) {
        Path out = dir.resolve(name);
        var args = new ArrayList<>(List.of("replay", "--out", out.toString(), "--every", "P1D"));
        args.addAll(List.of(
                "--partitions",
                String.valueOf(partitions),
                "--until",
                at(END, 0).toString()));
        files.forEach(file -> args.add(file.toString()));
        assertThat(Main.run(args.toArray(String[]::new))).isZero();
        return Results.in(out);
    }

    private void run(String servers, Results results) throws Exception {
        Map<String, Object> connection = Map.of("bootstrap.servers", servers);
        var topics = new Topics("alerts.");
        try (var admin = Admin.create(connection)) {
            TopicPlan.history(topics, 3).apply(admin);
        }
        Pseudonyms.create(dir.resolve("pseudonym.key"));
        var plan = new Killer.Plan(SEED, at(CHANGE.minusDays(6), 0), Duration.ofDays(13), KILLS, Duration.ofDays(1));
        try (var imported =
                        Imported.read(Inputs.resolve(files, List.of()), Instant.now(), dir.resolve("sorted"), n -> {});
                var killer = new Killer(plan, servers, Store.ROCKSDB, topics, dir);
                var collector = Collector.start(connection, topics, List.of(results));
                var progress = new ProgressWatch(connection, topics)) {
            Instant end = at(END, 0);
            var limits = new Merger.Limits(300, Duration.ofDays(2), Duration.ofMinutes(2));
            try (var merger = new Merger(connection, topics, limits, progress, killer::failure)) {
                merger.run(
                        imported,
                        new Merger.Finish(end.plusSeconds(360), end.plusSeconds(300)),
                        (records, finals) -> killer.pace(finals));
            }
            collector.finish(Duration.ofMinutes(1));
            assertThat(killer.kills()).as("kills").isEqualTo(KILLS);
            assertThat(progress.overtaken())
                    .as("changes behind the watermark; the pipelines warned: %s", killer.warnings())
                    .isZero();
        }
    }
}
