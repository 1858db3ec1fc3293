package nl.klantstem.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contact of the story.
 *
 * @param waitFrom when a wait was imposed, and waitUntil until when it was
 */
record ContactByHand(
        String instance,
        String step,
        String order,
        boolean inbound,
        Instant openedAt,
        @Nullable Instant waitFrom,
        @Nullable Instant waitUntil,
        @Nullable String resolution,
        Instant lastAt) {

    static ContactByHand of(List<JsonNode> events) {
        List<JsonNode> inOrder = events.stream()
                .sorted(Comparator.comparingInt(e -> e.path("seq").asInt()))
                .toList();
        JsonNode opened = inOrder.get(0);
        Instant waitFrom = null;
        Instant waitUntil = null;
        String resolution = null;
        for (JsonNode event : inOrder) {
            if (event.path("type").asText().equals("WAIT_IMPOSED")) {
                waitFrom = StoryRecount.at(event);
                waitUntil = Instant.parse(event.path("waitUntil").asText());
            }
            resolution = event.has("resolution") ? event.path("resolution").asText() : resolution;
        }
        return new ContactByHand(
                opened.path("journeyInstanceId").asText(),
                opened.path("stepId").asText(),
                opened.path("orderId").asText(),
                opened.path("direction").asText().equals("INBOUND"),
                StoryRecount.at(opened),
                waitFrom,
                waitUntil,
                resolution,
                inOrder.stream()
                        .map(StoryRecount::at)
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
    }

    boolean is(String... resolutions) {
        return resolution != null && List.of(resolutions).contains(resolution);
    }
}
