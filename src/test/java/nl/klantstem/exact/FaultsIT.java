package nl.klantstem.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.klantstem.ingest.Pseudonyms;
import nl.klantstem.replay.Collector;
import nl.klantstem.replay.Imported;
import nl.klantstem.replay.Inputs;
import nl.klantstem.replay.Merger;
import nl.klantstem.replay.ProgressWatch;
import nl.klantstem.topic.TopicPlan;
import nl.klantstem.topic.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three brokers and two instances of the pipeline, each a process of its own, are struck by faults of chance while the input
 * runs on: nothing is lost, nothing counted twice, and every final and every alert is as if nothing had happened.
 */
@Tag("faults")
@Timeout(value = 5, unit = TimeUnit.HOURS)
class FaultsIT {

    private static final long SEED = Long.getLong("faults.seed", 20261128);
    private static final int NUMBER = Integer.getInteger("faults.number", 12);
    private static final int SIZE = Integer.getInteger("faults.size", 120);
    private static final int PARTITIONS = 4;
    private static final Instant FROM = Instant.parse("2025-11-27T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2025-12-07T00:00:00Z");
    private static final Duration STRUCK = Duration.ofHours(28);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final List<Line> lines = MessyStream.of(SEED, FROM, Duration.ofHours(30), SIZE).stream()
            .filter(line -> line.recordedAt().isBefore(UNTIL))
            .toList();

    @TempDir
    Path dir;

    @Test
    void what_is_published_under_faults_is_what_is_published_without() throws Exception {
        System.out.println("faults: seed " + SEED + ", " + NUMBER + " faults, " + lines.size() + " records");
        var undisturbed = Undisturbed.of(lines, FROM, UNTIL, dir.resolve("calm"));
        var struck = new Results();
        var topics = new Topics("faults.");
        try (var brokers = Brokers.start(dir)) {
            var wanted = new TopicPlan.Wanted(
                    topics, PARTITIONS, (short) Brokers.NUMBER, TopicPlan.Mode.HISTORY, Duration.ofDays(28));
            try (var admin = Admin.create(brokers.connection())) {
                new TopicPlan(wanted).apply(admin);
            }
            Pseudonyms.create(dir.resolve("pseudonym.key"));
            var input = InputFolder.of(dir.resolve("in"), lines);
            try (var imported = Imported.read(
                            Inputs.resolve(input.files(), List.of()), Instant.now(), dir.resolve("sorted"), n -> {});
                    var faults = new Faults(SEED, NUMBER, brokers, topics, dir, FROM, STRUCK);
                    var collector = Collector.start(brokers.connection(), topics, List.of(struck));
                    var progress = new ProgressWatch(brokers.connection(), topics)) {
                var limits = new Merger.Limits(60, Duration.ofHours(2), PATIENCE);
                try (var merger = new Merger(brokers.connection(), topics, limits, progress, faults::failure)) {
                    var finish = new Merger.Finish(UNTIL.plusSeconds(360), UNTIL.plusSeconds(300));
                    merger.run(imported, finish, (records, finals) -> faults.pace(finals));
                }
                collector.finish(Duration.ofMinutes(1));

                assertThat(faults.struck()).as("faults").isEqualTo(NUMBER);
                assertThat(progress.overtaken())
                        .as("changes behind the watermark")
                        .isZero();
                System.out.println("instances that ended by themselves: " + faults.endedByThemselves());
                undisturbed.check(struck, progress.inputs());
            }
        }
    }
}
