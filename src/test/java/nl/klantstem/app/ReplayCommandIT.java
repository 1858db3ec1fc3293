package nl.klantstem.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.klantstem.ingest.Pseudonyms;
import nl.klantstem.replay.EmbeddedBroker;
import nl.klantstem.topic.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class ReplayCommandIT {

    private static final String EXAMPLES = "src/main/resources/examples/";

    @TempDir
    private Path dir;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void the_web_shop_example_ends_by_itself_with_every_line_accounted_for() throws IOException {
        Path result = dir.resolve("result");

        assertThat(replayTheShop("--every", "PT1H", "--until", "2025-12-01", "--out", result.toString()))
                .as(err.toString())
                .isZero();

        JsonNode summary = Json.MAPPER.readTree(result.resolve("summary.json").toFile());
        JsonNode answers = summary.at("/streams/survey-responses");
        assertThat(answers.get("read").asInt()).isEqualTo(43);
        assertThat(answers.get("accepted").asInt()).isEqualTo(36);
        assertThat(answers.get("rejected").toString())
                .isEqualTo("{\"FUTURE\":1,\"NOT_JSON\":1,\"NO_ID\":1,\"SCORE_RANGE\":1,\"TIME_FORMAT\":1,\"TYPE\":1,"
                        + "\"UNKNOWN_VALUE\":1}");
        for (String silent : List.of("contact-events", "survey-invitations", "order-events", "delivery-events")) {
            assertThat(summary.at("/streams/" + silent + "/read").asInt(-1))
                    .as(silent)
                    .isZero();
        }
        assertThat(summary.at("/links/UNMATCHED").asInt()).isEqualTo(33);
        assertThat(summary.at("/foreign/journeyId").toString()).isEqualTo("{\"Cadeau; \\\"kaart\\\"\":1}");
        assertThat(out.toString()).contains("journeyId outside the catalogue: Cadeau; \"kaart\" 1");
        assertThat(out.toString()).contains("skipped by the mapping: 1 lines").contains("window P28D");
        assertThat(origins(result))
                .contains("webshop-survey.csv:7", "webshop-survey.csv:45")
                .hasSize(7);
        assertThat(lastHourOf(result, "return")).as("an hour without answers").contains("\"n\":0");

        assertThat(replayTheShop("--every", "P1D", "--out", result.toString())).isZero();
        assertThat(err.toString()).contains("holds a run, finished: replay of").contains("starting over");
    }

    @Test
    @Timeout(60)
    void nobody_lives_through_the_years_before_the_first_event_or_after_the_last_because_of_what_was_planned()
            throws IOException {
        Path measures = Files.writeString(dir.resolve("measures.jsonl"), """
                {"measureId":"m","name":"n","type":"IT","scope":{},"effectiveAt":"1991-02-03T04:05:06Z","preDays":1,\
                "washoutDays":0,"postDays":1,"expectedDirection":"UP","owner":"o"}
                """);
        Path plan = Files.write(
                dir.resolve("plan.jsonl"),
                List.of(
                        "{\"hour\":\"2026-03-02T09:00:00Z\"}",
                        "{\"hour\":\"2026-03-02T09:30:00Z\"}",
                        "{\"hour\":\"2999-03-02T09:00:00Z\"}"));
        Path answers = Files.writeString(dir.resolve("survey-responses.jsonl"), """
                {"eventId":"e","occurredAt":"2026-03-02T09:10:00Z","source":"t","audience":"CUSTOMER","responseId":"r",\
                "revision":0,"status":"COMPLETE","programme":"TRANSACTIONAL","journeyId":"return","nps":9}
                """);
        Path result = dir.resolve("planned");

        assertThat(replay("--out", result.toString(), measures.toString(), plan.toString(), answers.toString()))
                .as(err.toString())
                .isZero();

        JsonNode streams =
                Json.MAPPER.readTree(result.resolve("summary.json").toFile()).get("streams");
        assertThat(streams.at("/measures/accepted").asInt()).isEqualTo(1);
        assertThat(streams.at("/plan/accepted").asInt()).isEqualTo(2);
        assertThat(streams.at("/plan/rejected").toString()).isEqualTo("{\"RANGE\":1}");
        assertThat(origins(result)).containsExactly("plan.jsonl:2");
        assertThat(replay(measures.toString(), plan.toString()))
                .as("without any event")
                .isZero();
    }

    @Test
    void history_is_loaded_into_empty_topics_of_a_cluster_and_only_into_those() throws IOException {
        try (var cluster = EmbeddedBroker.start(dir.resolve("broker"), Map.of())) {
            Path key = Pseudonyms.create(dir.resolve("pseudonym.key"));
            Path config = Files.writeString(dir.resolve("cluster.yaml"), """
                    topics: {replication: 1, partitions: 2}
                    pipeline: {pseudonymKey: %s, stateDir: %s}
                    """.formatted(key, dir.resolve("state")));
            String[] options = {
                "--config", config.toString(), "--bootstrap-servers", cluster.bootstrapServers(), "--prefix", "past."
            };

            assertThat(replayTheShop(options)).as(err.toString()).isZero();
            assertThat(out.toString()).contains("43 records in");

            assertThat(replayTheShop(options)).isEqualTo(1);
            assertThat(err.toString()).contains("there are records already in ").contains("give another --prefix");
        }
    }

    private int replayTheShop(String... options) {
        List<String> args = new ArrayList<>(List.of("replay", "--mapping", EXAMPLES + "webshop-survey.mapping.yaml"));
        args.addAll(List.of(options));
        args.add(EXAMPLES + "webshop-survey.csv");
        return run(args);
    }

    private int replay(String... args) {
        List<String> all = new ArrayList<>(List.of("replay", "--every", "PT1H"));
        all.addAll(List.of(args));
        return run(all);
    }

    private int run(List<String> args) {
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args.toArray(String[]::new));
    }

    private static List<String> origins(Path result) throws IOException {
        List<String> origins = new ArrayList<>();
        for (String line : Files.readAllLines(result.resolve("dead-letters.jsonl"))) {
            origins.add(Json.MAPPER.readTree(line).at("/value/origin").asText());
        }
        return origins;
    }

    private static String lastHourOf(Path result, String journey) throws IOException {
        String last = "";
        for (String line : Files.readAllLines(result.resolve("journey-nps.jsonl"))) {
            JsonNode scope = Json.MAPPER.readTree(line).at("/key/scope");
            if (line.contains("\"PT1H\"") && scope.path("journeyId").asText().equals(journey) && scope.size() == 3) {
                last = line;
            }
        }
        return last;
    }
}
