package nl.klantstem.exact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Surveys that are asked, too soon after another, not at all for some reason, that come back, are opened, expire, are answered. */
final class MessySurveys {

    private final MessyStream mess;
    private final List<Survey> surveys = new ArrayList<>();

    private record Survey(String id, String customer, Instant at) {}

    MessySurveys(MessyStream mess) {
        this.mess = mess;
    }

    void tell(int many) {
        for (int i = 0; i < many; i++) {
            survey(new Survey(String.format("v%05d", i), mess.customer(), mess.moment()));
        }
    }

    private void survey(Survey survey) {
        surveys.add(survey);
        String programme = mess.pick("TRANSACTIONAL", "TRANSACTIONAL", "RELATIONAL", "MYSTERY_SHOP");
        var at = survey.at();
        if (mess.chance(12)) {
            var suppressed = event(survey, programme, "SUPPRESSED", at);
            if (mess.chance(85)) {
                suppressed.put(
                        "suppressionReason",
                        mess.pick("QUARANTINE", "OPT_OUT", "NO_CONSENT", "TOO_FREQUENT", "TECHNICAL", "MOOD"));
            }
            mess.send(MessyStream.INVITATIONS, suppressed, null);
            if (mess.chance(75)) {
                return;
            }
        }
        if (mess.chance(92)) {
            mess.send(MessyStream.INVITATIONS, about(event(survey, programme, "SENT", at)), null);
        }
        for (String status : new String[] {"SENT", "BOUNCED", "DELIVERED", "OPENED", "STARTED", "EXPIRED"}) {
            at = at.plusSeconds(mess.below(mess.chance(30) ? 300_000 : 3_000) - 60L);
            if (mess.chance(status.equals("SENT") ? 5 : 22)) {
                var event = event(survey, programme, status, at);
                if (mess.chance(5)) {
                    mess.send(MessyStream.INVITATIONS, event.deepCopy(), Duration.ofMinutes(mess.below(3000)));
                }
                mess.send(MessyStream.INVITATIONS, event, null);
            }
        }
    }

    private ObjectNode event(Survey survey, String programme, String status, Instant at) {
        return mess.event(at)
                .put("invitationId", survey.id())
                .put("surveyId", "s1")
                .put("programme", programme)
                .put("customerKey", survey.customer())
                .put("status", status);
    }

    private ObjectNode about(ObjectNode sent) {
        if (mess.chance(40)) {
            sent.put("journeyId", mess.pick(MessyStream.JOURNEYS));
        }
        if (mess.chance(25)) {
            sent.put("journeyInstanceId", mess.instance(sent.path("customerKey").asText()));
        }
        if (mess.chance(30)) {
            sent.put("stepId", mess.step());
        }
        if (mess.chance(50)) {
            sent.putObject("snapshot")
                    .put("channel", mess.pick(MessyStream.CHANNELS))
                    .put("driver", mess.pick(MessyStream.DRIVERS));
        }
        return sent;
    }

    /** Makes an answer one to a survey that was asked, most by the customer who was asked. */
    void answers(ObjectNode answer) {
        var survey = surveys.get(mess.below(surveys.size()));
        answer.put("invitationId", survey.id());
        if (mess.chance(90)) {
            answer.put("customerKey", survey.customer());
        }
        answer.put(
                "occurredAt",
                survey.at().plusSeconds(mess.below(500_000) - 100L).toString());
    }

    /** A survey about a contact, asked some time before its answer. */
    void invited(String id, MessyStream.Contact about, Instant answered) {
        var survey = new Survey(id, about.customer(), answered.minusSeconds(mess.below(100_000)));
        var sent = about(event(survey, "TRANSACTIONAL", "SENT", survey.at()));
        if (mess.chance(40)) {
            sent.put("contactId", about.id());
        }
        if (mess.chance(30) && about.order() != null) {
            sent.put("orderId", about.order());
        }
        if (sent.has("snapshot")) {
            sent.withObject("/snapshot").put("handler", "BOT");
        }
        mess.send(MessyStream.INVITATIONS, sent, null);
        if (mess.chance(30)) {
            mess.send(MessyStream.INVITATIONS, event(survey, "TRANSACTIONAL", "OPENED", answered), null);
        }
    }
}
