package nl.klantstem.exact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.klantstem.topic.Topic;

/**
 * Whatever is split adds up again: in every final what was offered is its parts, and so are the sessions with the bot, the
 * contacts by demand, the steps that were reached and the instances of journeys; in the last finals of each window and day
 * the contacts of all level-1 drivers, and those of all handlers, are the contacts, the steps of a journey are the journey,
 * the instances of all resolutions and journeys are the instances, and surveys that were asked or suppressed are those of
 * all reasons, channels and journeys.
 */
final class Conserved {

    /** What of a topic must be the sum over the labels of each of these dimensions. */
    private record Sums(Topic topic, Set<String> dimensions, List<String> fields) {}

    private static final List<Sums> SUMS = List.of(
            new Sums(Topic.CONTACT_DRIVERS, Set.of("driver", "handler"), List.of("contacts", "outbound")),
            new Sums(Topic.CONTACT_OUTCOMES, Set.of("driver", "handler"), List.of("contacts", "outbound")),
            new Sums(
                    Topic.JOURNEY_STEPS,
                    Set.of("stepId"),
                    List.of("reached", "completed", "abandoned", "open", "contacts", "secondContacts")),
            new Sums(
                    Topic.JOURNEY_OUTCOMES,
                    Set.of("journeyId", "resolution"),
                    List.of("instances", "open", "completed", "abandoned")),
            new Sums(
                    Topic.SURVEY_HEALTH,
                    Set.of("journeyId", "channel", "suppressionReason"),
                    List.of("suppressed", "asked", "bounced", "delivered", "opened", "answered", "expired")),
            new Sums(Topic.SURVEY_HEALTH, Set.of("journeyId", "channel"), List.of("responses")));

    /** The last finals at the end of a window, by window and scope. */
    private final Map<String, Map<Map<String, String>, JsonNode>> standing = new TreeMap<>();

    private final List<String> wrong = new ArrayList<>();
    private long sums;

    private Conserved() {}

    static void check(Results results) {
        var conserved = new Conserved();
        for (Sums sums : SUMS) {
            conserved.standing.clear();
            results.forEach(sums.topic(), record -> {
                if (record.isFinal()) {
                    conserved.take(sums.topic(), record);
                }
            });
            sums.dimensions().forEach(dimension -> conserved.sums(sums, dimension));
        }
        System.out.println("sums that must be conserved: " + conserved.sums + ", wrong " + conserved.wrong.size());
        assertThat(conserved.wrong.stream().limit(5)).isEmpty();
        assertThat(conserved.sums).isPositive();
    }

    private void take(Topic topic, Results.Published record) {
        JsonNode value = record.json();
        var key = Results.tree(record.key());
        String window = key.path("type").asText()
                + key.path("length").asText()
                + key.path("date").asText();
        standing.computeIfAbsent(window, w -> new HashMap<>()).put(Insights.scope(" " + value.path("scope")), value);
        switch (topic) {
            case CONTACT_DRIVERS -> parts(value, "contacts", value, "value", "avoidable", "demandUnknown");
            case CONTACT_OUTCOMES -> outcomes(value);
            case JOURNEY_STEPS -> parts(value, "reached", value, "completed", "abandoned", "open");
            case JOURNEY_OUTCOMES -> parts(value, "instances", value, "open", "completed", "abandoned");
            default -> {}
        }
    }

    private void outcomes(JsonNode value) {
        parts(value, "offered", value, "answered", "abandoned", "shortAbandoned", "waiting", "unanswered");
        JsonNode bot = value.path("bot");
        parts(
                bot,
                "sessions",
                bot,
                "open",
                "containedAssumed",
                "containedConfirmed",
                "returned",
                "handedOver",
                "abandoned",
                "stuck");
    }

    private void parts(JsonNode whole, String name, JsonNode value, String... parts) {
        long sum = 0;
        for (String part : parts) {
            sum += value.path(part).asLong();
        }
        expect(name + " of " + whole, whole.path(name).asLong(), sum);
    }

    /** In each window, what the labels of a dimension have, against the scope without it, where it is counted by. */
    private void sums(Sums sums, String dimension) {
        var shapes = new TreeSet<String>();
        standing.values().forEach(byScope -> byScope.keySet().forEach(scope -> shapes.add(shape(scope))));
        standing.forEach((window, byScope) -> {
            var ofParts = new HashMap<Map<String, String>, long[]>();
            byScope.forEach((scope, value) -> {
                if (scope.containsKey(dimension)
                        && scope.getOrDefault("level", "1").equals("1")) {
                    long[] sum = ofParts.computeIfAbsent(
                            without(scope, dimension),
                            s -> new long[sums.fields().size()]);
                    for (int i = 0; i < sum.length; i++) {
                        sum[i] += value.path(sums.fields().get(i)).asLong();
                    }
                }
            });
            byScope.forEach((scope, value) -> {
                if (shapes.contains(shape(with(scope, dimension)))) {
                    long[] sum =
                            ofParts.getOrDefault(scope, new long[sums.fields().size()]);
                    for (int i = 0; i < sum.length; i++) {
                        String field = sums.fields().get(i);
                        expect(
                                sums.topic() + " " + window + " " + scope + " by " + dimension + ", " + field,
                                value.path(field).asLong(),
                                sum[i]);
                    }
                }
            });
        });
    }

    private static String shape(Map<String, String> scope) {
        return scope.keySet().toString();
    }

    private static Map<String, String> with(Map<String, String> scope, String dimension) {
        if (scope.containsKey(dimension)) {
            return Map.of();
        }
        var with = new TreeMap<>(scope);
        with.put(dimension, "");
        if (dimension.equals("driver")) {
            with.put("level", "1");
        }
        return with;
    }

    private static Map<String, String> without(Map<String, String> scope, String dimension) {
        var without = new TreeMap<>(scope);
        without.remove(dimension);
        if (dimension.equals("driver")) {
            without.remove("level");
        }
        return without;
    }

    private void expect(String what, long whole, long sum) {
        sums++;
        if (whole != sum) {
            wrong.add(what + ": " + whole + " but the parts make " + sum);
        }
    }
}
