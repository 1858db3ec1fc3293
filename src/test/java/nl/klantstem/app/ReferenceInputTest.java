package nl.klantstem.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import nl.klantstem.topic.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reference data has fates as events have, and no record of it moves recorded time. */
class ReferenceInputTest {

    private static final String NOON = "2026-03-02T12:00:00Z";
    private static final String MEASURE = """
            {"measureId":"m-1","name":"n","type":"IT","scope":{},"effectiveAt":"2026-03-01T00:00:00Z","preDays":1,\
            "washoutDays":0,"postDays":1,"expectedDirection":"UP","owner":"o","experienceValue":"CHEAP"}""";

    @TempDir
    Path dir;

    @Test
    void read_is_the_sum_of_what_was_accepted_and_refused() {
        try (var pipeline = new GivenPipeline(dir, 1, null)) {
            pipeline.send(Topic.MEASURES, "m-1", MEASURE, NOON);
            pipeline.send(Topic.MEASURES, "m-1", null, NOON);
            pipeline.send(Topic.MEASURES, "m-2", MEASURE.replace("IT", "MAGIC"), NOON);
            pipeline.send(Topic.PLAN, "k", "{\"hour\":\"2026-03-02T12:30:00Z\"}", NOON);
            pipeline.send(Topic.PLAN, "k", null, NOON);
            pipeline.carryOnTo("2026-03-02T12:30:00Z");

            assertThat(records(pipeline, "measures")).isEqualTo(List.of(3L, 2L, 1L)); // read, accepted, values left out
            assertThat(records(pipeline, "plan")).isEqualTo(List.of(2L, 0L, 0L));
            assertThat(pipeline.all(Topic.DEAD_LETTERS))
                    .extracting(line -> line.value().get("stream").asText() + " "
                            + line.value().get("reason").asText() + " "
                            + line.value().path("field").asText()
                            + " " + line.value().get("offset"))
                    .containsExactlyInAnyOrder(
                            "measures UNKNOWN_VALUE type 2", "plan RANGE hour 0", "plan TOMBSTONE  1");
        }
    }

    @Test
    void what_is_stamped_in_the_future_closes_no_minute() {
        try (var pipeline = new GivenPipeline(dir, 1, null)) {
            pipeline.send(Topic.PLAN, "k", "{\"hour\":\"2026-03-02T12:00:00Z\"}", NOON);
            pipeline.carryOnTo("2026-03-02T12:30:00Z");
            pipeline.send(Topic.PLAN, "k", "{\"hour\":\"2026-03-02T12:00:00Z\"}", "2226-03-02T12:00:00Z");
            pipeline.send(Topic.MEASURES, "m-1", MEASURE, "2226-03-02T12:00:00Z");
            pipeline.carryOnTo("2026-03-02T12:40:00Z");

            assertThat(pipeline.all(Topic.INSIGHT_PROGRESS))
                    .filteredOn(line -> line.value().get("kind").asText().equals("ALERTS"))
                    .extracting(line -> line.value().get("asOf").asText())
                    .last()
                    .isEqualTo("2026-03-02T12:40:00Z");
        }
    }

    private static List<Long> records(GivenPipeline pipeline, String stream) {
        return pipeline.last(Topic.INSIGHT_PROGRESS).values().stream()
                .filter(value -> value.path("stream").asText().equals(stream))
                .map(value -> value.get("records"))
                .map(records ->
                        List.of(number(records, "read"), number(records, "accepted"), number(records, "ignored")))
                .findFirst()
                .orElseThrow();
    }

    private static long number(JsonNode records, String name) {
        return records.get(name).asLong();
    }
}
