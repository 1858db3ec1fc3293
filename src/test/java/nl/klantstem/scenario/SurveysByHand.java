package nl.klantstem.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Who was asked, and how many of them answered. */
final class SurveysByHand {

    private SurveysByHand() {}

    static ObjectNode count(List<JsonNode> invitations, List<JsonNode> responses, Predicate<JsonNode> inWindow) {
        var byId = new TreeMap<String, List<JsonNode>>();
        invitations.forEach(e -> byId.computeIfAbsent(e.path("invitationId").asText(), id -> new ArrayList<>())
                .add(e));
        Set<String> answered = responses.stream()
                .map(answer -> answer.path("invitationId").asText())
                .collect(Collectors.toSet());
        List<List<JsonNode>> asked = byId.values().stream()
                .filter(events -> inWindow.test(events.get(0)))
                .filter(events -> is(events.get(0), "SENT"))
                .toList();
        long suppressed = byId.values().stream()
                .filter(events -> inWindow.test(events.get(0)))
                .filter(events -> is(events.get(0), "SUPPRESSED"))
                .count();
        long part = StoryRecount.count(
                asked,
                events -> answered.contains(events.get(0).path("invitationId").asText()));
        ObjectNode value = StoryRecount.object()
                .put("suppressed", suppressed)
                .put("asked", asked.size())
                .put("bounced", StoryRecount.count(asked, e -> e.stream().anyMatch(s -> is(s, "BOUNCED"))))
                .put("answered", part)
                .put("expired", StoryRecount.count(asked, e -> e.stream().anyMatch(s -> is(s, "EXPIRED"))));
        NpsByHand.share(value, "responseRate", part, asked.size());
        return value;
    }

    private static boolean is(JsonNode event, String status) {
        return event.path("status").asText().equals(status);
    }
}
