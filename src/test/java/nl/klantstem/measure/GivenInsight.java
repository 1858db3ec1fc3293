package nl.klantstem.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import nl.klantstem.testkit.Golden;
import nl.klantstem.testkit.Schemas;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Published;

/** Reads a published insight, which must keep to its schemas and come back from its record unchanged. */
public final class GivenInsight {

    private GivenInsight() {}

    public static <T> T read(Published published, Class<T> type) {
        try {
            JsonNode key = Json.MAPPER.readTree(published.key());
            JsonNode value = Json.MAPPER.readTree(published.value());
            String name = published.topic().shortName();
            assertThat(Schemas.problems(Schemas.ofKey(name), key)).isEmpty();
            assertThat(Schemas.problems(Schemas.ofValue(name), value))
                    .as(value.toString())
                    .isEmpty();
            T record = Json.MAPPER.treeToValue(value, type);
            assertThat(Json.MAPPER.readTree(Json.bytes(record))).isEqualTo(value);
            return record;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same, held against what was published of the same counts when someone last looked. */
    public static <T> T golden(Published published, Class<T> type) {
        T record = read(published, type);
        Golden.check(
                "src/test/resources/golden/measures/" + published.topic().shortName() + ".json",
                Json.MAPPER.valueToTree(record).toPrettyString() + "\n");
        return record;
    }
}
