package nl.klantstem.link;

import static nl.klantstem.link.GivenEvents.again;
import static nl.klantstem.link.GivenEvents.answered;
import static nl.klantstem.link.GivenEvents.at;
import static nl.klantstem.link.GivenEvents.invited;
import static nl.klantstem.link.GivenEvents.known;
import static nl.klantstem.link.GivenEvents.ofInstance;
import static nl.klantstem.link.GivenEvents.opened;
import static nl.klantstem.link.GivenEvents.ordered;
import static nl.klantstem.link.GivenEvents.shipped;
import static nl.klantstem.link.GivenEvents.snapshot;
import static nl.klantstem.link.GivenEvents.stepped;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Channel;
import nl.klantstem.contract.in.ContactEvent;
import nl.klantstem.contract.in.DeliveryEvent;
import nl.klantstem.contract.in.Emotion;
import nl.klantstem.contract.in.JourneyStepEvent;
import nl.klantstem.contract.in.OrderEvent;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.in.SurveyResponse;
import nl.klantstem.contract.in.SurveyResponse.StepEmotion;
import nl.klantstem.link.GivenEvents.Stepped;
import nl.klantstem.link.KnownEvent.Invited;
import nl.klantstem.link.KnownEvent.OrderStep;
import nl.klantstem.topic.Topic;

/**
 * A small random history of one customer, with everything that real feeds do. What happens is packed into a few minutes,
 * half minutes apart, so that limits are met exactly; in some a day or an hour more lies between, and some are all about
 * one issue.
 */
final class RandomHistory {

    private static final long DAY = 24 * 60;
    private static final String[] JOURNEYS = {null, "return", "delivery", "no-such"};
    private static final String[] RESOLUTIONS = {
        null, "CREDITED", "INFORMED", "REORDERED_BY_AGENT", "REORDERED_BY_CUSTOMER", "PARCEL_FOUND", "RETURN_ACCEPTED"
    };
    private static final String[] DRIVERS = {
        null, "delivery/late", "delivery/late", "returns/how", "product", "delivery", "no/such"
    };

    private final Random random;
    private final boolean days;
    private final boolean oneIssue;
    private boolean aboutJourneys;
    private long place;

    RandomHistory(Random random) {
        this.random = random;
        this.days = random.nextInt(4) == 0;
        this.oneIssue = random.nextInt(4) == 0;
    }

    List<KnownEvent> events(int most) {
        return events(most, 9);
    }

    /** Mostly of contacts. */
    List<KnownEvent> contacts(int most) {
        return events(most, 22);
    }

    /** Mostly of instances of journeys. */
    List<KnownEvent> journeys(int most) {
        aboutJourneys = true;
        return events(most, 6 + random.nextInt(4));
    }

    private List<KnownEvent> events(int most, int kinds) {
        var events = new ArrayList<KnownEvent>();
        while (events.size() < most) {
            events.add(
                    switch (random.nextInt(kinds)) {
                        case 0 -> answer();
                        case 1 -> invitation();
                        case 2 -> order();
                        case 3 -> shipment();
                        case 4, 5 -> stage();
                        default -> step();
                    });
        }
        return events;
    }

    private KnownEvent answer() {
        String id = "r" + random.nextInt(2);
        long minute = random.nextInt(30) == 0 ? 30 * DAY : minute();
        var answered = answered(id, minute)
                .revision(random.nextInt(3), status(), random.nextInt(8) == 0 ? null : (Integer) random.nextInt(11))
                .journey(pick(JOURNEYS))
                .about(pick(null, null, "k0", "k1"), pick(null, "i0"), pick(null, null, "o0", "o1"))
                .knownAt(minute + random.nextInt(4), place++)
                .late(random.nextInt(4) == 0);
        if (random.nextBoolean()) {
            answered.of(pick(Programme.TRANSACTIONAL, Programme.MYSTERY_SHOP, Programme.PANEL))
                    .way(pick(null, "j0", "j1", "j9"), pick(null, "s0", "s1", "no-such"), emotions());
        }
        // Now and then an id that was given before, also to another response: a duplicate or a conflict.
        return (random.nextInt(4) == 0 ? answered.event("again" + random.nextInt(2)) : answered).answer();
    }

    private StepEmotion[] emotions() {
        var emotions = new StepEmotion[random.nextInt(3)];
        for (int i = 0; i < emotions.length; i++) {
            emotions[i] = new StepEmotion(
                    pick("s0", "s1", "s2", "no-such"), pick(Emotion.JOY, Emotion.ANGER), 1 + random.nextInt(3));
        }
        return emotions;
    }

    private KnownEvent stage() {
        long minute = minute();
        return GivenEvents.stage(
                        pick("j0", "j0", "j1"),
                        pick("s0", "s0", "s1", "s1", "s2", "no-such"),
                        pick(
                                JourneyStepEvent.Kind.STARTED,
                                JourneyStepEvent.Kind.REACHED,
                                JourneyStepEvent.Kind.REACHED,
                                JourneyStepEvent.Kind.COMPLETED,
                                JourneyStepEvent.Kind.CLOSED),
                        occurred(minute))
                .journey(pick("return", "return", "return", "delivery", "no-such"))
                .felt(
                        pick(null, JourneyStepEvent.Experience.values()[random.nextInt(3)]),
                        pick(null, Emotion.SURPRISE, Emotion.ANGER))
                .knownAt(Math.max(0, minute + pick(0, 0, 1, 2, 5, -1)), place++)
                .late(random.nextInt(4) == 0)
                .step();
    }

    private KnownEvent step() {
        String id = "k" + random.nextInt(oneIssue ? 4 : 3);
        long minute = minute();
        long known = Math.max(0, minute + pick(0, 0, 0, 1, 1, 2, 3, 15, -1));
        var step = random.nextInt(5) < 2 ? opening(id, minute) : following(id, minute);
        step.event(random.nextInt(6) == 0 ? "again" + random.nextInt(2) : "e" + place)
                .second(pick(0, 0, 10, 20, 30, 30, 40))
                .knownAt(known, place++)
                .late(random.nextInt(4) == 0);
        if (random.nextInt(3) == 0) {
            step.servicePartner(pick("sp-1", "sp-2", "no-such", " "))
                    .routed(pick(null, "PLATFORM", "PARTNER"), pick(null, "PLATFORM", "PARTNER"))
                    .demand(
                            pick(null, "VALUE", "FAILURE", "UNKNOWN"),
                            pick(null, "OWN_ERROR"),
                            pick(null, "sales", "x"))
                    .resolved(pick(RESOLUTIONS))
                    .proof(pick(null, true, false))
                    .waits(random.nextInt(4) == 0)
                    .waitsUntil(pick(null, null, occurred(minute + 3)));
        }
        return step.step();
    }

    private Stepped opening(String id, long minute) {
        var opened = opened(id, minute)
                .by(pick("PHONE", "PHONE", "CHAT", "EMAIL", "BOT", null), pick(null, null, "BOT", "HUMAN"))
                .because(pick(DRIVERS), random.nextBoolean())
                .sure(pick(4_999, 5_000, 7_999, 8_000))
                .of(random.nextInt(8) == 0 ? Audience.PARTNER : Audience.CUSTOMER)
                .journey(pick(JOURNEYS))
                .instance(aboutJourneys ? pick("j0", "j0", "j1", null) : pick(null, null, "j0"))
                .atStep(pick(null, null, "s0", "s1", "s2", "no-such"))
                .order(pick(null, "o0", "o0", "o1"))
                .shipment(pick(null, null, null, "s0"));
        if (oneIssue) {
            return opened.because("delivery/late", true).instance(null).order(null);
        }
        return random.nextInt(6) == 0 ? opened.outbound() : opened;
    }

    private Stepped following(String id, long minute) {
        var step = stepped(id, random.nextInt(6), type(), minute)
                .by(null, pick(null, null, "BOT", "HUMAN"))
                .reason(pick(null, "COMPLEX", "EMOTIONAL"));
        return random.nextInt(3) > 0
                ? step
                : step.because(pick(DRIVERS), random.nextBoolean())
                        .sure(pick(null, 4_999, 5_000, 8_000))
                        .journey(pick(JOURNEYS))
                        .instance(pick(null, "j0", "j1"))
                        .atStep(pick(null, null, "s1", "s2"))
                        .order(pick(null, null, "o0", "o1"))
                        .shipment(pick(null, null, "s0", "s1"));
    }

    /** Any type, those that the state machine turns on more often. */
    private ContactEvent.Type type() {
        return random.nextBoolean()
                ? pick(ContactEvent.Type.values())
                : pick(
                        ContactEvent.Type.ANSWERED,
                        ContactEvent.Type.CLOSED,
                        ContactEvent.Type.ABANDONED,
                        ContactEvent.Type.BOT_STARTED,
                        ContactEvent.Type.HUMAN_REQUESTED,
                        ContactEvent.Type.QUEUED,
                        ContactEvent.Type.REOPENED);
    }

    private KnownEvent invitation() {
        Invited invited = invited(
                "i0",
                minute(),
                place++,
                pick(null, "k0", "k2"),
                pick(null, "o0"),
                random.nextBoolean() ? null : snapshot(Channel.EMAIL, pick(DRIVERS)));
        return ofInstance(invited, pick(JOURNEYS), pick(null, "j0", "j1"));
    }

    private KnownEvent order() {
        long minute = minute();
        OrderStep ordered = ordered(
                "o" + random.nextInt(2),
                random.nextInt(aboutJourneys ? 2 : 3) > 0 ? OrderEvent.Type.PLACED : pick(OrderEvent.Type.values()),
                occurred(minute),
                promised(minute),
                known(minute + random.nextInt(4), Topic.ORDER_EVENTS.rank(), place++));
        return again(ordered, pick(null, "o0", "o1"), pick(OrderEvent.PlacedBy.values()));
    }

    private KnownEvent shipment() {
        long minute = minute();
        return shipped(
                "s" + random.nextInt(2),
                "o" + random.nextInt(2),
                pick(DeliveryEvent.Type.values()),
                occurred(minute),
                promised(minute),
                known(minute + random.nextInt(4), Topic.DELIVERY_EVENTS.rank(), place++));
    }

    private Instant occurred(long minute) {
        return at(minute).plusSeconds(random.nextInt(3) * 30L);
    }

    private Instant promised(long minute) {
        return random.nextInt(3) == 0 ? null : occurred(minute + pick(-1, 0, 0, 1, 2, 8));
    }

    private long minute() {
        long minute = random.nextInt(10);
        if (days && random.nextInt(4) == 0) {
            return minute + pick(DAY, DAY + 60);
        }
        return random.nextInt(12) == 0 ? minute + pick(20, 30) : minute;
    }

    private SurveyResponse.Status status() {
        return random.nextInt(3) > 0
                ? SurveyResponse.Status.COMPLETE
                : SurveyResponse.Status.values()[random.nextInt(SurveyResponse.Status.values().length)];
    }

    @SafeVarargs
    private <T> T pick(T... of) {
        return of[random.nextInt(of.length)];
    }
}
