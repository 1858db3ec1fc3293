package nl.klantstem.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that works on a cluster. */
public final class ConfigurationOptions {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "YAML file with the settings (see docs/configuration.md).")
    private @Nullable Path file;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "One setting, such as topics.prefix=voc. May be repeated; wins over file and environment.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--bootstrap-servers", paramLabel = "HOST:PORT,...", description = "The Kafka brokers.")
    private @Nullable String bootstrapServers;

    /** The effective configuration; throws UserMistake that lists all that is wrong. */
    public Configuration configuration() {
        var options = new LinkedHashMap<>(settings);
        if (bootstrapServers != null) {
            options.put(Settings.BOOTSTRAP_SERVERS.key(), bootstrapServers);
        }
        return Configuration.read(file, System.getenv(), options);
    }
}
