package nl.klantstem.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.klantstem.topic.Topic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A contact that began without its customer goes to the customer's timeline, with all its events, and counts once. */
class HandoverTest {

    @TempDir
    Path dir;

    private GivenPipeline pipeline;

    @BeforeEach
    void anonymousContactThenItsCustomer() {
        pipeline = new GivenPipeline(dir, 1, null);
        step("k1", 0, "OPENED", "10:00", "\"direction\":\"INBOUND\",\"channel\":\"CHAT\",\"initiator\":\"CUSTOMER\"");
        step("k1", 1, "DRIVER_CORRECTED", "10:05", "\"driver\":{\"code\":\"delivery/late\",\"source\":\"AGENT\"}");
        pipeline.answer("raw-c1", at("10:10"), """
                "eventId":"e1","occurredAt":"%s","responseId":"r1","revision":0,"status":"COMPLETE",\
                "customerKey":"raw-c1","contactId":"k1","nps":4""".formatted(at("10:10")));
    }

    @AfterEach
    void stop() {
        pipeline.close();
    }

    @Test
    void until_then_the_contact_counts_and_the_response_waits_for_it() {
        pipeline.carryOnTo(at("11:30"));

        assertThat(lastLinked().get("method").asText()).isEqualTo("UNMATCHED");
        assertThat(lastLinked().get("unmatchedReason").asText()).isEqualTo("CONTACT_UNKNOWN");
        assertThat(contacts()).containsExactly(1L, 0L);
    }

    @Test
    void its_earlier_events_follow_and_it_counts_once() {
        step("k1", 2, "ANSWERED", "10:20", "\"handler\":\"HUMAN\",\"customerKey\":\"raw-c1\"");
        pipeline.carryOnTo(at("11:30"));

        assertThat(lastLinked().get("method").asText()).isEqualTo("CONTACT_ID");
        assertThat(lastLinked().at("/contact/driver").asText()).isEqualTo("delivery/late");
        assertThat(lastLinked().at("/contact/handler").asText()).isEqualTo("HUMAN");
        assertThat(contacts()).as("taken back and counted in the same minute").containsExactly(1L, 0L);
        assertThat(ledger()).containsExactly(1L);
        assertThat(pipeline.progress())
                .containsEntry("read", 4L)
                .containsEntry("accepted", 4L)
                .containsEntry("duplicates", 0L)
                .containsEntry("rekeyed", 0L);
        assertThat(pipeline.all(Topic.REKEYED))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line.value().toString()).doesNotContain("raw-c1"));
    }

    @Test
    void later_events_without_the_customer_follow_too() {
        step("k1", 2, "ANSWERED", "10:20", "\"handler\":\"HUMAN\",\"customerKey\":\"raw-c1\"");
        step("k1", 3, "DRIVER_CORRECTED", "10:30", "\"driver\":{\"code\":\"returns/how\",\"source\":\"AGENT\"}");
        step("k1", 4, "CLOSED", "10:40", "\"customerKey\":\"raw-c1\",\"resolution\":\"INFORMED\"");
        pipeline.carryOnTo(at("11:30"));

        assertThat(lastLinked().at("/contact/driver").asText()).isEqualTo("returns/how");
        assertThat(lastLinked().at("/contact/resolution").asText()).isEqualTo("INFORMED");
        assertThat(lastLinked().at("/contact/endedAt").asText()).isEqualTo(at("10:40"));
        assertThat(contacts()).containsExactly(1L, 0L);
        assertThat(ledger()).containsExactly(1L);
        assertThat(pipeline.progress()).containsEntry("read", 6L).containsEntry("accepted", 6L);
    }

    @Test
    void events_that_come_twice_before_and_after_are_still_duplicates() {
        step("k1", 1, "DRIVER_CORRECTED", "10:15", "\"driver\":{\"code\":\"delivery/late\",\"source\":\"AGENT\"}");
        step("k1", 2, "ANSWERED", "10:20", "\"handler\":\"HUMAN\",\"customerKey\":\"raw-c1\"");
        step("k1", 2, "ANSWERED", "10:25", "\"handler\":\"HUMAN\",\"customerKey\":\"raw-c1\"");
        step("k1", 0, "OPENED", "10:26", "\"direction\":\"INBOUND\",\"channel\":\"CHAT\",\"initiator\":\"CUSTOMER\"");
        pipeline.carryOnTo(at("11:30"));

        assertThat(pipeline.progress())
                .containsEntry("read", 7L)
                .containsEntry("accepted", 4L)
                .containsEntry("duplicates", 3L)
                .containsEntry("rekeyed", 0L);
        assertThat(ledger()).containsExactly(1L);
    }

    private void step(String contactId, int seq, String type, String time, String fields) {
        // The content of an event that comes again is the same: it happened when it first did.
        String occurredAt = at("10:00").replace("10:00:00", "10:0" + seq + ":00");
        pipeline.contact(contactId, at(time), """
                "eventId":"%1$s/%2$d","occurredAt":"%3$s","contactId":"%1$s","seq":%2$d,"type":"%4$s",%5$s\
                """.formatted(
                        contactId, seq, type.equals("CLOSED") ? at(time) : occurredAt, type, fields));
    }

    private static String at(String time) {
        return "2026-03-02T" + time + ":00Z";
    }

    private JsonNode lastLinked() {
        List<GivenPipeline.Line> lines = pipeline.all(Topic.LINKED_RESPONSES);
        return lines.get(lines.size() - 1).value();
    }

    /** What the finals of all contacts in an hour say one after another, each once: a move may change what is late. */
    private List<Long> contacts() {
        var said = new ArrayList<Long>();
        pipeline.all(Topic.CONTACT_DRIVERS).stream()
                .map(GivenPipeline.Line::value)
                .filter(value -> !value.get("provisional").asBoolean())
                .filter(value -> value.get("scope").size() == 1)
                .filter(value -> value.at("/window/length").asText().equals("PT1H"))
                .map(value -> value.get("contacts").asLong())
                .filter(contacts -> said.isEmpty() || !contacts.equals(said.get(said.size() - 1)))
                .forEach(said::add);
        return said;
    }

    /** The last word of the ledger about all contacts, by quarter of an hour. */
    private List<Long> ledger() {
        return pipeline.last(Topic.CONTACT_LEDGER).values().stream()
                .filter(value -> value.get("scope").size() == 1)
                .map(value -> value.get("contacts").asLong())
                .toList();
    }
}
