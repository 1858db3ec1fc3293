package nl.klantstem.ingest;

import static nl.klantstem.contract.in.RejectReason.DUPLICATE_FIELD;
import static nl.klantstem.contract.in.RejectReason.NOT_JSON;
import static nl.klantstem.contract.in.RejectReason.NOT_OBJECT;
import static nl.klantstem.contract.in.RejectReason.TOMBSTONE;
import static nl.klantstem.contract.in.RejectReason.TOO_DEEP;
import static nl.klantstem.contract.in.RejectReason.TOO_LONG;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.List;
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

    static final int MAX_DEPTH = 64;

    /** Interning foreign names and refusing hash collisions would let one sender's names change what befalls another's. */
    static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(64 * 1024)
                    .maxNumberLength(100)
                    .maxNameLength(1_000)
                    .build())
            .build();

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
                    CONTACT_SURGES -> throw new IllegalArgumentException(stream + " carries no events of others");
        };
    }

    private static <D extends EventDraft> Parsed parse(byte[] value, Fields<D> fields, D draft) {
        var foreign = Utf8.refusal(value, MAX_BYTES);
        if (foreign != null) {
            return new Rejected(foreign, null);
        }
        try (var json = JSON.createParser(value)) {
            return read(json, fields, draft);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // there is no input or output here
        }
    }

    private static <D extends EventDraft> Parsed read(JsonParser json, Fields<D> fields, D draft) throws IOException {
        var offences = new Offences();
        var in = new FieldReader(json, offences);
        try {
            var first = json.nextToken();
            long given = 0;
            if (first == JsonToken.START_OBJECT) {
                given = in.fields(fields, draft);
            } else {
                in.skip();
            }
            if (first == null || json.nextToken() != null) {
                return new Rejected(NOT_JSON, null); // nothing, or more than one document
            }
            if (first != JsonToken.START_OBJECT) {
                return new Rejected(NOT_OBJECT, null);
            }
            draft.checkTogether(given, offences);
        } catch (JsonProcessingException e) {
            return e instanceof StreamConstraintsException
                    ? new Rejected(isTooDeep(json) ? TOO_DEEP : TOO_LONG, in.path())
                    : unsound(json, e, offences, fields);
        }
        var worst = offences.worst();
        return worst != null ? worst : new Accepted(draft.event(), offences.ignored());
    }

    private static boolean isTooDeep(JsonParser json) {
        return json.getParsingContext().getNestingDepth() > MAX_DEPTH;
    }

    private static Rejected unsound(JsonParser json, JsonProcessingException e, Offences offences, Fields<?> fields) {
        if (!e.getOriginalMessage().startsWith("Duplicate ")) {
            return new Rejected(NOT_JSON, null);
        }
        var field = fields.known(path(json));
        return new Rejected(DUPLICATE_FIELD, field == null ? null : offences.placed(field));
    }

    private static List<String> path(JsonParser json) {
        var path = new ArrayDeque<String>();
        for (var context = json.getParsingContext(); context != null; context = context.getParent()) {
            if (context.inObject() && context.hasCurrentName()) {
                path.addFirst(context.getCurrentName());
            }
        }
        return List.copyOf(path);
    }
}
