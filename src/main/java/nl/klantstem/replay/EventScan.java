package nl.klantstem.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import nl.klantstem.contract.in.RejectReason;
import nl.klantstem.replay.mapping.OwnTime;
import nl.klantstem.replay.mapping.TimeReading;
import org.jspecify.annotations.Nullable;

/** The few fields of an event's bytes that importing needs, read in one pass; all absent when it is no JSON object. */
record EventScan(
        TimeReading recordedAt,
        TimeReading occurredAt,
        @Nullable String customerKey,
        @Nullable String contactId,
        @Nullable String responseId,
        @Nullable String journeyId,
        @Nullable String driver,
        @Nullable String intent,
        @Nullable String servicePartnerId,
        @Nullable String owningDepartment,
        @Nullable String carrier,
        @Nullable String region,
        @Nullable String suppressionReason) {

    private static final EventScan NOTHING = new EventScan(
            TimeReading.ABSENT, TimeReading.ABSENT, null, null, null, null, null, null, null, null, null, null, null);
    private static final JsonFactory JSON = new JsonFactory();

    /** Of reference data. */
    static EventScan ofReference(TimeReading recordedAt, TimeReading effectiveAt, @Nullable String key) {
        return new EventScan(recordedAt, effectiveAt, key, null, null, null, null, null, null, null, null, null, null);
    }

    static EventScan of(byte[] event) {
        try (JsonParser json = JSON.createParser(event)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return NOTHING;
            }
            var draft = new Draft();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                draft.take(json.currentName(), json.nextToken(), json);
            }
            return json.nextToken() == null ? draft.done() : NOTHING;
        } catch (IOException broken) {
            return NOTHING; // the pipeline says what is wrong with it
        }
    }

    private static final class Draft {
        private TimeReading recordedAt = TimeReading.ABSENT;
        private TimeReading occurredAt = TimeReading.ABSENT;
        private @Nullable String customerKey;
        private @Nullable String contactId;
        private @Nullable String responseId;
        private @Nullable String journeyId;
        private @Nullable String driver;
        private @Nullable String intent;
        private @Nullable String servicePartnerId;
        private @Nullable String owningDepartment;
        private @Nullable String carrier;
        private @Nullable String region;
        private @Nullable String suppressionReason;

        void take(String name, JsonToken token, JsonParser json) throws IOException {
            switch (name) {
                case "recordedAt" -> recordedAt = time(token, json);
                case "occurredAt" -> occurredAt = time(token, json);
                case "customerKey" -> customerKey = text(token, json);
                case "contactId" -> contactId = text(token, json);
                case "responseId" -> responseId = text(token, json);
                case "journeyId" -> journeyId = text(token, json);
                case "driver" -> driver = inner(token, json).get("code");
                case "intent" -> intent = inner(token, json).get("code");
                case "servicePartnerId" -> servicePartnerId = text(token, json);
                case "owningDepartment" -> owningDepartment = text(token, json);
                case "carrier" -> carrier = text(token, json);
                case "region" -> region = text(token, json);
                case "suppressionReason" -> suppressionReason = text(token, json);
                case "snapshot" -> snapshot(token, json);
                default -> json.skipChildren();
            }
        }

        private void snapshot(JsonToken token, JsonParser json) throws IOException {
            Map<String, String> fields = inner(token, json);
            driver = fields.get("driver");
            servicePartnerId = fields.get("servicePartnerId");
        }

        private static TimeReading time(JsonToken token, JsonParser json) throws IOException {
            if (token == JsonToken.VALUE_NULL) {
                return TimeReading.ABSENT;
            }
            if (token == JsonToken.VALUE_STRING) {
                return OwnTime.read(json.getText());
            }
            json.skipChildren();
            return TimeReading.unreadable(RejectReason.TYPE);
        }

        private static @Nullable String text(JsonToken token, JsonParser json) throws IOException {
            if (token != JsonToken.VALUE_STRING) {
                json.skipChildren();
                return null;
            }
            String text = json.getText();
            return text.isBlank() ? null : text;
        }

        /** The fields of an object that hold a text. */
        private static Map<String, String> inner(JsonToken token, JsonParser json) throws IOException {
            if (token != JsonToken.START_OBJECT) {
                json.skipChildren();
                return Map.of();
            }
            Map<String, String> texts = new HashMap<>();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                String text = text(json.nextToken(), json);
                if (text != null) {
                    texts.put(name, text);
                }
            }
            return texts;
        }

        EventScan done() {
            return new EventScan(
                    recordedAt,
                    occurredAt,
                    customerKey,
                    contactId,
                    responseId,
                    journeyId,
                    driver,
                    intent,
                    servicePartnerId,
                    owningDepartment,
                    carrier,
                    region,
                    suppressionReason);
        }
    }
}
