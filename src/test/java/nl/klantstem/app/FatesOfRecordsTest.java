package nl.klantstem.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import nl.klantstem.topic.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every record has one fate and is counted once: accepted, duplicate, test, refused, or sent to its own partition. */
class FatesOfRecordsTest {

    private static final String NOON = "2026-03-02T12:00:00Z";

    @TempDir
    Path dir;

    @Test
    void read_is_the_sum_of_all_fates() {
        try (var pipeline = new GivenPipeline(dir, 1, null)) {
            pipeline.answer("c1", NOON, answer("e1", "r1", "c1", 9));
            pipeline.answer("c1", NOON, answer("e1", "r1", "c1", 9));
            pipeline.answer("c1", NOON, answer("e1", "r1", "c1", 3));
            pipeline.answer("c1", NOON, answer("e2", "r2", "c1", 9) + ",\"test\":true");
            pipeline.answer("c1", NOON, answer("e3", "r3", "c1", 11));
            pipeline.answer("c1", "2026-03-02T12:06:00Z", answer("e4", "r4", "c1", 0));
            pipeline.send(Topic.SURVEY_RESPONSES, "c1", "{torn", NOON);
            pipeline.send(Topic.SURVEY_RESPONSES, "c1", null, NOON);
            pipeline.send(Topic.CONTACT_EVENTS, null, "[]", NOON);
            pipeline.carryOnTo("2026-03-02T12:30:00Z");

            assertThat(pipeline.progress())
                    .containsEntry("read", 9L)
                    .containsEntry("accepted", 2L)
                    .containsEntry("duplicates", 2L)
                    .containsEntry("conflicts", 1L)
                    .containsEntry("test", 1L)
                    .containsEntry("rejected", 4L)
                    .containsEntry("late", 1L)
                    .containsEntry("rekeyed", 0L);
            assertThat(pipeline.all(Topic.DEAD_LETTERS))
                    .extracting(line -> line.value().get("reason").asText())
                    .containsExactly("SCORE_RANGE", "NOT_JSON", "TOMBSTONE", "NOT_OBJECT");
            assertThat(pipeline.all(Topic.LATE_EVENTS)).hasSize(1);
            assertThat(pipeline.all(Topic.REKEYED)).isEmpty();
        }
    }

    @Test
    void orders_and_deliveries_have_the_same_fates() {
        try (var pipeline = new GivenPipeline(dir, 1, null)) {
            pipeline.send(Topic.ORDER_EVENTS, "c1", order("e1", "c1", 1), NOON);
            pipeline.send(Topic.ORDER_EVENTS, "c1", order("e1", "c1", 1), NOON);
            pipeline.send(Topic.ORDER_EVENTS, "c1", order("e1", "c1", 2), NOON);
            pipeline.send(Topic.ORDER_EVENTS, "c1", order("e2", "c1", 0), NOON);
            pipeline.send(Topic.DELIVERY_EVENTS, "c1", delivery("e1", "c1"), NOON);
            pipeline.send(Topic.DELIVERY_EVENTS, "c1", delivery("e1", "c1"), "2026-03-02T12:06:00Z");
            pipeline.send(Topic.DELIVERY_EVENTS, "c1", delivery("e2", "c1"), "2026-03-02T12:06:00Z");
            pipeline.send(Topic.DELIVERY_EVENTS, "c1", delivery("e3", "c1").replace("{", "{\"test\":true,"), NOON);
            pipeline.carryOnTo("2026-03-02T12:30:00Z");

            assertThat(pipeline.progress())
                    .containsEntry("read", 8L)
                    .containsEntry("accepted", 3L)
                    .containsEntry("duplicates", 3L)
                    .containsEntry("conflicts", 1L)
                    .containsEntry("test", 1L)
                    .containsEntry("rejected", 1L)
                    .containsEntry("late", 1L);
            assertThat(pipeline.all(Topic.DEAD_LETTERS))
                    .extracting(line -> line.value().get("stream").asText() + " "
                            + line.value().get("field").asText())
                    .containsExactly("order-events items[0].quantity");
        }
    }

    @Test
    void ticks_move_time_and_are_nowhere_counted() {
        try (var pipeline = new GivenPipeline(dir, 1, null)) {
            pipeline.carryOnTo(NOON);

            assertThat(pipeline.progress()).isEmpty();
            assertThat(pipeline.last(Topic.INSIGHT_PROGRESS).values())
                    .extracting(progress -> progress.get("kind").asText())
                    .containsExactlyInAnyOrder("FINALS", "ALERTS");
            assertThat(pipeline.last(Topic.INSIGHT_PROGRESS).values()).allSatisfy(finals -> {
                assertThat(finals.get("asOf").asText()).isEqualTo(NOON);
                assertThat(finals.get("overtaken").asLong()).isZero();
            });
        }
    }

    @Test
    void a_foreign_key_costs_nothing_and_tells_nobody() {
        try (var pipeline = new GivenPipeline(dir, 2, null)) {
            for (int i = 0; i < 20; i++) {
                // Under any key, or none: a record goes where its customer lives.
                String customer = "raw-customer-" + i;
                String key = i % 3 == 0 ? null : i % 3 == 1 ? "another" : customer;
                pipeline.answer(key, NOON, answer("e" + i, "r" + i, customer, 9) + ",\"comment\":\"my secret words\"");
            }
            long moved = pipeline.all(Topic.REKEYED).size();
            Map<String, Long> progress = pipeline.progress();

            assertThat(moved).isBetween(1L, 19L);
            assertThat(progress)
                    .as("what left came back in this one task, and is accepted there")
                    .containsEntry("read", 20L)
                    .containsEntry("accepted", 20L)
                    .containsEntry("rekeyed", 0L);
            assertThat(pipeline.last(Topic.LINKED_RESPONSES)).hasSize(20);
        }
    }

    @Test
    void no_raw_key_and_no_free_text_leaves_in_any_topic_not_even_internal_ones() {
        try (var pipeline = new GivenPipeline(dir, 2, null)) {
            for (int i = 0; i < 8; i++) {
                String customer = "raw-customer-" + i;
                pipeline.answer(
                        i % 2 == 0 ? customer : null,
                        NOON,
                        answer("e" + i, "r" + i, customer, 9) + ",\"comment\":\"my secret words\"");
                pipeline.contact(
                        i % 2 == 0 ? customer : "k" + i,
                        NOON,
                        opened("k" + i) + ",\"customerKey\":\"" + customer + "\"");
                pipeline.answer(customer, NOON, answer("bad" + i, "r" + i, customer, 12));
                pipeline.send(Topic.ORDER_EVENTS, i % 2 == 0 ? customer : "other", order("o" + i, customer, 1), NOON);
                pipeline.send(Topic.DELIVERY_EVENTS, null, delivery("d" + i, customer), NOON);
            }
            pipeline.carryOnTo("2026-03-02T13:00:00Z");

            assertThat(pipeline.everythingThatLeft())
                    .isNotEmpty()
                    .doesNotContain("raw-customer")
                    .doesNotContain("secret words");
        }
    }

    @Test
    void an_order_under_a_foreign_key_goes_to_its_customer_and_is_known_there_by_every_telling() {
        try (var pipeline = new GivenPipeline(dir, 2, null)) {
            for (int i = 0; i < 20; i++) {
                String customer = "raw-customer-" + i;
                pipeline.send(Topic.ORDER_EVENTS, "another", order("e" + i, customer, 1), NOON);
                pipeline.send(Topic.ORDER_EVENTS, customer, order("e" + i, customer, 1), NOON);
                pipeline.send(Topic.DELIVERY_EVENTS, null, delivery("e" + i, customer), NOON);
            }

            assertThat(pipeline.all(Topic.REKEYED))
                    .hasSizeBetween(1, 59)
                    .allMatch(line -> line.value().has("order") != line.value().has("delivery"));
            assertThat(pipeline.progress())
                    .containsEntry("read", 60L)
                    .containsEntry("accepted", 40L)
                    .containsEntry("duplicates", 20L)
                    .containsEntry("conflicts", 0L)
                    .containsEntry("rekeyed", 0L);
        }
    }

    static String order(String eventId, String customer, int quantity) {
        return """
                {"eventId":"%s","occurredAt":"%s","source":"t","audience":"CUSTOMER","orderId":"o1","type":"PLACED",\
                "customerKey":"%s","placedBy":"CUSTOMER","items":[{"orderItemId":"a","sellerType":"OWN",\
                "fulfilment":"PLATFORM","quantity":%d}]}""".formatted(eventId, NOON, customer, quantity);
    }

    static String delivery(String eventId, String customer) {
        return """
                {"eventId":"%s","occurredAt":"%s","source":"t","audience":"CUSTOMER","shipmentId":"s1","orderId":"o1",\
                "type":"DELIVERED","customerKey":"%s","carrier":"carrier-1"}""".formatted(eventId, NOON, customer);
    }

    static String answer(String eventId, String responseId, String customer, int nps) {
        return """
                "eventId":"%s","occurredAt":"%s","responseId":"%s","revision":0,"status":"COMPLETE",\
                "customerKey":"%s","nps":%d""".formatted(eventId, NOON, responseId, customer, nps);
    }

    static String opened(String contactId) {
        return """
                "eventId":"%1$s-0","occurredAt":"%2$s","contactId":"%1$s","seq":0,"type":"OPENED",\
                "direction":"INBOUND","channel":"PHONE","initiator":"CUSTOMER"\
                """.formatted(contactId, NOON);
    }
}
