package nl.klantstem.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import nl.klantstem.replay.EmbeddedBroker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees who prepares a cluster, on a real broker. */
class TopicsCommandIT {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void topics_are_planned_made_and_checked_and_the_pipeline_refuses_to_start_without(@TempDir Path dir)
            throws Exception {
        var key = Files.writeString(dir.resolve("pseudonym.key"), "00112233445566778899aabbccddeeff".repeat(2));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        try (var broker = EmbeddedBroker.start(dir.resolve("broker"), Map.of())) {
            var servers = broker.bootstrapServers();

            assertThat(run(servers, "topics", "check")).isEqualTo(1);
            assertThat(run(servers, "pipeline", "--set", "pipeline.pseudonymKey=" + key))
                    .isEqualTo(1);
            assertThat(err.toString()).contains("missing topics: ", "make them with 'klantstem topics apply'");

            assertThat(run(servers, "topics", "plan")).isZero();
            assertThat(run(servers, "topics", "apply", "--history")).isZero();
            assertThat(run(servers, "topics", "apply", "--history")).isZero();
            assertThat(out.toString()).contains("create voc.survey-responses.v1", "changes made", "nothing to do");

            assertThat(run(servers, "topics", "check"))
                    .as("history is not live")
                    .isEqualTo(1);
            assertThat(run(servers, "topics", "apply", "--live")).isZero();
            assertThat(run(servers, "topics", "check")).isZero();
            assertThat(out.toString()).contains("all topics are as they must be");

            assertThat(run(servers, "topics", "apply", "--set", "topics.partitions=3"))
                    .isEqualTo(1);
            assertThat(err.toString()).contains("voc.survey-responses.v1 has 2 partitions, wanted are 3");
        }
    }

    private int run(String servers, String... command) {
        var common = Stream.of(
                "--bootstrap-servers", servers, "--set", "topics.partitions=2", "--set", "topics.replication=1");
        var place = command[0].equals("topics") ? 2 : 1;
        var all = Stream.concat(
                Stream.concat(Stream.of(command).limit(place), common),
                Stream.of(command).skip(place));
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }
}
