package nl.klantstem.exact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.klantstem.topic.Topic;

/**
 * Whatever is split adds up again: in every final what was offered is its parts, and so are the sessions with the bot and
 * the contacts by demand; in the last finals of each window and day the contacts of all level-1 drivers, and those of all
 * handlers, are the contacts.
 */
final class Conserved {

    /** The last finals at the end of a window, by window and scope. */
    private final Map<String, Map<String, JsonNode>> standing = new TreeMap<>();

    private final List<String> wrong = new ArrayList<>();
    private long sums;

    private Conserved() {}

    static void check(Results results) {
        var conserved = new Conserved();
        for (Topic topic : List.of(Topic.CONTACT_DRIVERS, Topic.CONTACT_OUTCOMES)) {
            conserved.standing.clear();
            results.forEach(topic, record -> {
                if (record.isFinal()) {
                    conserved.take(topic, record);
                }
            });
            conserved.sums(topic, "driver");
            conserved.sums(topic, "handler");
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
        standing.computeIfAbsent(window, w -> new TreeMap<>())
                .put(value.path("scope").toString(), value);
        if (topic == Topic.CONTACT_DRIVERS) {
            parts(value, "contacts", value, "value", "avoidable", "demandUnknown");
            return;
        }
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

    /** In each window, the contacts of the labels of a dimension, if it is counted by, against those of the scope without it. */
    private void sums(Topic topic, String dimension) {
        boolean counted = standing.values().stream()
                .flatMap(byScope -> byScope.values().stream())
                .anyMatch(value -> value.path("scope").has(dimension)
                        && value.path("scope").size() <= 3);
        if (!counted) {
            return;
        }
        standing.forEach((window, byScope) -> byScope.forEach((scope, value) -> {
            if (value.path("scope").size() != 1) {
                return;
            }
            long[] sum = new long[2];
            byScope.values().stream()
                    .filter(other -> isPart(other.path("scope"), value.path("scope"), dimension))
                    .forEach(other -> {
                        sum[0] += other.path("contacts").asLong();
                        sum[1] += other.path("outbound").asLong();
                    });
            String about = topic + " " + window + " " + scope + " by " + dimension;
            expect(about, value.path("contacts").asLong(), sum[0]);
            expect(about + ", outbound", value.path("outbound").asLong(), sum[1]);
        }));
    }

    private static boolean isPart(JsonNode scope, JsonNode whole, String dimension) {
        boolean level = !dimension.equals("driver") || scope.path("level").asInt() == 1;
        return scope.path("audience").equals(whole.path("audience"))
                && scope.has(dimension)
                && level
                && scope.size() == (dimension.equals("driver") ? 3 : 2);
    }

    private void expect(String what, long whole, long sum) {
        sums++;
        if (whole != sum) {
            wrong.add(what + ": " + whole + " but the parts make " + sum);
        }
    }
}
