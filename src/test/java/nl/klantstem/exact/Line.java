package nl.klantstem.exact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** A line of an input file, and when it was recorded (the line itself says so only when it differs from occurredAt). */
record Line(String stream, String text, Instant recordedAt) {

    static final ObjectMapper JSON = new ObjectMapper();

    /** The event, when the line is one. */
    Optional<ObjectNode> event() {
        try {
            return Optional.of((ObjectNode) JSON.readTree(text));
        } catch (JsonProcessingException torn) {
            return Optional.empty();
        }
    }

    /** Whether it happened after it was recorded, as clocks that differ have it. */
    boolean isAhead() {
        return event().map(
                        event -> OffsetDateTime.parse(event.path("occurredAt").asText())
                                .toInstant()
                                .isAfter(recordedAt))
                .orElse(false);
    }

    /** The same once more, as it arrives when it is sent again at another time; a torn line stays as it is. */
    Line again(Instant time) {
        return event().map(event -> new Line(
                        stream, event.put("recordedAt", time.toString()).toString(), time))
                .orElse(this);
    }
}
