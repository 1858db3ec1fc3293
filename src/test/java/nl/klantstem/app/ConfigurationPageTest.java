package nl.klantstem.app;

import java.util.stream.Collectors;
import nl.klantstem.testkit.Golden;
import org.junit.jupiter.api.Test;

/** docs/configuration.md is what the one page of settings says. */
class ConfigurationPageTest {

    private static final String TEXT = """
            # Configuration

            Made from the settings in the code; a test keeps it so (`-Dgolden.update=true` rewrites it).

            Commands that work on a cluster (`pipeline`, `exporter`, `topics`, `config`) take their settings from, later ones
            over earlier ones: the defaults below, a YAML file (`--config FILE`), the environment, the options (`--set
            KEY=VALUE`, `--bootstrap-servers`). Everything is checked at once and an unknown key is an error.
            `klantstem config` prints what holds and where each value comes from, secrets masked.

            ```yaml
            kafka:
              bootstrapServers: broker-1:9093,broker-2:9093
              clientFile: /etc/klantstem/kafka.properties
              client:
                security.protocol: SASL_SSL
                sasl.mechanism: SCRAM-SHA-512
            topics:
              partitions: 12
            pipeline:
              pseudonymKey: /etc/klantstem/pseudonym.key
              stateDir: /var/lib/klantstem
            ```

            | key | environment | default | what it does |
            | --- | --- | --- | --- |
            %s

            Any client setting of Kafka goes under `kafka.client`, with a role in front where it is for one only
            (`consumer.`, `producer.`, `admin.`, ...); in the environment `KLANTSTEM_KAFKA_CLIENT_SASL_JAAS_CONFIG` sets
            `sasl.jaas.config`. What the table has a key for is set there. Passwords and JAAS go into the file of
            `kafka.clientFile` or into the environment; as an option they are refused, because everyone on the machine can
            list arguments. Files with secrets must have mode 600.

            An unencrypted connection to another machine is refused unless `kafka.allowPlaintext` is true.

            Read besides: `KLANTSTEM_OPTS` (JVM options of the launcher) and `KLANTSTEM_LOG` (level of our own log, INFO).
            """;

    @Test
    void the_page_is_up_to_date() {
        Golden.check("docs/configuration.md", TEXT.formatted(rows()));
    }

    private static String rows() {
        return Settings.ALL.stream()
                .map(setting -> "| `" + setting.key() + "` | `" + setting.variable() + "` | "
                        + (setting.fallback() == null ? "" : "`" + setting.fallback() + "`") + " | "
                        + setting.promise() + " |")
                .collect(Collectors.joining("\n"));
    }
}
