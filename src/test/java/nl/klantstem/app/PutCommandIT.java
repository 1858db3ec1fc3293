package nl.klantstem.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.klantstem.replay.EmbeddedBroker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees who puts reference data into a cluster, on a real broker. */
class PutCommandIT {

    private static final String MEASURE = """
            {"measureId":"%s","name":"n","type":"IT","scope":{},"effectiveAt":"2026-03-01T00:00:00Z","preDays":28,\
            "washoutDays":0,"postDays":%d,"expectedDirection":"UP","owner":"o"}""";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void what_differs_is_shown_and_sent_and_a_second_run_sends_nothing(@TempDir Path dir) throws Exception {
        var file = Files.write(dir.resolve("m.jsonl"), List.of(MEASURE.formatted("a", 28), MEASURE.formatted("b", 28)));
        try (var broker = EmbeddedBroker.start(dir.resolve("broker"), Map.of())) {
            var servers = broker.bootstrapServers();
            assertThat(put(servers, file)).isEqualTo(1);
            assertThat(err.toString()).contains("missing topics: ", "make them with 'klantstem topics apply'");
            assertThat(run(servers, "topics", "apply")).isZero();

            assertThat(put(servers, file, "--dry-run")).isZero();
            assertThat(said()).contains("new        a", "2 new, 0 changed, 0 unchanged, 0 removed", "nothing is sent");
            assertThat(put(servers, file)).isZero();
            assertThat(said()).contains("2 new", "sent 2 records to voc.measures.v1");
            assertThat(put(servers, file)).isZero();
            assertThat(said()).contains("0 new, 0 changed, 2 unchanged, 0 removed", "nothing to send");

            Files.writeString(file, MEASURE.formatted("a", 42));
            assertThat(put(servers, file)).isZero();
            assertThat(said())
                    .contains(
                            "changed    a: postDays 28 -> 42", "sent 1 records", "1 that the file does not hold stay");
            assertThat(put(servers, file, "--replace")).isZero();
            assertThat(said()).contains("removed    b", "1 unchanged, 1 removed", "sent 1 records");
            assertThat(put(servers, file, "--replace")).isZero();
            assertThat(said()).contains("0 new, 0 changed, 1 unchanged, 0 removed", "nothing to send");

            Files.writeString(file, MEASURE.formatted("a", 0));
            assertThat(put(servers, file)).isEqualTo(1);
            assertThat(err.toString()).contains("m.jsonl:1: postDays: is outside its range");
        }
    }

    @Test
    void a_broker_that_is_not_there_is_said_so(@TempDir Path dir) throws Exception {
        var file = Files.writeString(dir.resolve("m.jsonl"), MEASURE.formatted("a", 28));

        assertThat(put("localhost:1", file)).isEqualTo(1);
        assertThat(err.toString()).contains("no Kafka broker answered in time: check the bootstrap servers");
    }

    private String said() {
        var said = out.toString();
        out.getBuffer().setLength(0);
        return said;
    }

    private int put(String servers, Path file, String... options) {
        return run(
                servers,
                Stream.concat(Stream.of("put", "measures", file.toString()), Stream.of(options))
                        .toArray(String[]::new));
    }

    private int run(String servers, String... command) {
        var common = Stream.of(
                "--bootstrap-servers", servers, "--set", "topics.partitions=2", "--set", "topics.replication=1");
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(Stream.concat(Stream.of(command), common).toArray(String[]::new));
    }
}
