package nl.klantstem.exact;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A valid event, when it happened and when it was recorded (epoch milliseconds). */
record Event(String stream, JsonNode json, Instant occurredAt, long recordedAt) {

    static Event of(String stream, JsonNode json, Instant recordedAt) {
        return new Event(
                stream,
                json,
                OffsetDateTime.parse(json.path("occurredAt").asText()).toInstant(),
                recordedAt.toEpochMilli());
    }

    @Nullable
    String text(String field) {
        return json.hasNonNull(field) && !json.path(field).asText().isBlank()
                ? json.path(field).asText()
                : null;
    }

    int number(String field) {
        return json.path(field).asInt();
    }

    boolean is(String wanted) {
        return stream.equals(wanted);
    }

    boolean isType(String... types) {
        String type = text("type");
        for (String wanted : types) {
            if (wanted.equals(type)) {
                return true;
            }
        }
        return false;
    }

    boolean isKind(String wanted) {
        return wanted.equals(text("kind"));
    }

    /** A moment that a field names. */
    @Nullable
    Instant time(String field) {
        String time = text(field);
        return time == null ? null : OffsetDateTime.parse(time).toInstant();
    }

    /** Whether it was recorded after every window with its minute had closed. */
    boolean late() {
        long endOfMinute = (Math.floorDiv(occurredAt.getEpochSecond(), 60L) + 1) * 60_000;
        return recordedAt >= endOfMinute + Duration.ofMinutes(5).toMillis();
    }
}
