package nl.klantstem.link;

import static nl.klantstem.link.GivenEvents.answered;
import static nl.klantstem.link.GivenEvents.invited;
import static nl.klantstem.link.GivenEvents.opened;
import static nl.klantstem.link.GivenEvents.ordered;
import static nl.klantstem.link.GivenEvents.shipped;
import static nl.klantstem.link.GivenEvents.snapshot;
import static nl.klantstem.link.GivenEvents.stepped;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nl.klantstem.contract.in.Channel;
import nl.klantstem.contract.in.ContactEvent;
import nl.klantstem.contract.in.DeliveryEvent;
import nl.klantstem.contract.in.OrderEvent;
import nl.klantstem.contract.in.SurveyResponse;

/** A small random history of one customer, with everything that real feeds do. */
final class RandomHistory {

    private static final String[] JOURNEYS = {null, "return", "delivery", "no-such"};
    private static final String[] DRIVERS = {null, "delivery/late", "returns/how", "product", "delivery", "no/such"};

    private final Random random;
    private long place;

    RandomHistory(Random random) {
        this.random = random;
    }

    List<KnownEvent> events(int most) {
        var events = new ArrayList<KnownEvent>();
        while (events.size() < most) {
            KnownEvent event =
                    switch (random.nextInt(7)) {
                        case 0, 1 -> answer();
                        case 2, 3 -> step();
                        case 4 -> invitation();
                        case 5 -> order();
                        default -> shipment();
                    };
            events.add(event);
        }
        return events;
    }

    private KnownEvent answer() {
        String id = "r" + random.nextInt(2);
        long minute = random.nextInt(30) == 0 ? 30 * 24 * 60 : random.nextInt(10);
        var answered = answered(id, minute)
                .revision(random.nextInt(3), status(), random.nextInt(8) == 0 ? null : (Integer) random.nextInt(11))
                .journey(pick(JOURNEYS))
                .about(pick(null, null, "k0", "k1"), pick(null, "i0"), pick(null, null, "o0", "o1"))
                .knownAt(minute + random.nextInt(4), place++);
        // Now and then an id that was given before, also to another response: a duplicate or a conflict.
        return (random.nextInt(4) == 0 ? answered.event("again" + random.nextInt(2)) : answered).answer();
    }

    private KnownEvent step() {
        String id = "k" + random.nextInt(3);
        long minute = random.nextInt(10);
        var step = random.nextBoolean()
                ? opened(id, minute).by(pick("PHONE", "CHAT", null), pick(null, "BOT", "HUMAN"))
                : stepped(id, 1 + random.nextInt(3), type(), minute).by(null, pick(null, "BOT", "HUMAN"));
        step.because(pick(DRIVERS), random.nextBoolean())
                .journey(pick(JOURNEYS))
                .order(pick(null, "o0", "o1"))
                .knownAt(minute + random.nextInt(4), place++);
        return (random.nextInt(4) == 0 ? step.event("again" + random.nextInt(2)) : step).step();
    }

    private KnownEvent invitation() {
        return invited(
                "i0",
                random.nextInt(10),
                place++,
                pick(null, "k0", "k2"),
                pick(null, "o0"),
                random.nextBoolean() ? null : snapshot(Channel.EMAIL, pick(DRIVERS)));
    }

    private KnownEvent order() {
        return ordered("o" + random.nextInt(2), pick(OrderEvent.Type.values()), random.nextInt(10), place++);
    }

    private KnownEvent shipment() {
        return shipped("s" + random.nextInt(2), pick(DeliveryEvent.Type.values()), random.nextInt(10), place++);
    }

    private SurveyResponse.Status status() {
        return random.nextInt(3) > 0
                ? SurveyResponse.Status.COMPLETE
                : SurveyResponse.Status.values()[random.nextInt(SurveyResponse.Status.values().length)];
    }

    private ContactEvent.Type type() {
        return pick(ContactEvent.Type.DRIVER_CORRECTED, ContactEvent.Type.ANSWERED, ContactEvent.Type.OPENED);
    }

    @SafeVarargs
    private <T> T pick(T... of) {
        return of[random.nextInt(of.length)];
    }
}
