package nl.klantstem.link;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
import org.jspecify.annotations.Nullable;

/** What the timeline keeps of an event: what linking and counting need, and nothing a customer wrote. */
sealed interface KnownEvent {

    Identity id();

    Known at();

    Instant occurredAt();

    /** The id of the response, contact, invitation, order, shipment or journey instance whose story it is part of. */
    String about();

    /** What makes an event the same again, and a mark of its content that tells a conflict from a plain repeat. */
    record Identity(String source, String eventId, int content) {
        boolean sameEvent(Identity other) {
            return eventId.equals(other.eventId) && source.equals(other.source);
        }
    }

    /** A revision of a response. */
    record Answer(
            Identity id,
            Known at,
            Instant occurredAt,
            String responseId,
            int revision,
            SurveyResponse.Status status,
            Programme programme,
            Audience audience,
            @Nullable Integer nps,
            @Nullable Integer csat,
            @Nullable Integer ces,
            @Nullable String journeyId,
            @Nullable String contactId,
            @Nullable String invitationId,
            @Nullable String orderId,
            Experienced experienced)
            implements KnownEvent {

        @Override
        public String about() {
            return responseId;
        }
    }

    /** What a response says of the way through a journey: the instance and the step it names, its emotions and values. */
    record Experienced(
            @Nullable String journeyInstanceId,
            @Nullable String stepId,
            List<StepEmotion> emotions,
            Map<ExperienceValue, Integer> values) {
        static final Experienced NOTHING = new Experienced(null, null, List.of(), Map.of());

        public Experienced {
            emotions = List.copyOf(emotions);
            values = Collections.unmodifiableMap(new TreeMap<>(values));
        }
    }

    /**
     * A step in the life of a contact; {@code original} is kept while its customer is not known. {@code confidence} of the
     * intent is in ten-thousandths.
     */
    record ContactStep(
            Identity id,
            Known at,
            Instant occurredAt,
            String contactId,
            int seq,
            ContactEvent.Type type,
            Audience audience,
            @Nullable String direction,
            @Nullable String channel,
            @Nullable String handler,
            @Nullable String servicePartnerId,
            @Nullable String routedTo,
            @Nullable String fulfilment,
            @Nullable String driver,
            boolean driverIsIntent,
            @Nullable String intent,
            @Nullable Integer confidence,
            @Nullable String demandType,
            @Nullable String avoidableCause,
            @Nullable String owningDepartment,
            @Nullable String journeyId,
            @Nullable String journeyInstanceId,
            @Nullable String stepId,
            @Nullable String orderId,
            @Nullable String shipmentId,
            @Nullable String resolution,
            @Nullable String humanReason,
            boolean waitImposed,
            @Nullable Instant waitUntil,
            @Nullable Boolean proofAsked,
            byte @Nullable [] original)
            implements KnownEvent {

        @Override
        public String about() {
            return contactId;
        }
    }

    /** An invitation with the contact as it stood when the survey was sent. */
    record Invited(
            Identity id,
            Known at,
            Instant occurredAt,
            String invitationId,
            Programme programme,
            Audience audience,
            SurveyInvitation.Status status,
            @Nullable String suppressionReason,
            @Nullable String contactId,
            @Nullable String orderId,
            @Nullable String journeyId,
            @Nullable String journeyInstanceId,
            @Nullable Snapshot snapshot)
            implements KnownEvent {

        @Override
        public String about() {
            return invitationId;
        }
    }

    /** What befell an order. */
    record OrderStep(
            Identity id,
            Known at,
            Instant occurredAt,
            String orderId,
            OrderEvent.Type type,
            Audience audience,
            @Nullable Instant promisedTo,
            @Nullable String reorderOf,
            OrderEvent.PlacedBy placedBy)
            implements KnownEvent {

        @Override
        public String about() {
            return orderId;
        }
    }

    /** What befell a shipment. */
    record ShipmentStep(
            Identity id,
            Known at,
            Instant occurredAt,
            String shipmentId,
            String orderId,
            DeliveryEvent.Type type,
            Audience audience,
            String carrier,
            @Nullable String region,
            @Nullable Instant promisedTo)
            implements KnownEvent {

        @Override
        public String about() {
            return shipmentId;
        }
    }

    /** A step on the way through an instance of a journey. */
    record JourneyStep(
            Identity id,
            Known at,
            Instant occurredAt,
            String journeyInstanceId,
            String journeyId,
            String stepId,
            JourneyStepEvent.Kind kind,
            Audience audience,
            JourneyStepEvent.@Nullable Experience experience,
            @Nullable Emotion emotion)
            implements KnownEvent {

        @Override
        public String about() {
            return journeyInstanceId;
        }
    }

    /** The contact as the invitation tells it. */
    record Snapshot(
            @Nullable Channel channel,
            @Nullable String handler,
            @Nullable String servicePartnerId,
            @Nullable String driver,
            @Nullable String routedTo,
            @Nullable String resolution) {}
}
