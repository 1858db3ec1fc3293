package nl.klantstem.exact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;

/** Steps of journeys that are skipped, told twice or out of order, of journeys and steps that nobody knows, and of other customers. */
final class MessySteps {

    private static final String[] KINDS = {"REACHED", "REACHED", "COMPLETED", "COMPLETED", "CLOSED"};
    private static final String[] EXPERIENCES = {"POSITIVE", "NEUTRAL", "NEGATIVE", "MIXED"};
    private static final String[] EMOTIONS = {"JOY", "SURPRISE", "ANGER", "FRUSTRATION", "BOREDOM"};

    private final MessyStream mess;

    MessySteps(MessyStream mess) {
        this.mess = mess;
    }

    /** A few for every contact, of the instances that contacts name too. */
    void tell(int size) {
        for (int i = 0; i < size / 3; i++) {
            String customer = mess.customer();
            String instance = "instance-" + customer + "-" + mess.below(2);
            Instant at = mess.moment();
            String journey = mess.pick(MessyStream.JOURNEYS);
            step(mess.chance(95) ? customer : mess.customer(), instance, journey, 0, "STARTED", at);
            for (int steps = mess.below(5); steps > 0; steps--) {
                at = at.plusSeconds(mess.below(60_000));
                step(customer, instance, journey, mess.below(7), mess.pick(KINDS), at);
            }
        }
    }

    private void step(String customer, String instance, String journey, int step, String kind, Instant at) {
        ObjectNode event = mess.event(at)
                .put("journeyId", mess.chance(95) ? journey : mess.pick(MessyStream.JOURNEYS))
                .put("journeyInstanceId", instance)
                .put("stepId", String.valueOf(step))
                .put("kind", kind)
                .put("customerKey", customer);
        if (mess.chance(30)) {
            event.put("experience", mess.pick(EXPERIENCES));
        }
        if (mess.chance(20)) {
            event.put("emotion", mess.pick(EMOTIONS));
        }
        mess.send(MessyStream.STEPS, event, mess.chance(10) ? Duration.ofMinutes(mess.below(3000)) : null);
        if (mess.chance(4)) {
            mess.send(MessyStream.STEPS, event.deepCopy(), Duration.ofMinutes(mess.below(900)));
        }
    }
}
