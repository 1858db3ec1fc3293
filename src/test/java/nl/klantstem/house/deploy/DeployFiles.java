package nl.klantstem.house.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.klantstem.topic.Json;
import org.yaml.snakeyaml.Yaml;

/** The files of deploy/, read as those do that deploy them: anchors and merges resolved, variables put in. */
final class DeployFiles {

    static final Path DEPLOY = Path.of("deploy");
    static final Path KUBERNETES = DEPLOY.resolve("kubernetes");

    private DeployFiles() {}

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files below a folder whose names end so. */
    static List<Path> below(Path folder, String... ends) {
        try (var files = Files.walk(folder)) {
            return files.filter(file ->
                            Stream.of(ends).anyMatch(end -> file.toString().endsWith(end)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<JsonNode> documents(Path file) {
        return parsed(text(file));
    }

    static List<JsonNode> parsed(String yaml) {
        var documents = new ArrayList<JsonNode>();
        new Yaml().loadAll(yaml).forEach(document -> documents.add(Json.MAPPER.valueToTree(document)));
        return documents;
    }

    /** Compose's file with what .env says; a dollar that is meant is written twice. */
    static JsonNode compose() {
        var text = text(DEPLOY.resolve("compose.yml"));
        for (var variable : dotEnv().stringPropertyNames()) {
            text = text.replace("${" + variable + "}", dotEnv().getProperty(variable));
        }
        return parsed(text.replace("$$", "$")).get(0);
    }

    static Properties dotEnv() {
        return properties(DEPLOY.resolve(".env"));
    }

    static Properties properties(Path file) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(text(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    static List<String> texts(JsonNode list) {
        return stream(list).map(JsonNode::asText).toList();
    }

    static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    /** The environment of a service in the compose file. */
    static Map<String, String> environment(JsonNode service) {
        return fields(service.path("environment")).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, value -> value.getValue().asText()));
    }

    static Map<String, JsonNode> fields(JsonNode object) {
        var fields = new TreeMap<String, JsonNode>();
        object.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }
}
