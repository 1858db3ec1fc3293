package nl.klantstem.exact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The journeys and drivers of the starter catalogue, read from its text. */
final class Labels {

    private final Set<String> journeys = new HashSet<>();
    private final Set<String> drivers = new HashSet<>();
    private final Map<String, String> journeyOfDriver = new HashMap<>();

    static Labels starter() {
        try (var in = Labels.class.getResourceAsStream("/catalogue/starter.yaml")) {
            return new Labels(new YAMLMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Labels(JsonNode catalogue) {
        catalogue
                .path("journeys")
                .forEach(journey -> journeys.add(journey.path("id").asText()));
        for (JsonNode driver : catalogue.path("drivers")) {
            String code = driver.path("code").asText();
            drivers.add(code);
            drivers.add(code.substring(0, code.indexOf('/')));
            if (driver.has("journeyId")) {
                journeyOfDriver.put(code, driver.path("journeyId").asText());
            }
        }
    }

    String journey(@Nullable String id) {
        return id == null ? "unknown" : journeys.contains(id) ? id : "other";
    }

    String driver(@Nullable String code) {
        return code == null ? "unknown" : drivers.contains(code) ? code : "other";
    }

    @Nullable
    String journeyOfDriver(@Nullable String code) {
        return code == null ? null : journeyOfDriver.get(code);
    }
}
