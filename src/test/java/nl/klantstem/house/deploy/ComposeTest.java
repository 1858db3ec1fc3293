package nl.klantstem.house.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kafka.server.KafkaConfig;
import nl.klantstem.app.Configuration;
import nl.klantstem.topic.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The compose file starts what exists, with settings that the product takes, and opens nothing to the network. */
class ComposeTest {

    private static final Path PROMETHEUS = DeployFiles.DEPLOY.resolve("prometheus/prometheus.yml");
    private static final Path ALERTMANAGER = DeployFiles.DEPLOY.resolve("alertmanager/alertmanager.yml");
    private static final JsonNode COMPOSE = DeployFiles.compose();
    private static final Map<String, JsonNode> SERVICES = services();

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
        var volumes = fields(COMPOSE.path("volumes")).keySet();
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
        SERVICES.forEach((name, service) -> fields(service.path("depends_on")).forEach((other, how) -> {
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
                assertThatCode(() -> ProductSettings.read(dir, environment(service.getValue())))
                        .as(service.getKey())
                        .doesNotThrowAnyException();
            }
        }
    }

    @Test
    void the_heap_leaves_room_for_what_is_beside_it() {
        ours().forEach((name, service) -> {
            var options = environment(service).get("KLANTSTEM_OPTS");
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
            var environment = environment(service);
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

    @ParameterizedTest
    @ValueSource(strings = {"exporter", "pipeline"})
    void prometheus_asks_every_instance_by_a_name_and_port_it_goes_by(String role) throws IOException {
        var instances = SERVICES.keySet().stream()
                .filter(name -> name.startsWith(role + "-"))
                .toList();
        var expected = new HashMap<String, Integer>();
        for (var name : instances) {
            expected.put(name, port(role, ProductSettings.read(dir, environment(SERVICES.get(name)))));
            assertThat(goesBy(name))
                    .as("it answers to the name that it is asked by")
                    .contains(name);
            assertThat(String.join(" ", DeployFiles.texts(SERVICES.get(name).at("/healthcheck/test"))))
                    .contains(String.valueOf(expected.get(name)));
            assertThat(DeployFiles.texts(SERVICES.get(name).path("ports")))
                    .allMatch(port -> port.endsWith(":" + expected.get(name)));
        }

        assertThat(targets(role)).isEqualTo(expected).hasSize(2);
    }

    @Test
    void alerts_go_to_the_alertmanager_that_runs() {
        assertThat(targets("alertmanager")).isEqualTo(Map.of("alertmanager", 9093));
        assertThat(SERVICES).containsKey("alertmanager");
    }

    @Test
    void prometheus_reads_the_targets_that_are_mounted() {
        assumeTrue(Files.exists(PROMETHEUS), "there is no " + PROMETHEUS);
        var configuration = DeployFiles.text(PROMETHEUS);
        assumeTrue(configuration.contains("file_sd_configs"), PROMETHEUS + " has no targets in files");

        assertThat(DeployFiles.below(DeployFiles.DEPLOY.resolve("compose/targets"), ".yml"))
                .hasSize(3)
                .allSatisfy(file -> assertThat(configuration).contains("targets/" + file.getFileName()));
    }

    @Test
    void alertmanager_finds_what_it_names() {
        assumeTrue(Files.exists(ALERTMANAGER), "there is no " + ALERTMANAGER);
        var mounted = DeployFiles.texts(SERVICES.get("alertmanager").path("volumes")).stream()
                .map(mount -> mount.split(":", -1)[1])
                .collect(Collectors.toSet());
        var configuration = DeployFiles.documents(ALERTMANAGER).get(0);

        assertThat(DeployFiles.texts(configuration.path("templates")))
                .isNotEmpty()
                .allSatisfy(template -> assertThat(mounted).contains("/etc/alertmanager/" + template));
        assertThat(Pattern.compile("_file: (\\S+)")
                        .matcher(DeployFiles.text(ALERTMANAGER))
                        .results()
                        .map(found -> found.group(1)))
                .allSatisfy(file -> assertThat(mounted).contains(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "nl"})
    void either_language_has_its_dashboards_and_messages(String language) throws IOException {
        var grafana = SERVICES.get("grafana");
        var folder = DeployFiles.texts(grafana.path("volumes")).stream()
                .filter(mount -> mount.contains("/etc/klantstem/dashboards/" + language + ":"))
                .map(mount -> DeployFiles.DEPLOY.resolve(mount.split(":", -1)[0]))
                .findFirst()
                .orElseThrow();
        var board = Json.MAPPER.readTree(DeployFiles.text(folder.resolve("day-steering.json")));
        assertThat(board.path("title").asText()).isNotEmpty();

        assumeTrue(Files.exists(ALERTMANAGER), "there is no " + ALERTMANAGER);
        assertThat(DeployFiles.DEPLOY.resolve("alertmanager/templates/" + language + ".tmpl"))
                .exists();
    }

    @Test
    void grafana_is_given_every_variable_of_its_provisioning() {
        var given = environment(SERVICES.get("grafana"));
        var files = DeployFiles.below(Path.of("grafana/provisioning"), ".yml");

        assertThat(files).hasSize(2).allSatisfy(file -> {
            assertThat(DeployFiles.documents(file)).hasSize(1);
            assertThat(Pattern.compile("\\$\\{(\\w+)}")
                            .matcher(DeployFiles.text(file))
                            .results()
                            .map(found -> found.group(1)))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(given).containsKey(name));
        });
        assertThat(given.get("GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH"))
                .startsWith(given.get("KLANTSTEM_DASHBOARDS") + "/" + given.get("KLANTSTEM_LANGUAGE") + "/");
        assertThat(given.keySet()).noneMatch(name -> name.contains("PASSWORD"));
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
                .contains(environment(SERVICES.get("exporter-1")).get("KLANTSTEM_KAFKA_BOOTSTRAP_SERVERS"));
    }

    private static Set<String> goesBy(String name) {
        var service = SERVICES.get(name);
        var allowed = DeployFiles.texts(service.path("command")).stream()
                .filter(argument -> argument.startsWith("--allow-host="))
                .map(argument -> argument.substring("--allow-host=".length()))
                .collect(Collectors.toSet());
        var bind = environment(service).get("KLANTSTEM_PIPELINE_HOST");
        if (bind != null && bind.equals(service.path("hostname").asText())) {
            allowed.add(bind);
        }
        return allowed;
    }

    private static Map<String, Integer> targets(String file) {
        var targets = new HashMap<String, Integer>();
        DeployFiles.documents(DeployFiles.DEPLOY.resolve("compose/targets/" + file + ".yml"))
                .get(0)
                .forEach(group -> DeployFiles.texts(group.path("targets")).forEach(target -> {
                    var parts = target.split(":", -1);
                    targets.put(parts[0], Integer.parseInt(parts[1]));
                }));
        return targets;
    }

    private static int port(String role, Configuration configuration) {
        return role.equals("pipeline") ? configuration.pipelinePort() : configuration.exporterPort();
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

    private static Map<String, String> environment(JsonNode service) {
        return fields(service.path("environment")).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, value -> value.getValue().asText()));
    }

    private static Map<String, JsonNode> services() {
        return fields(COMPOSE.path("services"));
    }

    private static Map<String, JsonNode> fields(JsonNode object) {
        var fields = new TreeMap<String, JsonNode>();
        object.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }
}
