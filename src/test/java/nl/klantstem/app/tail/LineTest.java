package nl.klantstem.app.tail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.testkit.Schemas;
import nl.klantstem.topic.Topic;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a person reads of a record, and which records they can ask for. */
class LineTest {

    private static final Instant AT = Instant.parse("2026-11-27T09:05:00.250Z");

    @Test
    void every_published_topic_is_one_short_line_without_json() {
        for (Topic topic : published()) {
            String line = line(topic);
            assertThat(line).as(topic.shortName()).startsWith("2026-11-27T09:05:00Z  ");
            assertThat(line)
                    .as(topic.shortName())
                    .doesNotContain("\n", "{", "[")
                    .hasSizeBetween(60, 330);
            assertThat(line).as(topic.shortName()).contains("=");
        }
    }

    @Test
    void a_window_a_day_a_pane_and_an_alert_read_as_what_they_are() {
        assertThat(line(Topic.JOURNEY_NPS))
                .isEqualTo("2026-11-27T09:05:00Z  final        last PT24H to 2026-11-27T09:00:00Z"
                        + "  audience=CUSTOMER channel=CHAT journeyId=return programme=TRANSACTIONAL"
                        + "  n=412 nps=31.07 interval=23.3..38.4 reliability=OK");
        assertThat(line(Topic.CONTACT_DRIVERS)).contains("provisional  day 2026-11-27  audience=CUSTOMER");
        assertThat(line(Topic.CONTACT_LEDGER)).contains("  15m from 2026-11-26T09:15:00Z  ");
        assertThat(line(Topic.NPS_ALERTS)).contains("  state=RECOVERED  ");
    }

    @Test
    void a_deleted_key_is_said_to_be_deleted() {
        JsonNode key = Schemas.golden("linked-responses.key");

        assertThat(Line.of(Topic.LINKED_RESPONSES, AT, key, null))
                .isEqualTo("2026-11-27T09:05:00Z  deleted      responseId=r-1");
    }

    @Test
    void a_label_that_no_record_of_the_topic_has_is_a_mistake_with_the_one_that_was_meant() {
        var form = TopicForm.of(Topic.JOURNEY_NPS);

        mistake(() -> form.refuseUnknown(Map.of("jorneyId", "return")), "'jorneyId', did you mean 'journeyId'?");
        mistake(() -> form.refuseUnknown(Map.of("audience", "CUSTOMERS")), "did you mean 'CUSTOMER'?");
        form.refuseUnknown(Map.of("journeyId", "return", "level", "2"));
        TopicForm.of(Topic.DEAD_LETTERS).refuseUnknown(Map.of("reason", "NOT_JSON", "stream", "survey-responses"));
    }

    @Test
    void what_is_wanted_is_a_part_of_the_scope_or_with_exact_all_of_it() {
        JsonNode key = Schemas.golden("journey-nps.key");
        JsonNode value = Schemas.golden("journey-nps");

        assertThat(wanted(Map.of("journeyId", "return"), false, false).shows(AT, key, value))
                .isTrue();
        assertThat(wanted(Map.of("journeyId", "return"), true, false).shows(AT, key, value))
                .isFalse();
        assertThat(wanted(Map.of("journeyId", "return", "channel", "CHAT"), true, true)
                        .shows(AT, key, value))
                .isTrue();
        assertThat(wanted(Map.of("journeyId", "exchange"), false, false).shows(AT, key, value))
                .isFalse();
        assertThat(new Wanted(Map.of(), false, false, AT.plusMillis(1)).shows(AT, key, value))
                .isFalse();
        JsonNode current = Schemas.golden("journey-nps.day.key");
        assertThat(wanted(Map.of(), false, true).shows(AT, current, null)).isFalse();
        assertThat(wanted(Map.of(), false, true).shows(AT, key, Schemas.golden("journey-nps.empty")))
                .isFalse();
    }

    @Test
    void since_is_a_time_or_how_long_ago() {
        assertThat(Wanted.since("PT2H", AT)).isEqualTo(AT.minusSeconds(7200));
        assertThat(Wanted.since("2026-11-27T09:00:00+01:00", AT)).isEqualTo("2026-11-27T08:00:00Z");
        mistake(() -> Wanted.since("yesterday", AT), "--since yesterday is neither");
    }

    private static Wanted wanted(Map<String, String> scope, boolean exact, boolean finals) {
        return new Wanted(scope, exact, finals, null);
    }

    private static void mistake(ThrowingCallable typed, String says) {
        Assertions.assertThatThrownBy(typed).isInstanceOf(UserMistake.class).hasMessageContaining(says);
    }

    private static String line(Topic topic) {
        return Line.of(topic, AT, Schemas.golden(topic.shortName() + ".key"), Schemas.golden(topic.shortName()));
    }

    private static List<Topic> published() {
        return Arrays.stream(Topic.values()).filter(Topic::isPublished).toList();
    }
}
