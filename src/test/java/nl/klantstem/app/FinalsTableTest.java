package nl.klantstem.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.klantstem.replay.LastFinals;
import nl.klantstem.topic.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class FinalsTableTest {

    private static final String FINAL = "{\"scope\":%s,\"type\":\"ROLLING\",\"length\":\"P28D\",\"state\":\"FINAL\"}";
    private static final String EVERYTHING = "{\"audience\":\"CUSTOMER\",\"programme\":\"TRANSACTIONAL\"}";

    private final LastFinals finals = new LastFinals("P28D");

    @Test
    void of_those_who_were_asked_it_is_told_how_many_answered() throws IOException {
        take(FINAL.formatted(EVERYTHING), json().replaceFirst("\"scope\": \\{[^}]*}", "\"scope\": " + EVERYTHING));
        take(FINAL.formatted("{}"), json());

        assertThat(FinalsTable.lines(finals))
                .containsExactly(
                        "no NPS was published",
                        "surveys TRANSACTIONAL CUSTOMER, window P28D: 2,900 asked, 620 answered (21.4%),"
                                + " 25 asked again within quarantine");
    }

    @Test
    void nothing_is_told_of_surveys_when_none_was_asked() throws IOException {
        take(
                FINAL.formatted(EVERYTHING),
                Files.readString(Path.of("src/test/resources/golden/survey-health.empty.json")));
        take(FINAL.formatted(EVERYTHING).replace("P28D", "P7D"), json());

        assertThat(FinalsTable.lines(finals)).containsExactly("no NPS was published");
    }

    private void take(String key, String value) {
        finals.take(
                Topic.SURVEY_HEALTH,
                new ConsumerRecord<>(
                        "topic", 0, 0, key.getBytes(StandardCharsets.UTF_8), value.getBytes(StandardCharsets.UTF_8)));
    }

    private static String json() throws IOException {
        return Files.readString(Path.of("src/test/resources/golden/survey-health.json"));
    }
}
