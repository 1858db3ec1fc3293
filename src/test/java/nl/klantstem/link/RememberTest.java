package nl.klantstem.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import nl.klantstem.contract.flow.Arrival;
import nl.klantstem.contract.flow.Ingested;
import nl.klantstem.contract.in.ContactEvent;
import nl.klantstem.link.KnownEvent.ContactStep;
import nl.klantstem.topic.BinaryReader;
import nl.klantstem.topic.BinaryWriter;
import nl.klantstem.topic.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is kept of an event, and that it comes back from its bytes. */
class RememberTest {

    @Test
    void a_contact_event_is_kept_with_all_that_its_course_is_judged_by() throws IOException {
        ContactStep step = kept("""
                "type": "HUMAN_REQUESTED", "seq": 3, "handler": "BOT", "servicePartnerId": "sp-1", "routedTo": "PARTNER",
                "fulfilment": "PLATFORM", "demandType": "VALUE", "avoidableCause": "CARRIER", "owningDepartment": "sales",
                "journeyId": "return", "journeyInstanceId": "j0", "orderId": "o0", "humanReason": "COMPLEX",
                "waitUntil": "2026-03-09T12:00:00Z", "resolution": "INFORMED", "formsRequested": 2""");

        assertThat(List.of(
                        step.type(),
                        step.seq(),
                        step.handler(),
                        step.servicePartnerId(),
                        step.routedTo(),
                        step.fulfilment(),
                        step.demandType(),
                        step.avoidableCause(),
                        step.owningDepartment(),
                        step.journeyId(),
                        step.journeyInstanceId(),
                        step.orderId(),
                        step.humanReason(),
                        step.waitImposed(),
                        step.resolution(),
                        step.proofAsked()))
                .containsExactly(
                        ContactEvent.Type.HUMAN_REQUESTED,
                        3,
                        "BOT",
                        "sp-1",
                        "PARTNER",
                        "PLATFORM",
                        "VALUE",
                        "CARRIER",
                        "sales",
                        "return",
                        "j0",
                        "o0",
                        "COMPLEX",
                        true,
                        "INFORMED",
                        true);
    }

    @ParameterizedTest
    @CsvSource({
        "0, LOW",
        "0.49999, LOW",
        "0.5, MEDIUM",
        "0.79999, MEDIUM",
        "0.7999999999999999, MEDIUM",
        "0.8, HIGH",
        "1, HIGH"
    })
    void a_confidence_is_in_the_band_below_until_it_reaches_the_next(String confidence, String band)
            throws IOException {
        ContactStep step = kept("""
                "type": "OPENED", "seq": 0, "intent": {"code": "product", "confidence": %s, "modelVersion": "m"}""".formatted(confidence));

        assertThat(Told.of(step).course("k0").routing().confidence()).isEqualTo(band);
    }

    @Test
    void of_proof_and_forms_either_will_do_and_what_is_not_said_is_not_known() throws IOException {
        assertThat(kept("\"type\": \"OPENED\", \"seq\": 0").proofAsked()).isNull();
        assertThat(kept("\"type\": \"OPENED\", \"seq\": 0, \"formsRequested\": 0")
                        .proofAsked())
                .isFalse();
        assertThat(kept("\"type\": \"OPENED\", \"seq\": 0, \"proofRequested\": true, \"formsRequested\": 0")
                        .proofAsked())
                .isTrue();
        assertThat(kept("\"type\": \"WAIT_IMPOSED\", \"seq\": 0").waitImposed()).isTrue();
        assertThat(kept("\"type\": \"OPENED\", \"seq\": 0").waitImposed()).isFalse();
    }

    private static ContactStep kept(String fields) throws IOException {
        var event = Json.MAPPER.readValue("""
                {"eventId": "e", "occurredAt": "2026-03-02T12:00:00Z", "source": "t", "audience": "CUSTOMER",
                 "contactId": "k0", "direction": "INBOUND", "channel": "PHONE", "initiator": "CUSTOMER", "aiAssist": [],
                 %s}""".formatted(fields), ContactEvent.class);
        var arrival = new Arrival("stream", 1, "topic", 0, 7, GivenEvents.at(0).toEpochMilli(), null);
        KnownEvent known = Remember.of(arrival, new Ingested.Event("c:p", event, false, false, List.of()));
        var out = new BinaryWriter();
        EventCodec.write(out, known);
        ContactStep back = ContactStepCodec.read(new BinaryReader(out.toBytes()));
        assertThat(back).isEqualTo(known);
        return back;
    }
}
