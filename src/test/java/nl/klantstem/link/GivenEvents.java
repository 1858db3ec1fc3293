package nl.klantstem.link;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Channel;
import nl.klantstem.contract.in.ContactEvent;
import nl.klantstem.contract.in.DeliveryEvent;
import nl.klantstem.contract.in.Emotion;
import nl.klantstem.contract.in.JourneyStepEvent;
import nl.klantstem.contract.in.OrderEvent;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.in.SurveyInvitation;
import nl.klantstem.contract.in.SurveyResponse;
import nl.klantstem.contract.in.SurveyResponse.ExperienceValue;
import nl.klantstem.contract.in.SurveyResponse.StepEmotion;
import nl.klantstem.link.KnownEvent.Answer;
import nl.klantstem.link.KnownEvent.ContactStep;
import nl.klantstem.link.KnownEvent.Experienced;
import nl.klantstem.link.KnownEvent.Identity;
import nl.klantstem.link.KnownEvent.Invited;
import nl.klantstem.link.KnownEvent.JourneyStep;
import nl.klantstem.link.KnownEvent.OrderStep;
import nl.klantstem.link.KnownEvent.ShipmentStep;
import nl.klantstem.link.KnownEvent.Snapshot;
import nl.klantstem.topic.Topic;

/** Events of one customer, made with what matters to linking; minutes count from noon of 2 March 2026. */
final class GivenEvents {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private GivenEvents() {}

    static Known known(long minute, int topic, long place) {
        return known(minute, topic, place, false);
    }

    private static Known known(long minute, int topic, long place, boolean late) {
        return new Known(NOON.plusSeconds(minute * 60 + place % 60).toEpochMilli(), topic, place, late);
    }

    static Instant at(long minute) {
        return NOON.plusSeconds(minute * 60);
    }

    /** An answer, to be told further. */
    static final class Answered {
        private final String responseId;
        private final long minute;
        private String eventId;
        private long knownAt;
        private long place;
        private boolean late;
        private int revision;
        private SurveyResponse.Status status = SurveyResponse.Status.COMPLETE;
        private Integer nps = 9;
        private String journeyId;
        private String contactId;
        private String invitationId;
        private String orderId;
        private Programme programme = Programme.TRANSACTIONAL;
        private Experienced experienced = Experienced.NOTHING;

        private Answered(String responseId, long minute) {
            this.responseId = responseId;
            this.minute = minute;
            this.knownAt = minute;
            this.eventId = responseId;
        }

        Answered event(String id) {
            eventId = id;
            return this;
        }

        Answered knownAt(long known, long inLog) {
            knownAt = known;
            place = inLog;
            return this;
        }

        Answered late(boolean afterItsWindows) {
            late = afterItsWindows;
            return this;
        }

        Answered revision(int number, SurveyResponse.Status newStatus, Integer score) {
            eventId = responseId + "#" + number;
            revision = number;
            status = newStatus;
            nps = score;
            return this;
        }

        Answered journey(String id) {
            journeyId = id;
            return this;
        }

        Answered about(String contact, String invitation, String order) {
            contactId = contact;
            invitationId = invitation;
            orderId = order;
            return this;
        }

        Answered of(Programme one) {
            programme = one;
            return this;
        }

        /** The instance of a journey that it names and what it says of it. */
        Answered way(String instance, String stepId, StepEmotion... emotions) {
            experienced = new Experienced(instance, stepId, List.of(emotions), experienced.values());
            return this;
        }

        Answered value(ExperienceValue value, int score) {
            experienced = new Experienced(
                    experienced.journeyInstanceId(),
                    experienced.stepId(),
                    experienced.emotions(),
                    Map.of(value, score));
            return this;
        }

        Answer answer() {
            int content = List.of(responseId, minute, revision, status, String.valueOf(nps))
                    .hashCode();
            return new Answer(
                    new Identity("test", eventId, content),
                    known(knownAt, 0, place, late),
                    at(minute),
                    responseId,
                    revision,
                    status,
                    programme,
                    Audience.CUSTOMER,
                    nps,
                    null,
                    null,
                    journeyId,
                    contactId,
                    invitationId,
                    orderId,
                    experienced);
        }
    }

    static Answered answered(String responseId, long minute) {
        return new Answered(responseId, minute);
    }

    /** A step of a contact, to be told further. */
    static final class Stepped {
        private final String contactId;
        private final int seq;
        private final ContactEvent.Type type;
        private final long minute;
        private int second;
        private String eventId;
        private long knownAt;
        private long place;
        private boolean late;
        private Audience audience = Audience.CUSTOMER;
        private String channel;
        private String handler;
        private String driver;
        private boolean intent;
        private String journeyId;
        private String orderId;
        private String shipmentId;
        private String journeyInstanceId;
        private String stepId;
        private Instant waitUntil;
        private String servicePartnerId;
        private String routedTo;
        private String fulfilment;
        private String demandType;
        private String avoidableCause;
        private String owningDepartment;
        private String resolution;
        private String humanReason;
        private Integer confidence = 9_000;
        private Boolean proofAsked;
        private boolean waitImposed;
        private boolean outbound;

        private Stepped(String contactId, int seq, ContactEvent.Type type, long minute) {
            this.contactId = contactId;
            this.seq = seq;
            this.type = type;
            this.minute = minute;
            this.knownAt = minute;
            this.eventId = contactId + "/" + seq;
        }

        Stepped event(String id) {
            eventId = id;
            return this;
        }

        Stepped knownAt(long known, long inLog) {
            knownAt = known;
            place = inLog;
            return this;
        }

        Stepped late(boolean afterItsWindows) {
            late = afterItsWindows;
            return this;
        }

        /** So many seconds after its minute. */
        Stepped second(int seconds) {
            second = seconds;
            return this;
        }

        Stepped of(Audience whose) {
            audience = whose;
            return this;
        }

        Stepped by(String channelName, String handlerName) {
            channel = channelName;
            handler = handlerName;
            return this;
        }

        Stepped because(String code, boolean recognised) {
            driver = code;
            intent = recognised;
            return this;
        }

        Stepped journey(String id) {
            journeyId = id;
            return this;
        }

        Stepped order(String id) {
            orderId = id;
            return this;
        }

        Stepped shipment(String id) {
            shipmentId = id;
            return this;
        }

        Stepped instance(String id) {
            journeyInstanceId = id;
            return this;
        }

        /** The step of the journey. */
        Stepped atStep(String step) {
            stepId = step;
            return this;
        }

        Stepped waitsUntil(Instant until) {
            waitImposed |= until != null;
            waitUntil = until;
            return this;
        }

        Stepped outbound() {
            outbound = true;
            return this;
        }

        Stepped servicePartner(String id) {
            servicePartnerId = id;
            return this;
        }

        Stepped routed(String party, String fulfilledBy) {
            routedTo = party;
            fulfilment = fulfilledBy;
            return this;
        }

        Stepped sure(Integer tenThousandths) {
            confidence = tenThousandths;
            return this;
        }

        Stepped demand(String type, String cause, String department) {
            demandType = type;
            avoidableCause = cause;
            owningDepartment = department;
            return this;
        }

        Stepped waits(boolean imposed) {
            waitImposed = imposed;
            return this;
        }

        Stepped resolved(String how) {
            resolution = how;
            return this;
        }

        Stepped reason(String why) {
            humanReason = why;
            return this;
        }

        Stepped proof(Boolean asked) {
            proofAsked = asked;
            return this;
        }

        ContactStep step() {
            int content = List.of(contactId, seq, type, minute, second, String.valueOf(driver), String.valueOf(channel))
                    .hashCode();
            return new ContactStep(
                    new Identity("test", eventId, content),
                    known(knownAt, 1, place, late),
                    at(minute).plusSeconds(second),
                    contactId,
                    seq,
                    type,
                    audience,
                    type == ContactEvent.Type.OPENED
                            ? (outbound ? ContactEvent.Direction.OUTBOUND : ContactEvent.Direction.INBOUND).name()
                            : null,
                    channel,
                    handler,
                    servicePartnerId,
                    routedTo,
                    fulfilment,
                    driver,
                    intent || driver == null,
                    intent ? driver : null,
                    intent ? confidence : null,
                    demandType,
                    avoidableCause,
                    owningDepartment,
                    journeyId,
                    journeyInstanceId,
                    stepId,
                    orderId,
                    shipmentId,
                    resolution,
                    humanReason,
                    waitImposed || type == ContactEvent.Type.WAIT_IMPOSED,
                    waitUntil,
                    proofAsked,
                    null);
        }
    }

    static Stepped opened(String contactId, long minute) {
        return new Stepped(contactId, 0, ContactEvent.Type.OPENED, minute).by("PHONE", null);
    }

    static Stepped stepped(String contactId, int seq, ContactEvent.Type type, long minute) {
        return new Stepped(contactId, seq, type, minute);
    }

    static Invited invited(String invitationId, long minute, long place, String contactId, String orderId) {
        return invited(invitationId, minute, place, contactId, orderId, null);
    }

    static Invited invited(
            String invitationId, long minute, long place, String contactId, String orderId, Snapshot snapshot) {
        return new Invited(
                new Identity(
                        "test",
                        invitationId + "/" + minute,
                        String.valueOf(snapshot).hashCode()),
                known(minute, 2, place),
                at(minute),
                invitationId,
                Programme.TRANSACTIONAL,
                Audience.CUSTOMER,
                SurveyInvitation.Status.SENT,
                null,
                contactId,
                orderId,
                null,
                null,
                snapshot);
    }

    /** An invitation that names an instance of a journey. */
    static Invited ofInstance(Invited invited, String journeyId, String instance) {
        return new Invited(
                invited.id(),
                invited.at(),
                invited.occurredAt(),
                invited.invitationId(),
                invited.programme(),
                invited.audience(),
                invited.status(),
                invited.suppressionReason(),
                invited.contactId(),
                invited.orderId(),
                journeyId,
                instance,
                invited.snapshot());
    }

    /** A step on the way through an instance of a journey, to be told further. */
    static final class Stage {
        private final String instance;
        private final String stepId;
        private final JourneyStepEvent.Kind kind;
        private final Instant occurred;
        private String journey = "return";
        private long knownAt;
        private long place;
        private boolean late;
        private JourneyStepEvent.Experience experience;
        private Emotion emotion;

        private Stage(String instance, String stepId, JourneyStepEvent.Kind kind, Instant occurred) {
            this.instance = instance;
            this.stepId = stepId;
            this.kind = kind;
            this.occurred = occurred;
            this.knownAt = (occurred.getEpochSecond() - NOON.getEpochSecond()) / 60;
        }

        Stage journey(String id) {
            journey = id;
            return this;
        }

        Stage knownAt(long known, long inLog) {
            knownAt = known;
            place = inLog;
            return this;
        }

        Stage late(boolean afterItsWindows) {
            late = afterItsWindows;
            return this;
        }

        Stage felt(JourneyStepEvent.Experience how, Emotion what) {
            experience = how;
            emotion = what;
            return this;
        }

        JourneyStep step() {
            String eventId = instance + "/" + stepId + "/" + kind + "/" + place + "/" + occurred;
            return new JourneyStep(
                    new Identity("test", eventId, eventId.hashCode()),
                    known(knownAt, Topic.JOURNEY_STEP_EVENTS.rank(), place, late),
                    occurred,
                    instance,
                    journey,
                    stepId,
                    kind,
                    Audience.CUSTOMER,
                    experience,
                    emotion);
        }
    }

    /** In the journey "return" unless told otherwise. */
    static Stage stage(String instance, String stepId, JourneyStepEvent.Kind kind, long minute) {
        return stage(instance, stepId, kind, at(minute));
    }

    static Stage stage(String instance, String stepId, JourneyStepEvent.Kind kind, Instant occurred) {
        return new Stage(instance, stepId, kind, occurred);
    }

    /** An order that was placed again. */
    static OrderStep again(OrderStep order, String reorderOf, OrderEvent.PlacedBy by) {
        return new OrderStep(
                order.id(),
                order.at(),
                order.occurredAt(),
                order.orderId(),
                order.type(),
                order.audience(),
                order.promisedTo(),
                reorderOf,
                by);
    }

    static OrderStep ordered(String orderId, OrderEvent.Type type, long minute, long place) {
        return new OrderStep(
                new Identity("test", orderId + "/" + type + "/" + minute, type.ordinal()),
                known(minute, Topic.ORDER_EVENTS.rank(), place),
                at(minute),
                orderId,
                type,
                Audience.CUSTOMER,
                at(minute + 24 * 60),
                null,
                OrderEvent.PlacedBy.CUSTOMER);
    }

    /** As it was placed or changed, with its promise (or null). */
    static OrderStep ordered(String orderId, OrderEvent.Type type, Instant occurred, Instant promised, Known known) {
        return new OrderStep(
                new Identity("test", orderId + "/" + type + "/" + known.place(), type.ordinal()),
                known,
                occurred,
                orderId,
                type,
                Audience.CUSTOMER,
                promised,
                null,
                OrderEvent.PlacedBy.CUSTOMER);
    }

    static ShipmentStep shipped(String shipmentId, DeliveryEvent.Type type, long minute, long place) {
        return new ShipmentStep(
                new Identity("test", shipmentId + "/" + type + "/" + minute, type.ordinal()),
                known(minute, Topic.DELIVERY_EVENTS.rank(), place),
                at(minute),
                shipmentId,
                "o0",
                type,
                Audience.CUSTOMER,
                "carrier-1",
                "north",
                null);
    }

    static Snapshot snapshot(Channel channel, String driver) {
        return new Snapshot(channel, "HUMAN", "sp-1", driver, "PLATFORM", "INFORMED");
    }

    /** An order's shipment on its way, with its promise (or null). */
    static ShipmentStep shipped(
            String shipmentId,
            String orderId,
            DeliveryEvent.Type type,
            Instant occurred,
            Instant promised,
            Known known) {
        boolean even = known.place() % 2 == 0;
        return new ShipmentStep(
                new Identity("test", shipmentId + "/" + type + "/" + known.place(), type.ordinal()),
                known,
                occurred,
                shipmentId,
                orderId,
                type,
                Audience.CUSTOMER,
                known.place() % 5 == 0 ? "no-such" : "carrier-" + (1 + known.place() % 2),
                even ? "north" : null,
                promised);
    }
}
