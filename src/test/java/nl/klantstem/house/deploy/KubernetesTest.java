package nl.klantstem.house.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifests are whole, locked down, and say what the product takes. */
class KubernetesTest {

    private static final Path BASE = DeployFiles.KUBERNETES.resolve("base");
    private static final String NAME = "app.kubernetes.io/name";

    @TempDir
    private Path dir;

    @Test
    void every_file_is_yaml_and_every_document_a_resource() {
        assertThat(DeployFiles.below(DeployFiles.KUBERNETES, ".yaml"))
                .hasSizeGreaterThan(8)
                .allSatisfy(file -> assertThat(DeployFiles.documents(file))
                        .isNotEmpty()
                        .allMatch(document -> document.hasNonNull("apiVersion") && document.hasNonNull("kind")));
    }

    @Test
    void no_resource_is_forgotten_and_none_is_named_in_vain() {
        for (var file : DeployFiles.below(DeployFiles.KUBERNETES, "kustomization.yaml")) {
            var folder = file.resolveSibling(".");
            var named = new TreeSet<>(DeployFiles.texts(kustomization(file).path("resources")));
            named.addAll(DeployFiles.texts(kustomization(file).path("components")));
            kustomization(file)
                    .path("configMapGenerator")
                    .forEach(map -> named.addAll(DeployFiles.texts(map.path("envs"))));

            assertThat(named).as(file.toString()).allSatisfy(name -> assertThat(folder.resolve(name))
                    .exists());
            assertThat(beside(file)).as(file.toString()).isSubsetOf(named);
        }
    }

    @Test
    void there_is_no_secret() {
        assertThat(DeployFiles.below(DeployFiles.KUBERNETES, ".yaml").stream()
                        .flatMap(file -> DeployFiles.documents(file).stream())
                        .map(document -> document.path("kind").asText()))
                .doesNotContain("Secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pipeline", "exporter"})
    void a_pod_is_locked_down(String role) {
        var pod = pod(role);
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.at("/securityContext/runAsUser").asInt()).isEqualTo(10001);
        assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
        assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
        assertThat(containers(role)).hasSize(2).allSatisfy(container -> {
            var security = container.path("securityContext");
            assertThat(security.path("allowPrivilegeEscalation").asBoolean(true))
                    .isFalse();
            assertThat(security.path("readOnlyRootFilesystem").asBoolean()).isTrue();
            assertThat(DeployFiles.texts(security.at("/capabilities/drop"))).containsExactly("ALL");
            assertThat(container.at("/resources/limits/memory").asText()).isNotEmpty();
            assertThat(container.at("/resources/requests/cpu").asText()).isNotEmpty();
            assertThat(container.path("image").asText())
                    .as("its tag is kustomize's")
                    .isEqualTo("klantstem");
        });
    }

    /** A service of ours would otherwise become variables of every pod, which the product refuses. */
    @ParameterizedTest
    @ValueSource(strings = {"pipeline", "exporter"})
    void services_do_not_become_settings(String role) {
        assertThat(pod(role).path("enableServiceLinks").asBoolean(true)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pipeline", "exporter"})
    void the_product_takes_every_setting_and_argument_and_listens_where_it_is_asked(String role) throws IOException {
        var container = pod(role).path("containers").get(0);
        ProductSettings.refuseUnknownArguments(DeployFiles.texts(container.path("args")));
        var configuration = ProductSettings.read(dir, environment(container));

        int port = role.equals("pipeline") ? configuration.pipelinePort() : configuration.exporterPort();
        var host = role.equals("pipeline") ? configuration.pipelineHost() : configuration.exporterHost();
        assertThat(container.at("/ports/0/containerPort").asInt()).isEqualTo(port);
        assertThat(host).isEqualTo("0.0.0.0");
        assertThat(one(role, "Service").at("/spec/ports/0/port").asInt()).isEqualTo(port);
        for (var probe : List.of("startupProbe", "livenessProbe")) {
            assertThat(container.at("/" + probe + "/httpGet/path").asText()).isEqualTo("/health/live");
        }
        assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/health/ready");
    }

    /** Mode 0400 becomes 0440 with a group of the file system, which the product refuses: so they are copied. */
    @ParameterizedTest
    @ValueSource(strings = {"pipeline", "exporter"})
    void secrets_are_copied_to_where_the_settings_say_for_their_owner_only(String role) {
        var pod = pod(role);
        var copy = pod.at("/initContainers/0/command/2").asText();
        var secret = volume(pod, "secret").path("secret");

        assertThat(copy).startsWith("umask 077");
        assertThat(secret.path("secretName").asText()).isEqualTo("klantstem-" + role);
        assertThat(secret.path("defaultMode").asInt()).isEqualTo(256);
        assertThat(volume(pod, "owned-secret").at("/emptyDir/medium").asText()).isEqualTo("Memory");
        assertThat(ProductSettings.secrets(environment(pod.path("containers").get(0))))
                .isNotEmpty()
                .allSatisfy(file -> {
                    assertThat(file).startsWith("/etc/klantstem/");
                    assertThat(copy).contains("/secret/" + Path.of(file).getFileName());
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"pipeline", "exporter"})
    void what_is_mounted_is_a_volume_and_there_is_room_for_temporary_files(String role) {
        var pod = pod(role);
        var volumes = new TreeSet<String>();
        pod.path("volumes").forEach(volume -> volumes.add(volume.path("name").asText()));
        one(role, role.equals("pipeline") ? "StatefulSet" : "Deployment")
                .at("/spec/volumeClaimTemplates")
                .forEach(claim -> volumes.add(claim.at("/metadata/name").asText()));

        assertThat(containers(role)).allSatisfy(container -> assertThat(container.path("volumeMounts"))
                .allSatisfy(
                        mount -> assertThat(volumes).contains(mount.path("name").asText())));
        assertThat(DeployFiles.stream(pod.at("/containers/0/volumeMounts"))
                        .map(mount -> mount.path("mountPath").asText()))
                .contains("/tmp");
        if (role.equals("pipeline")) {
            assertThat(DeployFiles.stream(pod.at("/containers/0/volumeMounts"))
                            .map(mount -> mount.path("mountPath").asText()))
                    .contains(environment(pod.path("containers").get(0)).get("KLANTSTEM_PIPELINE_STATE_DIR"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pipeline", "exporter"})
    void whoever_chooses_pods_chooses_these(String role) {
        var workload = one(role, role.equals("pipeline") ? "StatefulSet" : "Deployment");
        var label = workload.at("/spec/template/metadata/labels").path(NAME).asText();

        assertThat(workload.at("/spec/replicas").asInt()).isEqualTo(2);
        assertThat(label).isEqualTo("klantstem-" + role);
        assertThat(Stream.of(
                                workload.at("/spec/selector/matchLabels"),
                                one(role, "Service").at("/spec/selector"),
                                one(role, "PodDisruptionBudget").at("/spec/selector/matchLabels"))
                        .map(selector -> selector.path(NAME).asText()))
                .containsOnly(label);
        assertThat(DeployFiles.stream(workload.at("/spec/template/spec/topologySpreadConstraints"))
                        .map(spread -> spread.at("/labelSelector/matchLabels")
                                .path(NAME)
                                .asText()))
                .hasSize(2)
                .containsOnly(label);
        assertThat(DeployFiles.text(BASE.resolve("network-policy.yaml"))).contains(label);
        var monitors = DeployFiles.documents(DeployFiles.KUBERNETES.resolve("components/pod-monitor/pod-monitor.yaml"));
        assertThat(monitors).anySatisfy(monitor -> {
            assertThat(monitor.at("/spec/selector/matchLabels").path(NAME).asText())
                    .isEqualTo(label);
            assertThat(monitor.at("/spec/podMetricsEndpoints/0/relabelings/0/replacement")
                            .asText())
                    .as("the job that rules know")
                    .isEqualTo(label);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/example", "strimzi"})
    void kustomize_builds_it(String folder) throws Exception {
        var built = kustomize(DeployFiles.KUBERNETES.resolve(folder));

        assertThat(DeployFiles.parsed(built)).hasSizeGreaterThan(5);
        assertThat(built).doesNotContain("image: klantstem\n");
    }

    @Test
    void the_product_takes_what_an_overlay_makes_of_it() throws Exception {
        var built = DeployFiles.parsed(kustomize(DeployFiles.KUBERNETES.resolve("overlays/example")));
        var common = built.stream()
                .filter(document -> document.path("kind").asText().equals("ConfigMap"))
                .findFirst()
                .orElseThrow();

        for (var kind : List.of("StatefulSet", "Deployment")) {
            var container = built.stream()
                    .filter(document -> document.path("kind").asText().equals(kind))
                    .findFirst()
                    .orElseThrow()
                    .at("/spec/template/spec/containers/0");
            var environment = new HashMap<String, String>();
            common.path("data")
                    .properties()
                    .forEach(setting ->
                            environment.put(setting.getKey(), setting.getValue().asText()));
            environment.putAll(own(container));
            assertThat(container.at("/envFrom/0/configMapRef/name")).isEqualTo(common.at("/metadata/name"));
            assertThat(DeployFiles.stream(container.path("volumeMounts"))
                            .map(mount -> Path.of(mount.path("mountPath").asText())))
                    .contains(Path.of(environment.getOrDefault("KLANTSTEM_PIPELINE_CATALOGUE", ""))
                            .getParent());
            environment.put("KLANTSTEM_PIPELINE_CATALOGUE", "src/main/resources/catalogue/starter.yaml");

            ProductSettings.refuseUnknownArguments(DeployFiles.texts(container.path("args")));
            assertThat(ProductSettings.read(dir, environment).catalogue().versions())
                    .isNotEmpty();
        }
    }

    private String kustomize(Path folder) throws Exception {
        var out = dir.resolve("built.yaml").toFile();
        Process process;
        try {
            process = new ProcessBuilder("kubectl", "kustomize", folder.toString())
                    .redirectOutput(out)
                    .redirectError(dir.resolve("err").toFile())
                    .start();
        } catch (IOException notThere) {
            assumeTrue(false, "kubectl is not installed");
            throw notThere;
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(dir.resolve("err"), StandardCharsets.UTF_8))
                .isZero();
        return Files.readString(out.toPath());
    }

    private static JsonNode kustomization(Path file) {
        return DeployFiles.documents(file).get(0);
    }

    private static List<String> beside(Path file) {
        return DeployFiles.below(file.getParent(), ".yaml", ".env").stream()
                .filter(other -> file.getParent().equals(other.getParent()) && !other.equals(file))
                .map(other -> other.getFileName().toString())
                .toList();
    }

    private static JsonNode one(String role, String kind) {
        return DeployFiles.documents(BASE.resolve(role + ".yaml")).stream()
                .filter(document -> document.path("kind").asText().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode pod(String role) {
        return one(role, role.equals("pipeline") ? "StatefulSet" : "Deployment").at("/spec/template/spec");
    }

    private static List<JsonNode> containers(String role) {
        return Stream.of("initContainers", "containers")
                .flatMap(kind -> DeployFiles.stream(pod(role).path(kind)))
                .toList();
    }

    private static JsonNode volume(JsonNode pod, String name) {
        return DeployFiles.stream(pod.path("volumes"))
                .filter(volume -> volume.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> environment(JsonNode container) {
        var environment = new HashMap<String, String>();
        var common = DeployFiles.properties(BASE.resolve("settings.env"));
        common.stringPropertyNames().forEach(name -> environment.put(name, common.getProperty(name)));
        environment.putAll(own(container));
        return environment;
    }

    private static Map<String, String> own(JsonNode container) {
        var own = new HashMap<String, String>();
        container
                .path("env")
                .forEach(variable -> own.put(
                        variable.path("name").asText(), variable.path("value").asText("pod-0")));
        return own;
    }
}
