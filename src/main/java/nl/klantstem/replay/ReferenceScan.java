package nl.klantstem.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.HourPlan;
import nl.klantstem.replay.mapping.OwnTime;
import nl.klantstem.replay.mapping.TimeReading;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Topic;
import org.jspecify.annotations.Nullable;

/** The few fields of reference data that importing needs: when it was recorded, else when it takes effect, and its key. */
final class ReferenceScan {

    private static final String AUDIENCE = "audience";

    private ReferenceScan() {}

    /**
     * The key stands in place of a customer's, the time it takes effect in that of an event.
     *
     * @param start when the replay began: what lies ahead of it was known by then
     */
    static EventScan of(Topic topic, byte[] value, Instant start) {
        JsonNode fact = read(value);
        boolean plan = topic == Topic.PLAN;
        TimeReading effective = time(fact.path(plan ? "hour" : "effectiveAt"));
        Instant at = effective.instant();
        String key = plan ? planKey(fact, at) : text(fact.path("measureId"));
        return EventScan.ofReference(
                time(fact.path("recordedAt")), at == null ? TimeReading.ABSENT : believable(at, start), key);
    }

    /** A plan may lie ahead, and a measure may be older than all records. */
    private static TimeReading believable(Instant at, Instant start) {
        Instant known = at.isAfter(start) ? start : at;
        return TimeReading.of(known.isBefore(Stamper.FIRST) ? Stamper.FIRST : known);
    }

    private static @Nullable String planKey(JsonNode plan, @Nullable Instant hour) {
        if (hour == null) {
            return null;
        }
        String named = plan.hasNonNull(AUDIENCE) ? plan.path(AUDIENCE).asText() : Audience.CUSTOMER.name();
        for (Audience audience : Audience.values()) {
            if (audience.name().equals(named)) {
                return HourPlan.key(audience, hour);
            }
        }
        return null;
    }

    private static JsonNode read(byte[] value) {
        try {
            return Json.MAPPER.readTree(value);
        } catch (IOException broken) {
            return Json.MAPPER.missingNode(); // the pipeline says what is wrong with it
        }
    }

    private static TimeReading time(JsonNode node) {
        return node.isTextual() ? OwnTime.read(node.asText()) : TimeReading.ABSENT;
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() && !node.asText().isBlank() ? node.asText() : null;
    }
}
