package nl.klantstem.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** What is published of a step, counted from the ways and the answers. */
final class StepByHand {

    private static final Set<String> BAD = Set.of("ANGER", "FRUSTRATION", "DISAPPOINTMENT", "DISCONTENT");

    private StepByHand() {}

    static ObjectNode count(
            String stepId,
            List<WayByHand> ways,
            List<JsonNode> answers,
            BiPredicate<Instant, Instant> inWindow,
            Instant to) {
        List<WayByHand> there = ways.stream()
                .filter(way -> way.reached().containsKey(stepId)
                        && inWindow.test(way.reached().get(stepId), to))
                .toList();
        long completed = StoryRecount.count(there, way -> way.completed(stepId));
        long abandoned = StoryRecount.count(there, way -> way.abandoned() && !way.completed(stepId));
        ObjectNode value = StoryRecount.object()
                .put("reached", there.size())
                .put("completed", completed)
                .put("abandoned", abandoned)
                .put("open", there.size() - completed - abandoned)
                .put(
                        "contacts",
                        there.stream()
                                .mapToLong(way -> way.inbound(stepId).size())
                                .sum())
                .put(
                        "secondContacts",
                        there.stream().mapToLong(way -> way.second(stepId)).sum());
        long waited = StoryRecount.count(there, way -> way.waited(stepId));
        ObjectNode waits = value.putObject("waits").put("imposed", waited);
        NpsByHand.share(waits, "share", waited, there.size());
        if (waited == 0) {
            waits.putNull("length");
        } else {
            waits.putObject("length").put("n", waited);
        }
        value.set("answers", answers(stepId, ways, answers, value));
        return value;
    }

    private static ObjectNode answers(String stepId, List<WayByHand> ways, List<JsonNode> answers, ObjectNode value) {
        Map<String, WayByHand> byInstance = new HashMap<>();
        ways.forEach(way -> byInstance.put(way.instance(), way));
        List<Integer> all = new ArrayList<>();
        List<Integer> bad = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        var felt = new TreeMap<String, long[]>();
        for (JsonNode answer : answers) {
            var way = byInstance.get(answer.path("journeyInstanceId").asText());
            List<JsonNode> named = named(answer, stepId);
            boolean reached = way != null
                    && way.reached().containsKey(stepId)
                    && !way.reached().get(stepId).isAfter(StoryRecount.at(answer));
            if (!reached && named.isEmpty()) {
                continue;
            }
            int score = answer.path("nps").asInt();
            all.add(score);
            (badly(way, stepId, named) ? bad : others).add(score);
            named.forEach(
                    emotion -> felt.computeIfAbsent(emotion.path("emotion").asText(), e -> new long[3])[
                            emotion.path("intensity").asInt() - 1]++);
        }
        if (bad.isEmpty()) {
            value.putNull("hurt");
        } else {
            ObjectNode hurt = value.putObject("hurt").put("reading", "ASSOCIATION");
            hurt.set("bad", NpsByHand.of(bad));
            hurt.set("others", NpsByHand.of(others));
        }
        ObjectNode told = StoryRecount.object().put("n", all.size());
        told.set("nps", NpsByHand.of(all));
        if (felt.isEmpty()) {
            told.putNull("emotions");
        } else {
            ObjectNode emotions = told.putObject("emotions");
            felt.forEach((emotion, intensities) -> {
                long sum = intensities[0] + intensities[1] + intensities[2];
                ObjectNode named = emotions.putObject(emotion).put("n", sum);
                NpsByHand.share(named, "share", sum, all.size());
                var of = named.putArray("byIntensity");
                for (long n : intensities) {
                    of.add(n);
                }
            });
        }
        return told;
    }

    private static boolean badly(@Nullable WayByHand way, String stepId, List<JsonNode> named) {
        String experience = way == null ? null : way.experience(stepId);
        return experience == null
                ? named.stream().anyMatch(e -> BAD.contains(e.path("emotion").asText()))
                : experience.equals("NEGATIVE");
    }

    private static List<JsonNode> named(JsonNode answer, String stepId) {
        var named = new ArrayList<JsonNode>();
        answer.path("emotions").forEach(emotion -> {
            if (WayByHand.isAt(emotion, stepId)) {
                named.add(emotion);
            }
        });
        return named;
    }
}
