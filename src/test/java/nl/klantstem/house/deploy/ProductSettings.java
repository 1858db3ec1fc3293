package nl.klantstem.house.deploy;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.klantstem.app.Configuration;
import nl.klantstem.app.Main;
import nl.klantstem.ingest.Pseudonyms;

/** Hands what a container would get to the product itself, with secrets of its own in the place of the mounted ones. */
final class ProductSettings {

    private static final Set<String> SECRETS =
            Set.of("KLANTSTEM_KAFKA_CLIENT_FILE", "KLANTSTEM_PIPELINE_PSEUDONYM_KEY");

    private ProductSettings() {}

    /** Fails unless every key is known and every value is one that it takes. */
    static Configuration read(Path dir, Map<String, String> environment) throws IOException {
        var given = new HashMap<>(environment);
        if (given.containsKey("KLANTSTEM_KAFKA_CLIENT_FILE")) {
            given.put("KLANTSTEM_KAFKA_CLIENT_FILE", clientFile(dir).toString());
        }
        if (given.containsKey("KLANTSTEM_PIPELINE_PSEUDONYM_KEY")) {
            given.put("KLANTSTEM_PIPELINE_PSEUDONYM_KEY", key(dir).toString());
        }
        return Configuration.read(null, given, Map.of());
    }

    /** The paths of secrets that it names. */
    static List<String> secrets(Map<String, String> environment) {
        return environment.entrySet().stream()
                .filter(variable -> SECRETS.contains(variable.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
    }

    static void refuseUnknownArguments(List<String> arguments) {
        assertThatCode(() -> Main.commandLine().parseArgs(arguments.toArray(String[]::new)))
                .as("klantstem " + String.join(" ", arguments))
                .doesNotThrowAnyException();
    }

    private static Path key(Path dir) {
        var file = dir.resolve("pseudonym.key");
        return Files.exists(file) ? file : Pseudonyms.create(file);
    }

    private static Path clientFile(Path dir) throws IOException {
        var file = Files.writeString(dir.resolve("kafka.properties"), "security.protocol=SASL_SSL\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
