package nl.klantstem.ingest;

import static nl.klantstem.contract.in.RejectReason.TOMBSTONE;

import nl.klantstem.contract.in.InputEvent;
import nl.klantstem.ingest.Parsed.Accepted;
import nl.klantstem.ingest.Parsed.Rejected;
import nl.klantstem.topic.Topic;
import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of a record into an event or a reason why not, the same for the same bytes. A document that is not sound
 * JSON is refused for that, whatever else is wrong with it. Free of state: threads may share it.
 */
public final class EventParser {

    /** An event is a few hundred bytes; a megabyte is a mistake or an attack. */
    public static final int MAX_BYTES = 256 * 1024;

    /** Reads a value of an input topic; no value at all is a tombstone, which has no meaning here. */
    public Parsed parse(Topic stream, byte @Nullable [] value) {
        if (value == null) {
            return new Rejected(TOMBSTONE, null);
        }
        return switch (stream) {
            case SURVEY_RESPONSES -> parse(value, SurveyResponseDraft.FIELDS, new SurveyResponseDraft());
            case CONTACT_EVENTS -> parse(value, ContactEventDraft.FIELDS, new ContactEventDraft());
            case SURVEY_INVITATIONS -> parse(value, SurveyInvitationDraft.FIELDS, new SurveyInvitationDraft());
            case ORDER_EVENTS -> parse(value, OrderEventDraft.FIELDS, new OrderEventDraft());
            case DELIVERY_EVENTS -> parse(value, DeliveryEventDraft.FIELDS, new DeliveryEventDraft());
            case JOURNEY_STEP_EVENTS -> parse(value, JourneyStepEventDraft.FIELDS, new JourneyStepEventDraft());
            case REKEYED,
                    JOURNEY_NPS,
                    JOURNEY_NPS_LEDGER,
                    CONTACT_DRIVERS,
                    CONTACT_LEDGER,
                    LINKED_RESPONSES,
                    INSIGHT_PROGRESS,
                    DEAD_LETTERS,
                    LATE_EVENTS,
                    CONTACT_OUTCOMES,
                    SERVICE_PARTNERS,
                    AVOIDABLE_CONTACTS,
                    DELIVERY_OUTCOMES,
                    JOURNEY_STEPS,
                    JOURNEY_OUTCOMES,
                    SURVEY_HEALTH,
                    LOST_IN_MAIL_SUSPECTS,
                    MEASURES,
                    PLAN,
                    NPS_ALERTS,
                    NPS_WATCHES,
                    NPS_CHANGE,
                    MEASURE_EFFECTS,
                    CONTACT_SURGES,
                    DAY_STEERING -> throw new IllegalArgumentException(stream + " carries no events of others");
        };
    }

    private static <D extends EventDraft> Parsed parse(byte[] value, Fields<D> fields, D draft) {
        Document<InputEvent> document = DocumentParser.parse(value, fields, draft);
        Rejected why = document.why();
        return why == null ? new Accepted(document.required(), document.ignored()) : why;
    }
}
