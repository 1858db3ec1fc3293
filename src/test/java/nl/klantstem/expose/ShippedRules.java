package nl.klantstem.expose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What ships for Prometheus and Alertmanager, as it is in the files. */
final class ShippedRules {

    static final Path PROMETHEUS = Path.of("deploy/prometheus");
    static final Path ALERTMANAGER = Path.of("deploy/alertmanager/alertmanager.yml");
    static final Path RUNBOOKS = Path.of("docs/runbooks");

    private static final YAMLMapper YAML = new YAMLMapper();

    private ShippedRules() {}

    /** All groups of rules, of all files. */
    static List<JsonNode> groups() {
        return files("rules").stream()
                .flatMap(file -> stream(read(file).path("groups")))
                .toList();
    }

    static List<JsonNode> rules() {
        return groups().stream().flatMap(group -> stream(group.path("rules"))).toList();
    }

    /** Of an alert with two rules, both. */
    static List<JsonNode> alerts() {
        return rules().stream().filter(rule -> rule.has("alert")).toList();
    }

    /** All cases of all unit tests. */
    static List<JsonNode> cases() {
        return files("tests").stream()
                .flatMap(file -> stream(read(file).path("tests")))
                .flatMap(test -> stream(test.path("alert_rule_test")))
                .toList();
    }

    static List<Path> files(String folder) {
        try (var files = Files.list(PROMETHEUS.resolve(folder))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode read(Path file) {
        try {
            return YAML.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
