package nl.klantstem.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import nl.klantstem.topic.Topic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is older than events about it are accepted is forgotten, and nothing else. */
class RetentionTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @TempDir
    Path dir;

    private GivenPipeline pipeline;

    @BeforeEach
    void start() {
        pipeline = new GivenPipeline(dir, 1, null, Duration.ofDays(10));
    }

    @AfterEach
    void stop() {
        pipeline.close();
    }

    @Test
    void a_timeline_is_forgotten_when_all_of_it_is_over() {
        answer("c1", "r1", 0, 0, 9);
        pipeline.carryOnTo(day(9));
        assertThat(pipeline.size("timelines")).isOne();

        pipeline.carryOnTo(day(12));
        pipeline.carryOnTo(day(13));

        assertThat(pipeline.size("timelines")).isZero();
        assertThat(pipeline.all(Topic.JOURNEY_NPS_LEDGER))
                .as("what was counted stays counted")
                .allSatisfy(line -> assertThat(line.value().get("n").asLong()).isOne());
    }

    @Test
    void orders_and_shipments_are_forgotten_too_and_keep_the_timeline_until_then() {
        String noon = NOON.toString();
        pipeline.send(Topic.ORDER_EVENTS, "c1", FatesOfRecordsTest.order("e1", "c1", 1), noon);
        pipeline.send(Topic.DELIVERY_EVENTS, "c2", FatesOfRecordsTest.delivery("e1", "c2"), noon);
        pipeline.carryOnTo(day(9));
        assertThat(pipeline.size("timelines")).isEqualTo(2);

        pipeline.carryOnTo(day(12));
        pipeline.carryOnTo(day(13));

        assertThat(pipeline.size("timelines")).isZero();
        assertThat(pipeline.progress()).containsEntry("orphaned", 0L).containsEntry("accepted", 2L);
    }

    @Test
    void what_is_younger_stays_and_its_revisions_still_find_it() {
        answer("c1", "old", 0, 0, 9);
        answer("c1", "young", 0, 8, 9);
        pipeline.carryOnTo(day(12));
        pipeline.carryOnTo(day(13));
        assertThat(pipeline.size("timelines")).isOne();

        answer("c1", "young", 1, 14, 2);
        pipeline.carryOnTo(day(15));

        assertThat(pipeline.last(Topic.JOURNEY_NPS_LEDGER).values().stream()
                        .filter(value -> value.get("scope").size() == 2)
                        .map(value -> value.at("/pane/from").asText() + " " + value.get("promoters") + " "
                                + value.get("detractors")))
                .as("the revision took the first answer back, in its pane")
                .containsExactly(NOON + " 1 0", day(8) + " 0 1");
    }

    @Test
    void events_that_waited_for_their_contact_in_vain_are_counted_also_when_a_tick_finds_them() {
        for (int seq = 1; seq <= 3; seq++) {
            pipeline.contact("c1", NOON.toString(), """
                    "eventId":"k1/%1$d","occurredAt":"%2$s","contactId":"k1","seq":%1$d,"type":"ANSWERED",\
                    "customerKey":"c1\"""".formatted(seq, NOON));
        }
        pipeline.contact("c1", NOON.toString(), """
                "eventId":"k2/0","occurredAt":"%s","contactId":"k2","seq":0,"type":"OPENED","direction":"INBOUND",\
                "channel":"PHONE","initiator":"CUSTOMER","customerKey":"c1\"""".formatted(NOON));
        pipeline.carryOnTo(day(12));
        pipeline.carryOnTo(day(13));

        assertThat(pipeline.size("timelines")).isZero();
        assertThat(pipeline.progress()).containsEntry("orphaned", 3L).containsEntry("accepted", 4L);
    }

    @Test
    void an_event_too_late_for_its_fact_is_refused() {
        pipeline.carryOnTo(day(0));
        pipeline.answer("c1", day(11), """
                "eventId":"late","occurredAt":"%s","responseId":"r","revision":0,"status":"COMPLETE",\
                "customerKey":"c1","nps":3""".formatted(NOON));

        assertThat(pipeline.all(Topic.DEAD_LETTERS)).singleElement().satisfies(line -> assertThat(
                        line.value().get("reason").asText())
                .isEqualTo("TOO_LATE"));
    }

    private void answer(String customer, String responseId, int revision, int day, int nps) {
        pipeline.answer(customer, day(day), """
                "eventId":"%1$s/%2$d","occurredAt":"%3$s","responseId":"%1$s","revision":%2$d,"status":"COMPLETE",\
                "customerKey":"%4$s","nps":%5$d""".formatted(responseId, revision, day(day), customer, nps));
    }

    private static String day(int day) {
        return NOON.plus(Duration.ofDays(day)).toString();
    }
}
