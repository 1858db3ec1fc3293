package nl.klantstem.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.klantstem.app.PipelineSettings.Store;
import nl.klantstem.contract.out.InsightProgress.Records;
import nl.klantstem.ingest.Pseudonyms;
import nl.klantstem.replay.Collector;
import nl.klantstem.replay.EmbeddedBroker;
import nl.klantstem.replay.Imported;
import nl.klantstem.replay.Inputs;
import nl.klantstem.replay.Merger;
import nl.klantstem.replay.ProgressWatch;
import nl.klantstem.topic.TopicPlan;
import nl.klantstem.topic.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Killed with -9 at moments of chance and started again, the pipeline publishes what it publishes undisturbed, once. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillIT {

    private static final long SEED = Long.getLong("exact.seed", 20261127);
    private static final int SIZE = Integer.getInteger("exact.size", 120);
    private static final int KILLS = Integer.getInteger("exact.kills", 3);
    private static final int PARTITIONS = 3;
    private static final Instant FROM = Instant.parse("2025-11-27T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2025-12-07T00:00:00Z");

    /** What is recorded after the end is left out: that is much later, and each minute has its finals. */
    private final List<Line> lines = MessyStream.of(SEED, FROM, Duration.ofHours(30), SIZE).stream()
            .filter(line -> line.recordedAt().isBefore(UNTIL))
            .toList();

    @TempDir
    static Path calm;

    @TempDir
    Path dir;

    private Undisturbed undisturbed;

    @BeforeAll
    void undisturbed() {
        undisturbed = Undisturbed.of(lines, FROM, UNTIL, calm);
    }

    @Test
    void undisturbed_every_final_of_every_minute_equals_a_recount() {
        undisturbed.checkAgainstRecount();
    }

    @ParameterizedTest
    @EnumSource(Store.class)
    void killed_and_started_again_it_publishes_the_same_once(Store store) throws Exception {
        var input = InputFolder.of(dir.resolve("in"), lines);
        var killed = new Results();
        Map<String, Records> records;
        try (var broker = EmbeddedBroker.start(dir.resolve("broker"), Map.of())) {
            records = run(broker.bootstrapServers(), store, input, killed);
        }
        undisturbed.check(killed, records);
    }

    private final Killer.Plan plan = new Killer.Plan(SEED, FROM, Duration.ofHours(28), KILLS, null);

    private Map<String, Records> run(String servers, Store store, InputFolder input, Results results) throws Exception {
        Map<String, Object> connection = Map.of("bootstrap.servers", servers);
        var topics = new Topics("kill.");
        try (var admin = Admin.create(connection)) {
            TopicPlan.history(topics, PARTITIONS).apply(admin);
        }
        Pseudonyms.create(dir.resolve("pseudonym.key"));
        try (var imported = Imported.read(
                        Inputs.resolve(input.files(), List.of()), Instant.now(), dir.resolve("sorted"), n -> {});
                var killer = new Killer(plan, servers, store, topics, dir);
                var collector = Collector.start(connection, topics, List.of(results));
                var progress = new ProgressWatch(connection, topics)) {
            var limits = new Merger.Limits(300, Duration.ofHours(9), Duration.ofMinutes(2));
            try (var merger = new Merger(connection, topics, limits, progress, killer::failure)) {
                merger.run(
                        imported,
                        new Merger.Finish(UNTIL.plusSeconds(360), UNTIL.plusSeconds(300)),
                        (records, finals) -> killer.pace(finals));
            }
            collector.finish(Duration.ofMinutes(1));
            assertThat(killer.kills()).as("kills").isEqualTo(KILLS);
            assertThat(progress.overtaken())
                    .as("changes behind the watermark; the pipelines warned: %s", killer.warnings())
                    .isZero();
            assertThat(killer.warnings())
                    .as("what a killed run left goes before the next starts")
                    .noneMatch(warning -> warning.contains("TaskCorruptedException"));
            return progress.inputs();
        }
    }
}
