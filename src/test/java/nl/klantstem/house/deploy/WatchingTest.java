package nl.klantstem.house.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.klantstem.app.Configuration;
import nl.klantstem.topic.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In the compose file, what watches finds what it watches: targets, messages, dashboards. */
class WatchingTest {

    private static final Path PROMETHEUS = DeployFiles.DEPLOY.resolve("prometheus/prometheus.yml");
    private static final Path ALERTMANAGER = DeployFiles.DEPLOY.resolve("alertmanager/alertmanager.yml");
    private static final Map<String, JsonNode> SERVICES =
            DeployFiles.fields(DeployFiles.compose().path("services"));

    @TempDir
    private Path dir;

    @ParameterizedTest
    @ValueSource(strings = {"exporter", "pipeline"})
    void prometheus_asks_every_instance_by_a_name_and_port_it_goes_by(String role) throws IOException {
        var instances = SERVICES.keySet().stream()
                .filter(name -> name.startsWith(role + "-"))
                .toList();
        var expected = new HashMap<String, Integer>();
        for (var name : instances) {
            expected.put(name, port(role, ProductSettings.read(dir, DeployFiles.environment(SERVICES.get(name)))));
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
        var given = DeployFiles.environment(SERVICES.get("grafana"));
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

    private static Set<String> goesBy(String name) {
        var service = SERVICES.get(name);
        var allowed = DeployFiles.texts(service.path("command")).stream()
                .filter(argument -> argument.startsWith("--allow-host="))
                .map(argument -> argument.substring("--allow-host=".length()))
                .collect(Collectors.toSet());
        var bind = DeployFiles.environment(service).get("KLANTSTEM_PIPELINE_HOST");
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
}
