package nl.klantstem.exact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens to a contact after it opened, in whatever order: bot and people, queues, ends that are missing or too many. */
final class MessyLife {

    private static final int[] SECONDS = {0, 3, 9, 10, 11, 30, 59, 60, 61, 119, 120, 121, 300, 301, 900, 5_000, 40_000};

    private static final String[] RESOLUTIONS = {
        "INFORMED",
        "CREDITED",
        "GIFT",
        "REORDERED_BY_AGENT",
        "REORDERED_BY_CUSTOMER",
        "PARCEL_FOUND",
        "RETURN_ACCEPTED",
        "OBLIGATION_WAIVED"
    };

    private final MessyStream mess;
    private final MessyStream.Contact contact;
    private final int whoNames;
    private Instant at;
    private int seq = 1;

    MessyLife(MessyStream mess, MessyStream.Contact contact, int whoNames) {
        this.mess = mess;
        this.contact = contact;
        this.whoNames = whoNames;
        this.at = contact.at();
    }

    void tell() {
        if (mess.chance(25)) {
            happens("BOT_STARTED", null);
        }
        if (mess.chance(30)) {
            var recognised = step("INTENT_RECOGNIZED");
            recognised
                    .putObject("intent")
                    .put("code", mess.pick(MessyStream.DRIVERS))
                    .put("confidence", mess.below(101) / 100.0)
                    .put("modelVersion", "m1");
            mess.send(MessyStream.CONTACTS, recognised, null);
        }
        if (mess.chance(15)) {
            happens("HUMAN_REQUESTED", "humanReason");
        }
        if (mess.chance(12)) {
            happens("HANDED_OVER", null);
        }
        if (mess.chance(20)) {
            happens("QUEUED", null);
        }
        if (mess.chance(40)) {
            happens("ROUTED", "routedTo");
        }
        people();
        end();
        if (mess.chance(8)) {
            happens("REOPENED", null);
            people();
            end();
        }
    }

    private void people() {
        if (mess.chance(55)) {
            happens("ANSWERED", "handler");
        }
        if (mess.chance(10)) {
            happens("TRANSFERRED", mess.chance(50) ? "routedTo" : "servicePartnerId");
        }
        if (mess.chance(8)) {
            happens("WAIT_IMPOSED", mess.chance(50) ? "waitUntil" : null);
        }
    }

    private void end() {
        for (int ends = mess.below(4); ends > 1 || (ends == 1 && mess.chance(80)); ends--) {
            happens(mess.pick("RESOLVED", "CLOSED", "ABANDONED"), mess.chance(40) ? "resolution" : null);
        }
    }

    private ObjectNode step(String type) {
        at = at.plusSeconds(mess.chance(8) ? -mess.below(60) : SECONDS[mess.below(SECONDS.length)])
                .plusMillis(mess.chance(30) ? mess.below(1000) : 0);
        int place = mess.chance(5) ? Math.max(0, seq - 1 - mess.below(3)) : seq;
        seq += mess.chance(20) ? 2 : 1;
        return mess.step(contact, place, type, at, whoNames < 7);
    }

    private void happens(String type, @Nullable String field) {
        var event = step(type);
        if (field != null && mess.chance(85)) {
            give(event, field);
        }
        if (mess.chance(15)) {
            give(
                    event,
                    mess.pick(
                            "servicePartnerId",
                            "demandType",
                            "avoidableCause",
                            "owningDepartment",
                            "handler",
                            "forms",
                            "journeyId",
                            "journeyInstanceId",
                            "stepId",
                            "waitUntil"));
        }
        mess.send(MessyStream.CONTACTS, event, null);
    }

    private void give(ObjectNode event, String field) {
        switch (field) {
            case "humanReason" -> event.put(field, mess.pick("COMPLEX", "EMOTIONAL", "PREFERENCE"));
            case "routedTo" -> event.put(field, mess.pick("PLATFORM", "PARTNER"));
            case "handler" -> event.put(field, mess.pick("HUMAN", "HUMAN", "HUMAN", "BOT"));
            case "servicePartnerId" ->
                event.put(field, mess.pick("service-partner-1", "service-partner-2", "service-partner-9"));
            case "waitUntil" ->
                event.put(field, at.plusSeconds(mess.below(400_000) - 2_000L).toString());
            // One that nobody knows costs the field, not the contact.
            case "resolution" -> event.put(field, mess.pick(RESOLUTIONS));
            case "demandType" -> event.put(field, mess.pick("VALUE", "FAILURE", "UNKNOWN"));
            case "avoidableCause" -> event.put(field, mess.pick("CARRIER", "OWN_ERROR", "OTHER"));
            case "owningDepartment" -> event.put(field, mess.pick("finance", "logistics", "gardening"));
            case "forms" -> event.put("formsRequested", mess.below(3)).put("proofRequested", mess.chance(50));
            case "journeyId" -> event.put(field, mess.pick(MessyStream.JOURNEYS));
            case "journeyInstanceId" -> event.put(field, mess.instance(contact.customer()));
            case "stepId" -> event.put(field, mess.step());
            default -> throw new IllegalArgumentException(field);
        }
    }
}
