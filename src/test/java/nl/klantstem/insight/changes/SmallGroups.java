package nl.klantstem.insight.changes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeSet;

/** Whoever takes figures of a published record from each other is left with no group of 1 to 4 answers. */
final class SmallGroups {

    private SmallGroups() {}

    /** Returns how many groups were pooled. */
    static int check(JsonNode value) {
        JsonNode score = value.get("score");
        checkScore(score);
        int pooled = 0;
        for (String before : List.of("previous", "norm")) {
            JsonNode comparison = value.get(before);
            checkScore(comparison.get("score"));
            if (small(score) || small(comparison.get("score"))) {
                assertThat(comparison.has("change")).isFalse();
                assertThat(comparison.get("verdict").asText()).isEqualTo("TOO_FEW");
            }
            if (comparison.has("change")) {
                pooled += checkSegments(
                        comparison.get("change"),
                        score.get("n").asLong(),
                        comparison.at("/score/n").asLong());
            }
        }
        checkAlike(value);
        if (value.has("rest")) {
            checkScore(value.at("/rest/score"));
            if (small(score) || small(value.at("/rest/score"))) {
                assertThat(value.at("/rest/score").has("nps")).isFalse();
                assertThat(value.at("/rest").has("difference")).isFalse();
            }
        }
        return pooled + checkDrivers(value);
    }

    private static int checkSegments(JsonNode change, long n, long before) {
        int pooled = 0;
        long now = 0;
        long then = 0;
        BigDecimal points = BigDecimal.ZERO;
        for (JsonNode segment : change.get("segments")) {
            checkLarge(segment.get("n").asLong());
            checkLarge(segment.get("before").asLong());
            pooled += segment.get("pooled").asInt();
            now += segment.get("n").asLong();
            then += segment.get("before").asLong();
            points = points.add(new BigDecimal(segment.get("scoreEffect").asText()))
                    .add(new BigDecimal(segment.get("mixEffect").asText()));
        }
        assertThat(now).isEqualTo(n);
        assertThat(then).isEqualTo(before);
        assertThat(points).isEqualByComparingTo(change.get("points").asText());
        return pooled;
    }

    /** Both comparisons tell the answers of the period in the same groups: else one would give away what the other pools. */
    private static void checkAlike(JsonNode value) {
        if (value.at("/previous").has("change") && value.at("/norm").has("change")) {
            assertThat(groups(value.at("/previous/change/segments")))
                    .isEqualTo(groups(value.at("/norm/change/segments")));
        }
    }

    private static TreeSet<String> groups(JsonNode segments) {
        var groups = new TreeSet<String>();
        segments.forEach(segment -> {
            if (segment.get("n").asLong() > 0) {
                groups.add(segment.get("labels") + " " + segment.get("n"));
            }
        });
        return groups;
    }

    private static int checkDrivers(JsonNode value) {
        assertThat(value.has("drivers")).isEqualTo(value.at("/score/n").asLong() >= 5);
        int pooled = 0;
        for (JsonNode driver : value.at("/drivers/largest")) {
            checkLarge(driver.get("n").asLong());
            checkLarge(value.at("/score/n").asLong() - driver.get("n").asLong());
            pooled += driver.get("pooled").asInt();
        }
        return pooled;
    }

    private static void checkScore(JsonNode score) {
        if (small(score)) {
            assertThat(score.properties())
                    .extracting(java.util.Map.Entry::getKey)
                    .containsExactly("n", "reliability");
        }
    }

    private static boolean small(JsonNode score) {
        return score.get("n").asLong() > 0 && score.get("n").asLong() < 5;
    }

    private static void checkLarge(long n) {
        assertThat(n == 0 || n >= 5).as("a group of %s", n).isTrue();
    }
}
