package nl.klantstem.replay.story;

import static nl.klantstem.replay.story.Moment.HOUR;
import static nl.klantstem.replay.story.Moment.SECOND;

import java.time.Instant;
import nl.klantstem.contract.in.Channel;
import nl.klantstem.contract.in.ContactEvent;
import nl.klantstem.contract.in.ContactEvent.Direction;
import nl.klantstem.contract.in.ContactEvent.Initiator;
import nl.klantstem.contract.in.Handler;
import nl.klantstem.replay.shop.Draft;
import nl.klantstem.replay.shop.Labels;
import nl.klantstem.replay.story.Trouble.Call;
import nl.klantstem.replay.story.Trouble.Occasion;
import nl.klantstem.topic.Topic;

/** Tells of the contacts about a lost parcel: nobody is asked for proof or forms, before the measures or after. */
final class CallTelling {

    private static final String DRIVER = "delivery/lost";

    private final Telling telling;

    CallTelling(Telling telling) {
        this.telling = telling;
    }

    void tell(Trouble trouble) {
        trouble.calls().forEach(call -> tell(trouble, call));
    }

    private void tell(Trouble trouble, Call call) {
        open(trouble, call);
        long answers = call.endsAt() - call.openedAt() > HOUR ? call.endsAt() - HOUR : call.openedAt() + 40 * SECOND;
        event(trouble, call, 1, ContactEvent.Type.ANSWERED, Math.min(answers, call.endsAt() - SECOND))
                .set("handler", Handler.HUMAN);
        boolean wait = call.waitUntil() > 0;
        Draft end = event(
                        trouble,
                        call,
                        2,
                        wait ? ContactEvent.Type.WAIT_IMPOSED : ContactEvent.Type.RESOLVED,
                        call.endsAt())
                .set("driver", Labels.byAgent(DRIVER))
                .set("resolution", call.resolution())
                .set("proofRequested", false)
                .set("formsRequested", 0);
        if (wait) {
            end.set("waitUntil", Instant.ofEpochMilli(call.waitUntil()).toString());
            event(trouble, call, 3, ContactEvent.Type.CLOSED, call.endsAt() + 20 * SECOND);
        }
    }

    private void open(Trouble trouble, Call call) {
        Draft opened = event(trouble, call, 0, ContactEvent.Type.OPENED, call.openedAt())
                .set("direction", call.outbound() ? Direction.OUTBOUND : Direction.INBOUND)
                .set("channel", call.channel())
                .set("initiator", call.outbound() ? Initiator.CUSTOMER_AGENT : Initiator.CUSTOMER)
                .set("journeyId", Telling.JOURNEY)
                .set("journeyInstanceId", trouble.instanceId())
                .set("stepId", call.stepId())
                .set("orderId", trouble.parcel().orderId())
                .set("shipmentId", trouble.parcel().shipmentId());
        Occasion occasion = call.occasion();
        if (occasion != null) {
            opened.set("occasion", occasion.name())
                    .set("neededBy", occasion.neededBy().toString());
        }
    }

    private Draft event(Trouble trouble, Call call, int seq, ContactEvent.Type type, long at) {
        String source = call.channel() == Channel.EMAIL ? "mail-desk" : "phone-desk";
        return telling.tell(Topic.CONTACT_EVENTS, source, trouble.customerKey(), at)
                .set("contactId", call.contactId())
                .set("seq", seq)
                .set("type", type);
    }
}
