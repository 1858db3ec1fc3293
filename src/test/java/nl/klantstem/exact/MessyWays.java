package nl.klantstem.exact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;

/**
 * Customers on their way through journeys: two at once, steps out of order, twice, left out or of no journey, ends that are
 * missing, come first or come twice; some began long ago and are told now.
 */
final class MessyWays {

    private static final int[] SECONDS = {0, 1, 59, 60, 61, 600, 5_000, 40_000, 90_000, 200_000};

    private final MessyStream mess;

    MessyWays(MessyStream mess) {
        this.mess = mess;
    }

    void tell(int ways) {
        for (int i = 0; i < ways; i++) {
            String customer = mess.customer();
            way(customer, mess.instance(customer));
        }
    }

    private void way(String customer, String instance) {
        String journey = mess.pick(MessyStream.JOURNEYS);
        Duration ago = mess.chance(10) ? Duration.ofDays(mess.below(60)) : Duration.ZERO;
        var at = mess.moment().minus(ago);
        for (int step = mess.chance(80) ? 0 : 1; step < 6 && !mess.chance(15); step++) {
            at = at.plusSeconds(SECONDS[mess.below(SECONDS.length)]);
            String id = mess.chance(85) ? String.valueOf(step) : mess.step();
            String named = mess.chance(96) ? journey : mess.pick(MessyStream.JOURNEYS);
            if (mess.chance(70)) {
                send(event(customer, instance, named, id, step == 0 ? "STARTED" : "REACHED", at), ago);
            }
            if (mess.chance(50)) {
                at = at.plusSeconds(SECONDS[mess.below(SECONDS.length)]);
                send(event(customer, instance, named, id, "COMPLETED", at), ago);
            }
            if (mess.chance(10)) {
                at = at.minusSeconds(mess.below(100_000));
            }
        }
        for (int ends = mess.below(10) - 6; ends > 0; ends -= 2) {
            at = at.plusSeconds(SECONDS[mess.below(SECONDS.length)] - 10L);
            send(event(customer, instance, journey, mess.step(), "CLOSED", at), ago);
        }
    }

    private ObjectNode event(String customer, String instance, String journey, String step, String kind, Instant at) {
        var event = mess.event(at)
                .put("journeyId", journey)
                .put("journeyInstanceId", instance)
                .put("stepId", step)
                .put("kind", kind)
                .put("customerKey", customer);
        if (mess.chance(30)) {
            // One that nobody knows costs the field, not the step.
            event.put("experience", mess.pick("POSITIVE", "NEUTRAL", "NEGATIVE", "NEGATIVE", "MEH"));
        }
        if (mess.chance(25)) {
            event.put("emotion", mess.pick(MessyStream.EMOTIONS));
        }
        return event;
    }

    private void send(ObjectNode event, Duration ago) {
        if (mess.chance(3)) {
            mess.send(MessyStream.STEPS, event.deepCopy(), ago.plusSeconds(mess.below(200_000)));
        }
        mess.send(MessyStream.STEPS, event, ago.isZero() ? null : ago.plusSeconds(mess.below(100_000)));
    }
}
