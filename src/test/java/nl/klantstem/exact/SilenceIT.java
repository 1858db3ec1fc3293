package nl.klantstem.exact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.klantstem.app.Main;
import nl.klantstem.topic.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class SilenceIT {

    private static final String ANSWER = """
            {"eventId":"e1","occurredAt":"2026-03-02T09:10:00Z","source":"s","audience":"CUSTOMER","responseId":"r1",\
            "revision":0,"status":"COMPLETE","programme":"TRANSACTIONAL","customerKey":"c1","journeyId":"return","nps":9}
            """;

    @TempDir
    Path dir;

    @Test
    void after_the_last_answer_windows_empty_and_an_empty_one_has_no_score() throws Exception {
        var file = Files.writeString(dir.resolve("survey-responses.jsonl"), ANSWER);
        var out = dir.resolve("out");

        int exit = Main.run("replay", "--out", out.toString(), "--until", "2026-03-03T12:00:00+01:00", file.toString());

        assertThat(exit).isZero();
        var hours = finals(out, "PT1H");
        assertThat(hours).hasSize(2);
        assertThat(hours.get(0).path("window").path("to").asText()).isEqualTo("2026-03-02T09:11:00Z");
        assertThat(hours.get(0).path("nps").asDouble()).isEqualTo(100);
        assertThat(hours.get(1).path("window").path("to").asText()).isEqualTo("2026-03-02T10:11:00Z");
        assertThat(hours.get(1).path("n").asLong(-1)).isZero();
        assertThat(hours.get(1).has("nps")).isFalse();
        assertThat(hours.get(1).has("interval")).isFalse();
        assertThat(finals(out, "PT24H")).hasSize(2);
        assertThat(finals(out, "P7D")).as("a week has not passed").hasSize(1);
    }

    private static List<JsonNode> finals(Path out, String length) {
        return Results.in(out).of(Topic.JOURNEY_NPS).stream()
                .filter(record -> record.isFinal() && record.key().contains("\"" + length + "\""))
                .map(Results.Published::json)
                .filter(value -> value.path("scope").has("journeyId")
                        && value.path("scope").size() == 3)
                .toList();
    }
}
