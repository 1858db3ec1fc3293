package nl.klantstem.exact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import nl.klantstem.app.Main;
import nl.klantstem.replay.shop.Oddities;
import nl.klantstem.topic.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A year of the shop told in order, and the same year shuffled within each day with 5% told wrongly first: at every midnight
 * the same facts are known, so the finals say the same, and so do the ledgers in the end. Only what they say of lateness
 * and of corrections differs.
 */
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class YearIT {

    private static final long SEED = Long.getLong("exact.seed", 20241201);
    private static final ShopLines.Size SIZE = new ShopLines.Size(Integer.getInteger("exact.year", 30), 0.3, 1_500);
    private static final Instant FROM = Instant.parse("2024-11-30T23:00:00Z");
    private static final Instant CLOSES = Instant.parse("2025-11-30T23:00:00Z");
    private static final Instant UNTIL = Instant.parse("2025-12-10T23:00:00Z");
    private static final Duration EVERY = Duration.ofDays(1);

    private static final String SECTIONS = """
            windows:
            - {type: ROLLING, length: P7D, slide: PT1H}
            - {type: ROLLING, length: P90D, slide: PT1H}
            - {type: DAY, slide: PT15M}
            cubes:
              nps: [[], [journeyId], [handling], [contactsNeeded]]
              contacts: [[], [driver], [handler], [repeatFrom, channel]]
              outcomes: [[], [channel], [servicePartnerId], [intent, confidence]]
              avoidable: [[owningDepartment]]
              service-partners: [[servicePartnerId]]
              deliveries: [[], [carrier]]
              steps: [[journeyId], [journeyId, stepId]]
              journeys: [[], [journeyId, resolution]]
              surveys: [[], [suppressionReason]]
            """;

    @TempDir
    Path dir;

    @Test
    void shuffled_and_corrected_within_the_day_it_says_the_same_at_every_midnight() {
        var zone = Reference.starter().zone();
        var catalogue = dir.resolve("catalogue.yaml");
        Reference.starter().with(catalogue, SECTIONS);
        var lines = ShopLines.of(SEED, FROM, CLOSES, SIZE, Oddities.NONE);
        System.out.println("seed " + SEED + ", lines " + lines.size());

        Results ordered = replay("ordered", Shuffled.ordered(lines), catalogue);
        Results shuffled = replay("shuffled", Shuffled.shuffled(SEED, zone, lines), catalogue);

        for (Topic topic : FinalsAgree.INSIGHTS) {
            same(topic, finals(ordered, topic), finals(shuffled, topic));
        }
        for (Topic topic : List.of(Topic.JOURNEY_NPS_LEDGER, Topic.CONTACT_LEDGER)) {
            same(topic, panes(ordered, topic), panes(shuffled, topic));
        }
    }

    private Results replay(String name, List<Line> lines, Path catalogue) {
        var out = dir.resolve(name + "-out");
        int exit = Main.run(InputFolder.of(dir.resolve(name), lines)
                .replay(
                        out,
                        "--catalogue",
                        catalogue.toString(),
                        "--partitions",
                        "2",
                        "--every",
                        EVERY.toString(),
                        "--until",
                        UNTIL.toString()));
        assertThat(exit).isZero();
        return Results.in(out);
    }

    /** By key what stands from when on; a final that only says more of lateness or corrections is no news. */
    private static Map<String, Map<String, Integer>> finals(Results results, Topic topic) {
        var finals = new TreeMap<String, Map<String, Integer>>();
        var standing = new HashMap<String, Integer>();
        results.forEach(topic, record -> {
            if (record.isFinal()) {
                Integer facts = facts(record.json()).hashCode();
                if (!facts.equals(standing.put(record.key(), facts))) {
                    finals.computeIfAbsent(record.key(), key -> new TreeMap<>()).put(record.timestamp(), facts);
                }
            }
        });
        return finals;
    }

    /** The last of every pane; one that nothing counts in any more is as good as none. */
    private static Map<String, Map<String, Integer>> panes(Results results, Topic topic) {
        var panes = new TreeMap<String, Map<String, Integer>>();
        results.forEach(topic, record -> {
            String facts = facts(record.json());
            if (facts.replaceAll("[^0-9]", "").matches("0*")) {
                panes.remove(record.key());
            } else {
                panes.put(record.key(), Map.of("last", facts.hashCode()));
            }
        });
        return panes;
    }

    /** What is said of the facts alone; of suspects who called, for the rest hangs on when things became known, on purpose. */
    private static String facts(JsonNode value) {
        ObjectNode facts = value.deepCopy();
        facts.remove(List.of("scope", "window", "pane", "totals", "asOf", "catalogueVersion", "schemaVersion"));
        ((ObjectNode) facts.path("completeness")).remove("late");
        if (facts.remove("suspects") instanceof ObjectNode suspects) {
            facts.put("reported", suspects.path("reported").asLong());
        }
        return facts.toString();
    }

    private static void same(
            Topic topic, Map<String, Map<String, Integer>> must, Map<String, Map<String, Integer>> said) {
        long records = must.values().stream().mapToLong(Map::size).sum();
        var wrong = new ArrayList<String>();
        must.forEach((key, told) -> {
            var other = said.getOrDefault(key, Map.of());
            var times = new TreeSet<>(told.keySet());
            times.addAll(other.keySet());
            times.stream()
                    .filter(time -> !Objects.equals(told.get(time), other.get(time)))
                    .findFirst()
                    .ifPresent(time -> wrong.add(key + " first at " + time));
        });
        said.keySet().stream()
                .filter(key -> !must.containsKey(key))
                .forEach(key -> wrong.add(key + " is not in order"));
        System.out.println(topic + ": keys " + must.size() + ", records " + records + ", wrong " + wrong.size());
        assertThat(must).as(topic + "").isNotEmpty();
        assertThat(wrong.stream().limit(3)).as(topic + ": keys that differ").isEmpty();
    }
}
