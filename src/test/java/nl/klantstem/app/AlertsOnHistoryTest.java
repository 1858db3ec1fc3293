package nl.klantstem.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.klantstem.replay.LastAlerts;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class AlertsOnHistoryTest {

    private final LastAlerts last = new LastAlerts();

    @Test
    void the_last_of_each_alert_counts_and_ten_are_shown() {
        for (int day = 10; day < 22; day++) {
            alert("a" + day, day, "OPEN");
        }
        alert("a10", 10, "RECOVERED");
        watch("return", "LEARNING");
        watch("exchange", "WATCHING");

        var found = AlertsOnHistory.of(last.alerts(), last.watches());

        assertThat(found.lines()).hasSize(14).first().isEqualTo("alerts on this history: 12 (OPEN 11, RECOVERED 1)");
        assertThat(found.lines().get(2).replaceAll(" +", " "))
                .isEqualTo("return CUSTOMER DROP 2026-03-10 09:00 2026-03-10 12:00 -12.3 (-20.0 to -4.5) 80 RECOVERED");
        assertThat(found.lines())
                .contains("... and 2 more")
                .last()
                .isEqualTo("1 of 2 scores had too few answers to be" + " watched by the end");
        assertThat(Json.MAPPER.valueToTree(found).toString())
                .isEqualTo(read("{'raised':12,'byKind':{'DROP':12},'byState':{'OPEN':11,'RECOVERED':1},'watched':2,"
                                + "'tooFewAnswers':1}")
                        .toString());
    }

    @Test
    void none_is_a_sentence() {
        assertThat(AlertsOnHistory.of(List.of(), List.of()).lines())
                .containsExactly("alerts on this history: none was raised");
    }

    private void alert(String id, int day, String state) {
        take(
                Topic.NPS_ALERTS,
                id,
                ("{'alertId':'%s','kind':'DROP','state':'%s','scope':{'audience':'CUSTOMER',"
                                + "'journeyId':'return','programme':'TRANSACTIONAL'},'raisedAt':'2026-03-%dT12:00:00Z',"
                                + "'since':'2026-03-%dT09:00:00Z','size':{'points':-12.34,'low':-20,'high':-4.5},'n':80}")
                        .formatted(id, state, day, day));
    }

    private void watch(String journey, String state) {
        take(Topic.NPS_WATCHES, journey, "{'scope':{'journeyId':'%s'},'state':'%s'}".formatted(journey, state));
    }

    private void take(Topic topic, String key, String value) {
        last.take(
                topic,
                new ConsumerRecord<>(
                        topic.shortName(), 0, 0, key.getBytes(StandardCharsets.UTF_8), Json.bytes(read(value))));
    }

    private static JsonNode read(String json) {
        try {
            return Json.MAPPER.readTree(json.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
