package nl.klantstem.house.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kafka.server.KafkaConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The compose file starts what exists, with settings that the product takes, and opens nothing to the network. */
class ComposeTest {

    private static final Path ALERTMANAGER = DeployFiles.DEPLOY.resolve("alertmanager/alertmanager.yml");
    private static final JsonNode COMPOSE = DeployFiles.compose();
    private static final Map<String, JsonNode> SERVICES = DeployFiles.fields(COMPOSE.path("services"));

    @TempDir
    private Path dir;

    @Test
    void images_are_of_an_exact_version() {
        SERVICES.forEach((name, service) ->
                assertThat(service.path("image").asText()).as(name).matches("[\\w./-]+:v?\\d+\\.\\d+\\.\\d+"));
    }

    @Test
    void every_service_is_locked_down() {
        SERVICES.forEach((name, service) -> {
            assertThat(DeployFiles.texts(service.path("cap_drop"))).as(name).containsExactly("ALL");
            assertThat(DeployFiles.texts(service.path("security_opt")))
                    .as(name)
                    .containsExactly("no-new-privileges:true");
            assertThat(service.path("mem_limit").asText()).as(name).isNotEmpty();
            assertThat(service.path("restart").asText()).as(name).isNotEmpty();
            // The image of Kafka writes its configuration beside itself, and has a user of its own.
            if (!name.equals("kafka")) {
                assertThat(service.path("read_only").asBoolean()).as(name).isTrue();
                assertThat(service.path("user").asText()).as(name).matches("[1-9]\\d*:\\d+");
            }
        });
    }

    @Test
    void ports_are_of_this_machine_only_and_none_twice() {
        var published = SERVICES.values().stream()
                .flatMap(service -> DeployFiles.texts(service.path("ports")).stream())
                .toList();

        assertThat(published).hasSizeGreaterThan(5).allMatch(port -> port.startsWith("127.0.0.1:"));
        assertThat(published.stream().map(port -> port.split(":", -1)[1])).doesNotHaveDuplicates();
    }

    @Test
    void what_is_mounted_is_there() {
        var volumes = DeployFiles.fields(COMPOSE.path("volumes")).keySet();
        SERVICES.forEach(
                (name, service) -> DeployFiles.texts(service.path("volumes")).forEach(mount -> {
                    var source = mount.split(":", -1)[0];
                    if (!source.startsWith(".")) {
                        assertThat(volumes).as(name).contains(source);
                    } else if (isHere(source)) {
                        assertThat(DeployFiles.DEPLOY.resolve(source)).as(name).exists();
                        assertThat(mount).as(name).endsWith(":ro");
                    }
                }));
    }

    /** Both come from the folders of alerting, as a whole. */
    private static boolean isHere(String source) {
        return Files.exists(ALERTMANAGER)
                || !source.startsWith("./alertmanager/") && !source.equals("./prometheus/prometheus.yml");
    }

    @Test
    void who_is_waited_for_is_there_and_can_be_waited_for() {
        SERVICES.forEach((name, service) -> DeployFiles.fields(service.path("depends_on"))
                .forEach((other, how) -> {
                    assertThat(SERVICES).as(name).containsKey(other);
                    var condition = how.path("condition").asText();
                    assertThat(condition).as(name).isIn("service_healthy", "service_completed_successfully");
                    assertThat(SERVICES.get(other).has("healthcheck"))
                            .as(name + " waits for " + other)
                            .isEqualTo(condition.equals("service_healthy"));
                }));
    }

    @Test
    void the_product_takes_every_setting_and_argument() throws IOException {
        for (var service : ours().entrySet()) {
            var command = DeployFiles.texts(service.getValue().path("command"));
            if (!command.isEmpty()) {
                ProductSettings.refuseUnknownArguments(command);
                assertThatCode(() -> ProductSettings.read(dir, DeployFiles.environment(service.getValue())))
                        .as(service.getKey())
                        .doesNotThrowAnyException();
            }
        }
    }

    @Test
    void the_heap_leaves_room_for_what_is_beside_it() {
        ours().forEach((name, service) -> {
            var options = DeployFiles.environment(service).get("KLANTSTEM_OPTS");
            if (options != null) {
                assertThat(megabytes(options.replaceAll(".*-Xmx(\\w+).*", "$1")) * 3)
                        .as(name)
                        .isLessThanOrEqualTo(megabytes(service.path("mem_limit").asText()) * 2);
            }
        });
    }

    @Test
    void the_pipeline_finds_its_key_its_state_and_room_for_native_libraries() {
        for (var name : List.of("pipeline-1", "pipeline-2")) {
            var service = SERVICES.get(name);
            var environment = DeployFiles.environment(service);
            var mounted = DeployFiles.texts(service.path("volumes")).stream()
                    .map(mount -> mount.split(":", -1)[1])
                    .collect(Collectors.toSet());
            var key = Path.of(environment.getOrDefault("KLANTSTEM_PIPELINE_PSEUDONYM_KEY", ""));

            assertThat(mounted)
                    .containsExactlyInAnyOrder(
                            key.getParent().toString(), environment.get("KLANTSTEM_PIPELINE_STATE_DIR"));
            assertThat(DeployFiles.texts(SERVICES.get("key").path("entrypoint")))
                    .contains(key.toString());
            assertThat(DeployFiles.texts(service.path("tmpfs")))
                    .singleElement()
                    .asString()
                    .contains("/tmp:", ",exec");
            assertThat(environment).containsEntry("KLANTSTEM_KAFKA_CLIENT_CLIENT_ID", name);
        }
        assertThat(SERVICES.get("pipeline-1").path("volumes").get(0))
                .as("each has a state of its own")
                .isNotEqualTo(SERVICES.get("pipeline-2").path("volumes").get(0));
    }

    @Test
    void the_broker_takes_its_settings_and_they_are_those_that_the_pipeline_needs() {
        var properties = DeployFiles.properties(DeployFiles.DEPLOY.resolve("compose/kafka/server.properties"));
        var broker = KafkaConfig.fromProps(properties, false);

        assertThat(properties.stringPropertyNames())
                .allMatch(name -> KafkaConfig.configDef().names().contains(name));
        assertThat(broker.autoCreateTopicsEnable()).isFalse();
        assertThat(broker.messageMaxBytes()).isEqualTo(8 * 1024 * 1024);
        assertThat(properties)
                .containsEntry("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000")
                .containsEntry("unclean.leader.election.enable", "false");
        assertThat(properties.getProperty("advertised.listeners"))
                .contains(DeployFiles.environment(SERVICES.get("exporter-1")).get("KLANTSTEM_KAFKA_BOOTSTRAP_SERVERS"));
    }

    private static long megabytes(String size) {
        long number = Long.parseLong(size.substring(0, size.length() - 1));
        return size.endsWith("g") ? number * 1024 : number;
    }

    private static Map<String, JsonNode> ours() {
        return SERVICES.entrySet().stream()
                .filter(service -> service.getValue().path("image").asText().startsWith("klantstem:"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
