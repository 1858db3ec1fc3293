package nl.klantstem.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.stream.IntStream;
import nl.klantstem.link.LinkStage;
import nl.klantstem.topic.Partitions;
import nl.klantstem.topic.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An owner with more events than are kept is held where it is: what comes on top is refused, and told as every refusal. */
class TooManyTest {

    private static final String NOON = "2026-03-02T12:00:00Z";
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    /** So many events of 63 KiB are the first that take more than may be. */
    private static final int FULL = 65;

    @TempDir
    Path dir;

    @Test
    void what_comes_on_top_is_a_dead_letter_and_everything_else_goes_on() throws Exception {
        try (var pipeline = new GivenPipeline(dir, 1, Duration.ofDays(1))) {
            fill(pipeline, "shared");
            String onTop = invitation("shared", FULL);
            pipeline.send(Topic.SURVEY_INVITATIONS, "shared", onTop, NOON);
            pipeline.send(Topic.SURVEY_INVITATIONS, "shared", onTop, NOON);
            pipeline.send(Topic.SURVEY_INVITATIONS, "shared", invitation("shared", 0), NOON);
            pipeline.answer("other", NOON, FatesOfRecordsTest.answer("e", "r", "other", 9));
            pipeline.carryOnTo("2026-03-02T13:00:00Z");

            byte[] bytes = onTop.getBytes(StandardCharsets.UTF_8);
            String sha256 = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            assertThat(pipeline.all(Topic.DEAD_LETTERS)).hasSize(2).first().satisfies(line -> {
                assertThat(line.value().get("reason").asText()).isEqualTo("TOO_MANY");
                assertThat(line.value().get("stream").asText()).isEqualTo("survey-invitations");
                assertThat(line.value().get("offset").asInt()).isEqualTo(FULL);
                assertThat(line.value().get("sha256").asText()).isEqualTo(sha256);
                assertThat(line.value().get("bytes").asInt()).isEqualTo(bytes.length);
                assertThat(line.value().has("field")).isFalse();
            });
            assertThat(pipeline.progress())
                    .containsEntry("read", FULL + 4L)
                    .containsEntry("accepted", FULL + 1L)
                    .containsEntry("duplicates", 1L)
                    .containsEntry("rejected", 2L);
            assertThat(pipeline.all(Topic.LINKED_RESPONSES)).hasSize(1);
            assertThat(pipeline.changelog(LinkStage.TIMELINES).values())
                    .allMatch(size -> size < MOST_BYTES + 256 * 1024);
        }
    }

    @Test
    void a_copy_that_finds_no_room_was_accepted_once_and_is_not_counted_again() {
        String customer = IntStream.range(0, 100)
                .mapToObj(n -> "shared-" + n)
                .filter(name -> Partitions.of(name, 2) == 1)
                .findFirst()
                .orElseThrow();
        try (var pipeline = new GivenPipeline(dir, 2, Duration.ofDays(1))) {
            pipeline.contact("k1", NOON, FatesOfRecordsTest.opened("k1"));
            fill(pipeline, customer);
            pipeline.contact("k1", NOON, """
                    "eventId":"k1-1","occurredAt":"%s","contactId":"k1","seq":1,"type":"ANSWERED","customerKey":"%s\"""".formatted(NOON, customer));
            pipeline.carryOnTo("2026-03-02T13:00:00Z");

            assertThat(pipeline.all(Topic.DEAD_LETTERS))
                    .extracting(line -> line.value().get("stream").asText() + " "
                            + line.value().get("reason").asText() + " "
                            + line.value().get("topic").asText())
                    .as("the copy of what came before, and the event itself")
                    .containsExactly(
                            "contact-events TOO_MANY voc.rekeyed.v1", "contact-events TOO_MANY voc.rekeyed.v1");
            assertThat(pipeline.progress())
                    .containsEntry("read", FULL + 2L)
                    .containsEntry("accepted", FULL + 1L)
                    .containsEntry("rejected", 1L)
                    .containsEntry("rekeyed", 0L);
        }
    }

    private static void fill(GivenPipeline pipeline, String customer) {
        for (int n = 0; n < FULL; n++) {
            pipeline.send(Topic.SURVEY_INVITATIONS, customer, invitation(customer, n), NOON);
        }
    }

    /** Its source is as long as a text may be. */
    private static String invitation(String customer, int n) {
        return """
                {"eventId":"i%2$d","occurredAt":"%3$s","source":"%2$d%4$s","audience":"CUSTOMER","invitationId":"i%2$d",\
                "status":"SENT","surveyId":"s","programme":"TRANSACTIONAL","customerKey":"%1$s"}""".formatted(customer, n, NOON, "x".repeat(63 * 1024));
    }
}
