package nl.klantstem.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.klantstem.link.LinkStage;
import nl.klantstem.topic.Topic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An owner with more events than are kept is held where it is: what comes on top is refused, and told as every refusal. */
class TooManyTest {

    static final String NOON = "2026-03-02T12:00:00Z";
    private static final int MOST_EVENTS = 5_000;
    private static final int TOO_MANY_BYTES = 4 * 1024 * 1024;

    @TempDir
    Path dir;

    private GivenPipeline pipeline;

    @BeforeEach
    void start() {
        pipeline = new GivenPipeline(dir, 1, Duration.ofDays(1));
    }

    @AfterEach
    void stop() {
        pipeline.close();
    }

    @Test
    void what_comes_on_top_is_a_dead_letter_and_everything_else_goes_on() throws Exception {
        for (int n = 0; n < MOST_EVENTS; n++) {
            pipeline.send(Topic.SURVEY_INVITATIONS, "shared", invitation("shared", n), NOON);
        }
        String onTop = invitation("shared", MOST_EVENTS);
        pipeline.send(Topic.SURVEY_INVITATIONS, "shared", onTop, NOON);
        pipeline.send(Topic.SURVEY_INVITATIONS, "shared", onTop, NOON);
        pipeline.send(Topic.SURVEY_INVITATIONS, "shared", invitation("shared", 0), NOON);
        pipeline.send(Topic.SURVEY_INVITATIONS, "other", invitation("other", 0), NOON);
        pipeline.answer("shared", NOON, FatesOfRecordsTest.answer("e", "r", "shared", 9));
        pipeline.carryOnTo("2026-03-02T13:00:00Z");

        byte[] bytes = onTop.getBytes(StandardCharsets.UTF_8);
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        assertThat(pipeline.all(Topic.DEAD_LETTERS)).hasSize(2).first().satisfies(line -> {
            assertThat(line.value().get("reason").asText()).isEqualTo("TOO_MANY");
            assertThat(line.value().get("stream").asText()).isEqualTo("survey-invitations");
            assertThat(line.value().get("offset").asInt()).isEqualTo(MOST_EVENTS);
            assertThat(line.value().get("sha256").asText()).isEqualTo(sha256);
            assertThat(line.value().get("bytes").asInt()).isEqualTo(bytes.length);
            assertThat(line.value().has("field")).isFalse();
        });
        assertThat(pipeline.progress())
                .containsEntry("read", MOST_EVENTS + 5L)
                .containsEntry("accepted", MOST_EVENTS + 2L)
                .containsEntry("duplicates", 1L)
                .containsEntry("rejected", 2L);
        assertThat(pipeline.all(Topic.LINKED_RESPONSES))
                .as("another stream has its own room")
                .hasSize(1);
    }

    @Test
    void a_few_large_events_fill_a_timeline_too() {
        for (int seq = 0; seq < 25; seq++) {
            pipeline.send(Topic.CONTACT_EVENTS, "k1", large("k1", seq, null), NOON);
        }
        pipeline.commit();

        assertThat(pipeline.progress())
                .containsEntry("read", 25L)
                .containsEntry("accepted", 17L)
                .containsEntry("rejected", 8L);
        assertThat(pipeline.changelog(LinkStage.TIMELINES).values())
                .singleElement()
                .satisfies(bytes ->
                        assertThat(bytes).isBetween(TOO_MANY_BYTES, StreamsProperties.LARGEST_INTERNAL_RECORD * 5 / 8));
    }

    @Test
    void a_copy_that_finds_no_room_was_accepted_once_and_is_not_counted_again() {
        for (int seq = 0; seq < 3; seq++) {
            pipeline.send(Topic.CONTACT_EVENTS, "k1", large("k1", seq, null), NOON);
        }
        for (int n = 0; n < MOST_EVENTS; n++) {
            // Under another key: they come to their customer through the rekeyed topic, where copies come from too.
            pipeline.send(Topic.SURVEY_INVITATIONS, "other", invitation("shared", n), NOON);
        }
        pipeline.send(Topic.CONTACT_EVENTS, "k1", large("k1", 3, "shared"), NOON);
        pipeline.carryOnTo("2026-03-02T13:00:00Z");

        Set<String> reasons = pipeline.all(Topic.DEAD_LETTERS).stream()
                .map(line -> line.value().get("stream").asText() + " "
                        + line.value().get("reason").asText())
                .collect(Collectors.toSet());
        assertThat(pipeline.progress()).containsEntry("read", MOST_EVENTS + 4L);
        long rejected = pipeline.progress().get("rejected");
        assertThat(pipeline.progress().get("accepted") + rejected).isEqualTo(MOST_EVENTS + 4L);
        assertThat(List.of(rejected, (long) pipeline.all(Topic.DEAD_LETTERS).size()))
                .as("the event itself is refused, the copies of those before it only tell")
                .isIn(List.of(1L, 4L), List.of(0L, 0L));
        assertThat(reasons).isSubsetOf("contact-events TOO_MANY");
    }

    static String invitation(String customer, int n) {
        return """
                {"eventId":"i%2$d","occurredAt":"%3$s","source":"t","audience":"CUSTOMER","invitationId":"i%2$d",\
                "status":"SENT","programme":"TRANSACTIONAL","customerKey":"%1$s"}""".formatted(customer, n, NOON);
    }

    /** A contact event of nearly a quarter of a mebibyte, kept as it is while its customer is not known. */
    static String large(String contactId, int seq, @org.jspecify.annotations.Nullable String customer) {
        return """
                {"eventId":"%1$s/%2$d","occurredAt":"%3$s","source":"t","audience":"CUSTOMER","contactId":"%1$s",\
                "seq":%2$d,"type":"%4$s","direction":"INBOUND","channel":"CHAT","initiator":"CUSTOMER",%5$s\
                "occasion":"%6$s"}""".formatted(
                        contactId,
                        seq,
                        NOON,
                        seq == 0 ? "OPENED" : "ANSWERED",
                        customer == null ? "" : "\"customerKey\":\"" + customer + "\",",
                        "x".repeat(255 * 1024));
    }
}
