package nl.klantstem.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.contract.catalogue.AlertRules;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.catalogue.CatalogueVersion;
import nl.klantstem.contract.catalogue.ContactRules;
import nl.klantstem.contract.catalogue.JourneyRules;
import nl.klantstem.contract.catalogue.LostInMailRules;
import nl.klantstem.contract.catalogue.PeakCalendar;
import nl.klantstem.contract.catalogue.SurveyRules;
import nl.klantstem.contract.flow.Retention;
import nl.klantstem.topic.Topic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is older than events about it are accepted is forgotten, and nothing else. */
class RetentionTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @TempDir
    Path dir;

    private GivenPipeline pipeline;

    @BeforeEach
    void start() {
        var retention = new Retention(Duration.ofDays(10), Duration.ofDays(6));
        pipeline = new GivenPipeline(dir, 1, null, retention, withDays(5, 5));
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
    void orders_and_shipments_are_forgotten_sooner_and_keep_the_timeline_until_then() {
        order("c1", 0);
        delivery("c2", "e1", 0);
        pipeline.carryOnTo(day(5));
        assertThat(pipeline.size("timelines")).isEqualTo(2);

        pipeline.carryOnTo(day(8));

        assertThat(pipeline.size("timelines")).isZero();
        assertThat(pipeline.progress()).containsEntry("orphaned", 0L).containsEntry("accepted", 2L);
    }

    @Test
    void a_timeline_that_began_with_an_answer_forgets_its_orders_as_soon() {
        answer("c1", "r1", 0, 0, 9);
        int answered = timelineBytes();
        order("c1", 0);
        delivery("c1", "e1", 0);
        assertThat(timelineBytes()).isGreaterThan(answered);

        pipeline.carryOnTo(day(8));
        assertThat(timelineBytes()).as("the answer is kept").isEqualTo(answered);

        pipeline.carryOnTo(day(40));
        assertThat(pipeline.size("timelines")).isZero();
    }

    @Test
    void an_order_is_kept_as_long_as_a_shipment_of_it() {
        order("c1", 0);
        int ordered = timelineBytes();
        delivery("c1", "e1", 4);
        int delivered = timelineBytes();

        pipeline.carryOnTo(day(8));
        assertThat(timelineBytes()).isGreaterThan(ordered).isCloseTo(delivered, within(4));

        pipeline.carryOnTo(day(40));
        assertThat(pipeline.size("timelines")).isZero();
    }

    @Test
    void an_order_or_a_delivery_is_too_late_sooner_than_an_answer() {
        pipeline.send(Topic.ORDER_EVENTS, "c1", FatesOfRecordsTest.order("e1", "c1", 1), day(7));
        pipeline.send(Topic.DELIVERY_EVENTS, "c1", FatesOfRecordsTest.delivery("e1", "c1"), day(7));
        pipeline.answer("c1", day(7), FatesOfRecordsTest.answer("e1", "r1", "c1", 3));

        assertThat(pipeline.all(Topic.DEAD_LETTERS))
                .extracting(line -> line.value().get("stream").asText() + " "
                        + line.value().get("reason").asText())
                .containsExactly("order-events TOO_LATE", "delivery-events TOO_LATE");
        assertThat(pipeline.all(Topic.LINKED_RESPONSES)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"5, 1, orderDays", "1, 5, leakageDays"})
    void orders_must_be_kept_a_day_longer_than_contacts_or_instances_count_them(
            int orderDays, int leakageDays, String setting) {
        var retention = new Retention(Duration.ofDays(10), Duration.ofDays(6).minusMinutes(1));

        assertThatThrownBy(() -> new GivenPipeline(
                        Files.createDirectories(dir.resolve("short")),
                        1,
                        null,
                        retention,
                        withDays(orderDays, leakageDays)))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("pipeline.orderRetention PT143H59M")
                .hasMessageContaining(setting)
                .hasMessageEndingWith("at least P6D");
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

    private void order(String customer, int day) {
        pipeline.send(Topic.ORDER_EVENTS, customer, FatesOfRecordsTest.order("e1", customer, 1), day(day));
    }

    private void delivery(String customer, String eventId, int day) {
        String delivered = FatesOfRecordsTest.delivery(eventId, customer).replace(NOON.toString(), day(day));
        pipeline.send(Topic.DELIVERY_EVENTS, customer, delivered, day(day));
    }

    /** What the changelog keeps of the only customer. */
    private int timelineBytes() {
        pipeline.commit();
        return pipeline.changelog("timelines").values().stream()
                .mapToInt(n -> n)
                .sum();
    }

    private static Catalogue withDays(int orderDays, int leakageDays) {
        return new Catalogue(CatalogueFile.starter().versions().stream()
                .map(version -> {
                    ContactRules rules = version.contacts();
                    return new CatalogueVersion(
                            version.version(),
                            version.effectiveFrom(),
                            version.zone(),
                            version.journeys(),
                            version.drivers(),
                            version.cubes(),
                            version.open(),
                            version.windows(),
                            version.attributionDays(),
                            version.labels(),
                            version.ownership(),
                            new ContactRules(
                                    rules.serviceLevels(),
                                    rules.shortAbandon(),
                                    rules.humanWithin(),
                                    rules.containment(),
                                    rules.repeatDays(),
                                    orderDays,
                                    rules.endsAfter(),
                                    rules.botMargin()),
                            new JourneyRules(Duration.ofDays(4), 1, leakageDays),
                            SurveyRules.DEFAULT,
                            LostInMailRules.DEFAULT,
                            AlertRules.DEFAULT,
                            PeakCalendar.DEFAULT);
                })
                .toList());
    }

    private static String day(int day) {
        return NOON.plus(Duration.ofDays(day)).toString();
    }
}
