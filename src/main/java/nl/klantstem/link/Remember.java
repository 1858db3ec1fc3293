package nl.klantstem.link;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import nl.klantstem.contract.flow.Arrival;
import nl.klantstem.contract.flow.Ingested.Event;
import nl.klantstem.contract.in.ContactEvent;
import nl.klantstem.contract.in.DeliveryEvent;
import nl.klantstem.contract.in.InputEvent;
import nl.klantstem.contract.in.JourneyStepEvent;
import nl.klantstem.contract.in.OrderEvent;
import nl.klantstem.contract.in.SurveyInvitation;
import nl.klantstem.contract.in.SurveyResponse;
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
import nl.klantstem.topic.Json;
import org.jspecify.annotations.Nullable;

/** What the timeline keeps of an event as it came in. */
final class Remember {

    /** A label longer than this is on no list; its head is enough to know that. */
    private static final int LONGEST_LABEL = 256;

    private Remember() {}

    static KnownEvent of(Arrival at, Event accepted) {
        var known = new Known(at.recordedAt(), at.order(), at.offset(), accepted.late());
        InputEvent event = accepted.event();
        if (event instanceof SurveyResponse response) {
            return answer(known, response);
        }
        if (event instanceof ContactEvent contact) {
            boolean keep = !Owners.isCustomer(accepted.owner());
            return step(known, contact, keep ? Json.bytes(contact) : null);
        }
        if (event instanceof SurveyInvitation invitation) {
            return invited(known, invitation);
        }
        if (event instanceof OrderEvent order) {
            return orderStep(known, order);
        }
        return event instanceof DeliveryEvent delivery
                ? shipmentStep(known, delivery)
                : journeyStep(known, (JourneyStepEvent) event);
    }

    private static Answer answer(Known known, SurveyResponse response) {
        return new Answer(
                identity(response),
                known,
                millis(response.occurredAt()),
                response.responseId(),
                response.revision(),
                response.status(),
                response.programme(),
                response.audience(),
                response.nps(),
                response.csat(),
                response.ces(),
                label(response.journeyId()),
                label(response.contactId()),
                label(response.invitationId()),
                label(response.orderId()),
                new Experienced(
                        label(response.journeyInstanceId()),
                        label(response.stepId()),
                        response.emotions().stream()
                                .map(felt -> new StepEmotion(cut(felt.stepId()), felt.emotion(), felt.intensity()))
                                .toList(),
                        response.experienceValues()));
    }

    private static ContactStep step(Known known, ContactEvent contact, byte @Nullable [] original) {
        ContactEvent.@Nullable DriverLabel driver = contact.driver();
        boolean labelled = driver != null && driver.source() != ContactEvent.DriverSource.MODEL;
        @Nullable
        String code = driver != null
                ? driver.code()
                : contact.intent() == null ? null : contact.intent().code();
        return new ContactStep(
                identity(contact),
                known,
                millis(contact.occurredAt()),
                contact.contactId(),
                contact.seq(),
                contact.type(),
                contact.audience(),
                name(contact.direction()),
                name(contact.channel()),
                name(contact.handler()),
                label(contact.servicePartnerId()),
                name(contact.routedTo()),
                name(contact.fulfilment()),
                label(code),
                !labelled,
                contact.intent() == null ? null : label(contact.intent().code()),
                contact.intent() == null
                        ? null
                        : (Integer) tenThousandths(contact.intent().confidence()),
                name(contact.demandType()),
                name(contact.avoidableCause()),
                label(contact.owningDepartment()),
                label(contact.journeyId()),
                label(contact.journeyInstanceId()),
                label(contact.stepId()),
                label(contact.orderId()),
                label(contact.shipmentId()),
                name(contact.resolution()),
                name(contact.humanReason()),
                contact.type() == ContactEvent.Type.WAIT_IMPOSED || contact.waitUntil() != null,
                contact.waitUntil() == null ? null : millis(contact.waitUntil()),
                proofAsked(contact),
                original);
    }

    /** Rounded down: a confidence below a limit stays below it. */
    private static int tenThousandths(double confidence) {
        return (int) Math.floor(confidence * 10_000);
    }

    /** Null when the event says nothing of it. */
    private static @Nullable Boolean proofAsked(ContactEvent contact) {
        @Nullable Boolean proof = contact.proofRequested();
        @Nullable Integer forms = contact.formsRequested();
        if (proof == null && forms == null) {
            return null;
        }
        return Boolean.TRUE.equals(proof) || (forms != null && forms > 0);
    }

    private static Invited invited(Known known, SurveyInvitation invitation) {
        SurveyInvitation.@Nullable Snapshot told = invitation.snapshot();
        return new Invited(
                identity(invitation),
                known,
                millis(invitation.occurredAt()),
                invitation.invitationId(),
                invitation.programme(),
                invitation.audience(),
                invitation.status(),
                label(invitation.suppressionReason()),
                label(invitation.contactId()),
                label(invitation.orderId()),
                label(invitation.journeyId()),
                label(invitation.journeyInstanceId()),
                told == null
                        ? null
                        : new Snapshot(
                                told.channel(),
                                name(told.handler()),
                                label(told.servicePartnerId()),
                                label(told.driver()),
                                name(told.routedTo()),
                                name(told.resolution())));
    }

    private static OrderStep orderStep(Known known, OrderEvent order) {
        return new OrderStep(
                identity(order),
                known,
                millis(order.occurredAt()),
                order.orderId(),
                order.type(),
                order.audience(),
                order.promisedTo() == null ? null : millis(order.promisedTo()),
                label(order.reorderOf()),
                order.placedBy());
    }

    private static ShipmentStep shipmentStep(Known known, DeliveryEvent delivery) {
        return new ShipmentStep(
                identity(delivery),
                known,
                millis(delivery.occurredAt()),
                delivery.shipmentId(),
                delivery.orderId(),
                delivery.type(),
                delivery.audience(),
                cut(delivery.carrier()),
                label(delivery.region()),
                delivery.promisedTo() == null ? null : millis(delivery.promisedTo()));
    }

    private static JourneyStep journeyStep(Known known, JourneyStepEvent step) {
        return new JourneyStep(
                identity(step),
                known,
                millis(step.occurredAt()),
                step.journeyInstanceId(),
                cut(step.journeyId()),
                cut(step.stepId()),
                step.kind(),
                step.audience(),
                step.experience(),
                step.emotion());
    }

    /** The content is what the event says, without free text; two processes see the same. */
    private static Identity identity(InputEvent event) {
        InputEvent said = event instanceof SurveyResponse response ? response.withoutComment() : event;
        return new Identity(event.source(), event.eventId(), said.toString().hashCode());
    }

    private static Instant millis(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }

    private static @Nullable String label(@Nullable String text) {
        return text == null ? null : cut(text);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_LABEL ? text : text.substring(0, LONGEST_LABEL);
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
